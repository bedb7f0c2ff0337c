package heed.journey;

/** What somebody holds in their hand, and whether scripts run on it. */
enum Device {
    /** A small phone. */
    PHONE(320, 640, true),
    /** A small phone on which no script runs. */
    PHONE_WITHOUT_SCRIPT(320, 640, false),
    /** A desk. */
    DESK(1280, 900, true),
    /** A desk on which no script runs. */
    DESK_WITHOUT_SCRIPT(1280, 900, false);

    final int width;
    final int height;
    final boolean script;

    Device(int width, int height, boolean script) {
        this.width = width;
        this.height = height;
        this.script = script;
    }
}
