package heed.demo;

import heed.demo.DemoWorld.Member;
import heed.demo.Telling.Account;
import heed.demo.Telling.Answer;
import heed.demo.Telling.Decision;
import heed.demo.Telling.Drawn;
import heed.demo.Telling.Happened;
import heed.demo.Telling.Person;
import heed.demo.Telling.ReportedElsewhere;
import heed.demo.Telling.SafeContact;
import heed.demo.Telling.Support;
import heed.demo.Telling.WorksHere;
import heed.demo.Telling.Written;
import java.io.StringReader;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a file of written concerns. An unknown word in it is an error, so that nothing typed is lost unseen. */
final class WrittenConcerns {
    private WrittenConcerns() {
    }

    /** Every scalar stays the text that was typed: no dates, numbers or yes and no by guess, and far fewer patterns. */
    private static final class AsTyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none, on purpose
        }
    }

    /**
     * The concerns of one file.
     *
     * @throws IllegalStateException when a word in it is not known or one is missing, naming the concern
     */
    static List<Telling> read(String yaml, Map<String, Member> staff) {
        var options = new LoaderOptions();
        var dumper = new DumperOptions();
        var root = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new AsTyped())
                .compose(new StringReader(yaml));
        var all = new ArrayList<Telling>();
        if (root instanceof SequenceNode list) {
            for (var node : list.getValue())
                all.add(telling(new Fields("a concern", node), staff));
        }
        return all;
    }

    private static Telling telling(Fields f, Map<String, Member> staff) {
        var id = f.need("id");
        f.called(id);
        var danger = f.yes("danger");
        var people = new ArrayList<Person>();
        for (var p : f.list("people"))
            people.add(person(new Fields(id, p)));
        var telling = new Telling(id, f.words("from"), f.one(Telling.About.class, "about"), danger, new Account(f
                .text("seen"), f.text("told"), f.text("think")), List.copyOf(people), happened(f.inside("when")),
                f.text(
                        "where"),
                null, answer(f.pair("knows")), answer(f.pair("agrees")), f.text("child_view"), f.text(
                        "parent_view"),
                f.text("wanted"), f.text("done"), reported(f.inside("reported")), safe(f.inside(
                        "safe")),
                worksHere(f.inside("works_here"), staff), f.text("keep_from"), Integer.parseInt(f.need(
                        "after")),
                new Decision(f.one(Telling.Outcome.class, "outcome"), f.need("reason"), f.need(
                        "reasons"), f.text("route"), f.text("told_to"), f.words("kinds")),
                support(f.words("support")), f.need("feedback"),
                f.text("summary"), new Written(f.yes("once"), f.has("season")
                        ? f.one(Telling.Season.class, "season")
                        : Telling.Season.ANY, f.number("days_ago"), f.text("adds_to"), f.yes("waits")));
        f.done();
        return telling;
    }

    private static Person person(Fields f) {
        var age = f.number("age");
        var person = new Person(f.need("key"), f.one(Telling.Role.class, "role"), f.text("name"), f.text("who"), f.text(
                "known_as"), null, age, f.yes("unborn"), f.text("address"), null, f.text("relation"),
                new Drawn("F".equals(f
                        .text("sex")), f.text("family"), f.yes("born"), f.yes("phone")));
        f.done();
        return person;
    }

    private static @Nullable Happened happened(@Nullable Fields f) {
        if (f == null)
            return null;
        var time = f.text("time");
        var days = f.number("days");
        var happened = new Happened(days == null ? 0 : days, time == null ? null : LocalTime.parse(time), f.text(
                "words"));
        f.done();
        return happened;
    }

    private static Answer answer(List<String> pair) {
        if (pair.isEmpty())
            return new Answer(Telling.Yes.NOT_SURE, null);
        return new Answer(Telling.Yes.valueOf(pair.getFirst()), pair.size() > 1 ? pair.get(1) : null);
    }

    private static @Nullable ReportedElsewhere reported(@Nullable Fields f) {
        if (f == null)
            return null;
        var reported = new ReportedElsewhere(f.need("to"), f.need("when"), f.text("reference"));
        f.done();
        return reported;
    }

    private static SafeContact safe(@Nullable Fields f) {
        if (f == null)
            return new SafeContact(Telling.Yes.NOT_SURE, null, null);
        var safe = new SafeContact(f.one(Telling.Yes.class, "safe"), f.text("words"), f.text("interpreter"));
        f.done();
        return safe;
    }

    private static @Nullable WorksHere worksHere(@Nullable Fields f, Map<String, Member> staff) {
        if (f == null)
            return null;
        var kind = f.one(Telling.Works.class, "kind");
        var key = f.text("staff");
        var name = f.text("name");
        var post = f.text("post");
        f.done();
        if (key == null)
            return new WorksHere(kind, name, post, null);
        var member = staff.get(key);
        if (member == null)
            throw new IllegalStateException("no member of staff is called " + key);
        return new WorksHere(kind, member.name(), member.post(), key);
    }

    /** The last word says whether the support was taken; those before it are what was offered. */
    private static Support support(List<String> words) {
        if (words.isEmpty())
            return new Support(List.of(), Telling.Taken.NOT_YET);
        return new Support(List.copyOf(words.subList(0, words.size() - 1)), Telling.Taken.valueOf(words.getLast()));
    }

    /** A block of the file, which remembers what was asked of it so that what nobody asked for is found. */
    private static final class Fields {
        private final Map<String, Node> all = new LinkedHashMap<>();
        private final Set<String> asked = new HashSet<>();
        private String id;

        Fields(String id, Node node) {
            this.id = id;
            if (!(node instanceof MappingNode block))
                throw new IllegalStateException(id + ": a list of words expected");
            for (var pair : block.getValue()) {
                var key = ((ScalarNode) pair.getKeyNode()).getValue();
                if (all.put(key, pair.getValueNode()) != null)
                    throw new IllegalStateException(id + " has two " + key);
            }
        }

        void called(String name) {
            id = name;
        }

        boolean has(String key) {
            return all.containsKey(key);
        }

        private @Nullable Node ask(String key) {
            asked.add(key);
            return all.get(key);
        }

        @Nullable
        String text(String key) {
            return ask(key) instanceof ScalarNode s && !s.getValue().isBlank() ? s.getValue().strip() : null;
        }

        String need(String key) {
            var text = text(key);
            if (text == null)
                throw new IllegalStateException(id + " has no " + key);
            return text;
        }

        boolean yes(String key) {
            return "true".equals(text(key));
        }

        @Nullable
        Integer number(String key) {
            var text = text(key);
            return text == null ? null : Integer.valueOf(text);
        }

        <E extends Enum<E>> E one(Class<E> kind, String key) {
            return Enum.valueOf(kind, need(key));
        }

        List<Node> list(String key) {
            return ask(key) instanceof SequenceNode s ? s.getValue() : List.of();
        }

        /** Either one word or a list of them. */
        List<String> words(String key) {
            var node = ask(key);
            if (node instanceof ScalarNode one)
                return List.of(one.getValue());
            return list(key).stream().map(n -> ((ScalarNode) n).getValue()).toList();
        }

        List<String> pair(String key) {
            var words = words(key);
            if (words.size() > 2)
                throw new IllegalStateException(id + " has a comma loose in " + key);
            return words;
        }

        @Nullable
        Fields inside(String key) {
            var node = ask(key);
            return node == null ? null : new Fields(id, node);
        }

        void done() {
            for (var key : all.keySet()) {
                if (!asked.contains(key))
                    throw new IllegalStateException(id + " says " + key + ", which is not known");
            }
        }
    }
}
