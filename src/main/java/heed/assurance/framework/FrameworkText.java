package heed.assurance.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Editions read from their documents alone, published here or not: for what leaves Heed and what comes in. */
public final class FrameworkText {
    private static final UUID NOWHERE = new UUID(0, 0);

    /**
     * An edition that was read.
     *
     * @param edition what it says; null where something is wrong with it
     * @param faults  what is wrong; empty where nothing is
     */
    public record Outcome(@Nullable Edition edition, List<FrameworkFault> faults) {
        /** Copies the faults. */
        public Outcome {
            faults = List.copyOf(faults);
        }
    }

    private FrameworkText() {
    }

    /**
     * Reads an edition with the scale that it is rated on.
     *
     * @param edition      its document as YAML
     * @param version      which version of it that is
     * @param scale        the document of its scale as YAML
     * @param scaleVersion which version of it that is
     */
    public static Outcome edition(String edition, int version, String scale, int scaleVersion) {
        var nodes = YamlText.read(edition);
        var levels = YamlText.read(scale);
        var faults = new ArrayList<FrameworkFault>();
        faults.addAll(wrong(nodes, FrameworkKind.EDITION));
        faults.addAll(wrong(levels, FrameworkKind.SCALE));
        if (faults.isEmpty() && !nodes.tree().text("scale").equals(levels.tree().text("code")))
            faults.add(
                    new FrameworkFault(nodes.place("scale"), "The scale beside it is another than the one named here"));
        return faults.isEmpty()
                ? new Outcome(
                        Edition.of(NOWHERE, version, nodes.tree(), Scale.of(NOWHERE, scaleVersion, levels.tree())),
                        List.of())
                : new Outcome(null, faults);
    }

    private static List<FrameworkFault> wrong(Loaded loaded, FrameworkKind kind) {
        var faults = FrameworkRules.faults(loaded, code -> null);
        if (!faults.isEmpty())
            return faults;
        return FrameworkKind.of(loaded.tree()).filter(k -> k == kind).isPresent()
                ? List.of()
                : List.of(new FrameworkFault("", "This is no " + kind.words().toLowerCase(java.util.Locale.ROOT)));
    }
}
