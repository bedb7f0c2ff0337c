package heed.platform.notify;

/**
 * Where mail goes.
 *
 * @param mail an address for mail
 */
public record Address(String mail) {
    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "Address[]";
    }
}
