package heed.assurance.framework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The frameworks that come with Heed, as their files stand: scales first, then editions, then crosswalks. */
final class ShippedFrameworks {
    private static final List<One> ALL = read();

    /** One of them; its name says an edition's year too, for editions of several years have one title. */
    record One(FrameworkKind kind, String code, String name, String text) {
    }

    private ShippedFrameworks() {
    }

    static List<One> all() {
        return ALL;
    }

    static Optional<One> get(String code) {
        return ALL.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private static List<One> read() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:frameworks/*.yaml"))
                    .map(file -> {
                        try {
                            return one(file.getContentAsString(StandardCharsets.UTF_8));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }).sorted(Comparator.comparing(One::kind).thenComparing(One::code)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static One one(String text) {
        var tree = YamlText.read(text).tree();
        var kind = FrameworkKind.of(tree).orElseThrow();
        var title = Frameworks.title(tree);
        return new One(kind, tree.text("code"), kind == FrameworkKind.EDITION
                ? title + " " + tree.number("year")
                : title, text);
    }
}
