package heed.assurance.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every post of a council, to find whom a plan means: by title, by a holder's name or by an alias, each as it was on a day
 * (invariant 13).
 */
public record PostBook(List<Post> posts) {
    /** Copies the posts. */
    public PostBook {
        posts = List.copyOf(posts);
    }

    /**
     * Who leads, as far as it could be found.
     *
     * @param posts   those meant, in the order written
     * @param unknown names that are nobody's on that day, or more than one post's
     */
    public record Resolved(List<UUID> posts, List<String> unknown) {
        /** Copies the lists. */
        public Resolved {
            posts = List.copyOf(posts);
            unknown = List.copyOf(unknown);
        }
    }

    /** Whom these words mean on a day. */
    public Resolved resolve(String words, LocalDate day) {
        var found = new ArrayList<UUID>();
        var unknown = new ArrayList<String>();
        for (var name : names(words, day)) {
            var posts = named(LeadWords.folded(bare(name)), day);
            if (posts.size() == 1) {
                if (!found.contains(posts.getFirst().id()))
                    found.add(posts.getFirst().id());
            } else
                unknown.add(name);
        }
        return new Resolved(found, unknown);
    }

    /** A line that is a post's title as a whole is not taken apart, whatever "and" or sign is in it. */
    private List<String> names(String words, LocalDate day) {
        var names = new ArrayList<String>();
        var rest = new StringBuilder();
        for (var line : words.split("\\R")) {
            if (named(LeadWords.folded(bare(line)), day).isEmpty()) {
                rest.append(line).append('\n');
                continue;
            }
            names.addAll(LeadWords.split(rest.toString(), folded -> !named(folded, day).isEmpty()));
            rest.setLength(0);
            names.add(line.strip());
        }
        names.addAll(LeadWords.split(rest.toString(), folded -> !named(folded, day).isEmpty()));
        return names;
    }

    /** Without who holds it, which an exported plan puts in brackets behind. */
    private static String bare(String name) {
        return name.replaceAll("\\s*\\([^()]*\\)\\s*$", "");
    }

    private List<Post> named(String folded, LocalDate day) {
        return posts.stream().filter(p -> names(p, day).anyMatch(n -> LeadWords.folded(n).equals(folded))).toList();
    }

    private static Stream<String> names(Post post, LocalDate day) {
        return Stream.concat(Stream.of(post.title()),
                Stream.concat(post.holdersOn(day).stream().map(Post.Holder::name),
                        post.aliases().stream().filter(a -> a.on(day)).map(Post.Alias::alias)));
    }

    /** A post by id. */
    public Optional<Post> post(UUID id) {
        return posts.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** Whether there is a post among these, and each has a holder on the day. */
    public boolean led(List<UUID> leads, LocalDate day) {
        return !leads.isEmpty()
                && leads.stream().allMatch(id -> post(id).filter(p -> !p.holdersOn(day).isEmpty()).isPresent());
    }

    /** Those of the staff who hold one of these posts on a day. */
    Set<UUID> holders(List<UUID> leads, LocalDate day) {
        var holders = new LinkedHashSet<UUID>();
        for (var lead : leads)
            post(lead).map(p -> p.holdersOn(day)).orElse(List.of()).stream()
                    .flatMap(h -> Optional.ofNullable(h.staff()).stream()).forEach(holders::add);
        return holders;
    }

    /** What one of two readings of an action says otherwise than the other; its leads by title and holder on a day. */
    List<Changed> changed(PlanAction before, PlanAction after, LocalDate day) {
        var changed = new ArrayList<Changed>();
        var now = after.words().parts();
        before.words().parts().forEach((part, was) -> {
            var is = now.getOrDefault(part, "");
            if (!was.strip().equals(is.strip()))
                changed.add(new Changed(part, was, is));
        });
        if (!before.leads().equals(after.leads()))
            changed.add(new Changed("Lead", leads(before.leads(), day), leads(after.leads(), day)));
        return changed;
    }

    private String leads(List<UUID> leads, LocalDate day) {
        return String.join("; ", leads.stream().map(id -> words(id, day)).toList());
    }

    /** A post with who holds it on a day, such as "Housing lead (Rosa Salt)". */
    public String words(UUID id, LocalDate day) {
        return post(id).map(p -> {
            var names = p.holdersOn(day).stream().map(Post.Holder::name).toList();
            return p.title() + (names.isEmpty() ? " (nobody holds it)" : " (" + String.join(", ", names) + ")");
        }).orElse("A post that is not there");
    }
}
