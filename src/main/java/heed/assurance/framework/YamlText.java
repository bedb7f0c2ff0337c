package heed.assurance.framework;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Documents as YAML: plain values only, no types, no references; each part with its line. */
final class YamlText {
    /** The most characters of a document. */
    static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 12;

    private YamlText() {
    }

    /** Cannot be taken as it is written. */
    private static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient FrameworkFault fault;

        NotTaken(Node at, String words) {
            super(words);
            this.fault = new FrameworkFault(line(at), words);
        }
    }

    static Loaded read(String text) {
        if (text.length() > LONGEST)
            return Loaded.unreadable("", "Use a file of a million characters or fewer");
        try {
            var root = new Yaml(reading()).compose(new StringReader(text));
            if (!(root instanceof MappingNode top))
                return Loaded.unreadable("", "Begin with names such as “code: …”: this is no framework");
            var places = new HashMap<String, String>();
            return new Loaded(new Tree(map(top, "", places, 0)), places, List.of());
        } catch (NotTaken e) {
            return new Loaded(new Tree(Map.of()), Map.of(), List.of(e.fault));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            return Loaded.unreadable(mark == null ? "" : "Line " + (mark.getLine() + 1),
                    "This is not YAML from here on: look for a missing quote, bracket or colon");
        } catch (YAMLException | StackOverflowError e) {
            return Loaded.unreadable("", "This is not YAML: look for characters that cannot be read");
        }
    }

    /** One value as it stands in a cell, such as {@code [a, b]}. */
    static @Nullable Object value(String text) throws YAMLException {
        var root = new Yaml(reading()).compose(new StringReader(text));
        if (root == null)
            throw new YAMLException("nothing");
        try {
            return value(root, "", new HashMap<>(), 0);
        } catch (NotTaken e) {
            throw new YAMLException(e.getMessage(), e);
        }
    }

    private static LoaderOptions reading() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        return options;
    }

    private static String line(Node node) {
        return "Line " + (node.getStartMark().getLine() + 1);
    }

    private static @Nullable Object value(Node node, String path, Map<String, String> places, int depth)
            throws NotTaken {
        places.put(path, line(node));
        if (depth > DEEPEST || node instanceof AnchorNode || node.getAnchor() != null)
            throw new NotTaken(node, "Write this out: references to other parts are not read");
        return switch (node) {
            case MappingNode map -> map(map, path, places, depth);
            case SequenceNode list -> {
                if (!list.getTag().equals(Tag.SEQ))
                    throw new NotTaken(node, "Take the type away: only plain values are read");
                var values = new ArrayList<@Nullable Object>();
                for (var each : list.getValue())
                    values.add(value(each, path + "[" + values.size() + "]", places, depth + 1));
                yield java.util.Collections.unmodifiableList(values);
            }
            case ScalarNode one -> scalar(one);
            default -> throw new NotTaken(node, "Only plain values are read");
        };
    }

    private static Map<String, @Nullable Object> map(MappingNode node, String path, Map<String, String> places,
            int depth)
            throws NotTaken {
        if (!node.getTag().equals(Tag.MAP))
            throw new NotTaken(node, "Take the type away: only plain values are read");
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var pair : node.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key) || !key.getValue().matches("[A-Za-z0-9_-]{1,60}"))
                throw new NotTaken(pair.getKeyNode(), "Use letters, digits, hyphens and underscores for a name");
            var at = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            if (values.containsKey(key.getValue()))
                throw new NotTaken(key, "“" + key.getValue() + "” stands here twice: leave one");
            values.put(key.getValue(), value(pair.getValueNode(), at, places, depth + 1));
        }
        return java.util.Collections.unmodifiableMap(values);
    }

    private static @Nullable Object scalar(ScalarNode node) throws NotTaken {
        var text = node.getValue();
        var tag = node.getTag();
        if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP))
            return text;
        if (tag.equals(Tag.NULL))
            return null;
        if (tag.equals(Tag.BOOL))
            return List.of("true", "yes", "on").contains(text.toLowerCase(java.util.Locale.ROOT));
        if (tag.equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]{0,17})"))
            return whole(Long.parseLong(text));
        if (tag.equals(Tag.FLOAT) && text.matches("-?[0-9]{1,15}\\.[0-9]{1,15}"))
            return decimal(new BigDecimal(text));
        throw new NotTaken(node,
                "Write “" + (text.length() > 20 ? "this" : text) + "” in quotes, or as a plain number");
    }

    /** A whole number as small as it fits. */
    static Object whole(long number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    /** A number with one decimal at least, and no noughts after the last that counts. */
    static BigDecimal decimal(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return plain.scale() < 1 ? plain.setScale(1) : plain;
    }

    /** Puts words in quotes, so that whoever edits them need not know what a comma or a colon does. */
    private static final class Quoting extends Representer {
        Quoting(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, DumperOptions.ScalarStyle style) {
            var words = tag.equals(Tag.STR) && !value.matches("[A-Za-z][A-Za-z0-9_-]*");
            return super.representScalar(tag, value, words ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : style);
        }
    }

    /** The document as YAML: a name a line, and a line for each part of a list. */
    static String written(Tree tree) {
        var options = writing();
        var representer = new Quoting(options);
        var root = representer.represent(copied(tree.values()));
        if (root instanceof MappingNode top) {
            top.setFlowStyle(DumperOptions.FlowStyle.BLOCK);
            for (var pair : top.getValue())
                shape(pair.getValueNode(), 0);
        }
        var out = new java.io.StringWriter();
        new Yaml(new SafeConstructor(reading()), representer, options).serialize(root, out);
        return out.toString();
    }

    /** Lists of named parts stand under each other, each part on one line; all else stays on its line. */
    private static void shape(Node node, int depth) {
        if (node instanceof SequenceNode list) {
            boolean parts = depth < 2 && list.getValue().stream().anyMatch(MappingNode.class::isInstance);
            boolean sentences = depth == 0 && list.getValue().stream()
                    .anyMatch(each -> each instanceof ScalarNode one && one.getValue().length() > 30);
            list.setFlowStyle(parts || sentences ? DumperOptions.FlowStyle.BLOCK : DumperOptions.FlowStyle.FLOW);
            list.getValue().forEach(each -> flow(each));
        } else if (node instanceof MappingNode map) {
            map.setFlowStyle(DumperOptions.FlowStyle.BLOCK);
            map.getValue().forEach(pair -> shape(pair.getValueNode(), depth + 1));
        }
    }

    private static void flow(Node node) {
        if (node instanceof SequenceNode list) {
            list.setFlowStyle(DumperOptions.FlowStyle.FLOW);
            list.getValue().forEach(YamlText::flow);
        } else if (node instanceof MappingNode map) {
            map.setFlowStyle(DumperOptions.FlowStyle.FLOW);
            map.getValue().forEach(pair -> flow(pair.getValueNode()));
        }
    }

    /** One value as it stands in a cell. */
    static String cell(@Nullable Object value) {
        var options = writing();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
        return new Yaml(new SafeConstructor(reading()), new Quoting(options), options).dump(copied(value)).strip();
    }

    /** Apart from all else, so that nothing is written as a reference to the same thing elsewhere. */
    private static @Nullable Object copied(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((name, each) -> copy.put(name, copied(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(each -> copy.add(copied(each)));
            return copy;
        }
        return value;
    }

    private static DumperOptions writing() {
        var options = new DumperOptions();
        options.setSplitLines(false);
        options.setWidth(100_000);
        options.setDefaultScalarStyle(DumperOptions.ScalarStyle.PLAIN);
        options.setAllowUnicode(true);
        options.setMaxSimpleKeyLength(128);
        return options;
    }
}
