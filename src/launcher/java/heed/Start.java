package heed;

/** The door of heed.jar. Compiled for Java 8, so that an older Java gets a sentence and not a stack trace. */
public final class Start {
    private static final int NEEDED = 25;

    private Start() {
    }

    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version");
        int have = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        if (have < NEEDED) {
            System.err.println("Heed needs Java " + NEEDED + " or newer, and this is Java " + have
                    + ". Install a newer Java, or start Heed with its full path: /path/to/jdk-" + NEEDED + "/bin/java -jar heed.jar");
            System.exit(2);
        }
        Class.forName("org.springframework.boot.loader.launch.JarLauncher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
