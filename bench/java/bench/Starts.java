package bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How long Heed takes to its first page, beside a bare Spring Boot page, with and without the JDK's AOT cache. */
final class Starts {
    private static final int ROUNDS = 3;
    private static final Pattern OF_A_BARE_PAGE = Pattern.compile("(spring-(core|beans|context|aop|expression|web|webmvc)-.*"
            + "|spring-boot-([0-9]|autoconfigure|webmvc|servlet|web-server|tomcat|http-converter|jackson|starter-webmvc"
            + "|starter-tomcat|starter-logging|starter-jackson|starter-[0-9]).*|tomcat-embed-.*|jackson-.*|logback-.*|slf4j-.*"
            + "|log4j-.*|jul-to-slf4j.*|micrometer-.*|snakeyaml-.*|jspecify-.*|jakarta\\.annotation.*|commons-logging-.*)");

    private final Path work;
    private final Path jar;
    private final Path data;

    Starts(Path work, Path jar, Path data) {
        this.work = work;
        this.jar = jar;
        this.data = data;
    }

    /** Adds its lines to the report. */
    void measure(Report report) throws Exception {
        var heed = heed(extracted());
        var bare = List.of("-cp", bareClasses(), Bare.class.getName());
        double heedPlain = median("heed", heed);
        double barePlain = median("bare", bare);
        report.add("start to first page: a bare Spring Boot page", 0, barePlain, "s", "median of " + ROUNDS);
        report.add("start to first page: Heed", 0, heedPlain, "s", "median of " + ROUNDS + ", data directory there");
        report.add("start to first page ÷ a bare page", 0, heedPlain / barePlain, "×", "");
        double heedKept = median("heed-aot", withCache("heed", heed));
        double bareKept = median("bare-aot", withCache("bare", bare));
        report.add("start to first page, AOT cache: a bare Spring Boot page", 0, bareKept, "s", "median of " + ROUNDS);
        report.add("start to first page, AOT cache: Heed", 0, heedKept, "s", "median of " + ROUNDS);
        report.add("start to first page ÷ a bare page, both with an AOT cache", 0, heedKept / bareKept, "×", "");
    }

    /** Heed as it is run: its jar laid out, as an AOT cache needs it. */
    private Path extracted() throws IOException, InterruptedException {
        var to = work.resolve("laid-out");
        if (!Files.exists(to))
            Program.run(work.resolve("lay-out.log"), List.of("-Djarmode=tools", "-jar", jar.toString(), "extract",
                    "--destination", to.toString()));
        return to.resolve(jar.getFileName());
    }

    private List<String> heed(Path laidOut) {
        return List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar",
                laidOut.toString(), "--heed.data=" + data, "--spring.profiles.active=demo", "--heed.demo.load=false",
                "--heed.jobs=false");
    }

    private List<String> withCache(String name, List<String> program) throws IOException, InterruptedException {
        var cache = work.resolve(name + ".aot");
        if (!Files.exists(cache)) {
            var training = new ArrayList<>(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"));
            training.addAll(program);
            training.add("--server.port=0");
            Program.run(work.resolve(name + "-training.log"), training);
        }
        var all = new ArrayList<>(List.of("-XX:AOTCache=" + cache));
        all.addAll(program);
        return all;
    }

    private double median(String name, List<String> program) throws IOException {
        var took = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++)
            try (var started = Program.start(work.resolve(name + ".log"), program)) {
                took.add(started.seconds());
            }
        return Load.median(took);
    }

    /** Heed after a day's work in a process of its own, for what it holds in memory then. */
    Program working() throws IOException, InterruptedException {
        return Program.start(work.resolve("heed-working.log"), heed(extracted()));
    }

    private String bareClasses() throws IOException {
        // An AOT cache takes jars only, so the one class of it comes in one.
        var own = work.resolve("bare.jar");
        var name = Bare.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(work);
        try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(own));
                var in = Bare.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null)
                throw new IllegalStateException("Bare is not there");
            out.putNextEntry(new java.util.zip.ZipEntry(name));
            in.transferTo(out);
        }
        return own + File.pathSeparator + Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> OF_A_BARE_PAGE.matcher(new File(each).getName()).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
