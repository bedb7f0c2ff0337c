package heed.demo;

import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An invented concern as somebody would have typed it into the form. */
final class DemoTyping {
    private static final int LINE = 500;

    private DemoTyping() {
    }

    /** The form, filled in. */
    static Telling typed(DemoWorld world, DatedConcern dated) {
        var t = dated.telling();
        var reported = t.reported();
        var works = t.worksHere();
        var worksKind = works == null ? "" : works.kind().name();
        return new Telling(t.danger() ? "yes" : "no", t.about().name(),
                new Telling.Account(or(t.account().seen()), or(t.account().told()), or(t.account().think())), people(t),
                happened(world, dated),
                new Telling.Knowing(yes(t.knows().answer()), yes(t.agrees().answer()),
                        lines(t.knows().words(), t.agrees().words()),
                        or(t.childView()), or(t.parentView()), or(t.wanted())),
                new Telling.Elsewhere(or(t.doneAlready()), reported == null ? "no" : "yes",
                        reported == null ? "" : reported.to(),
                        reported == null ? "" : reported.when(), reported == null ? "" : or(reported.reference())),
                new Telling.Contact(yes(t.safeContact().safe()), or(t.safeContact().words()),
                        or(t.safeContact().interpreter())),
                new Telling.WorksHere(works == null ? "no" : "yes", worksKind, works == null ? "" : or(works.name()),
                        works == null ? "" : or(works.post()), or(t.keepFrom())));
    }

    private static Telling.Happened happened(DemoWorld world, DatedConcern dated) {
        var on = dated.happenedOn();
        var at = dated.happenedAt();
        var happened = dated.telling().happened();
        var ward = dated.telling().ward();
        var place = ward == null ? null : world.wards().get(ward);
        return new Telling.Happened(part(on, "day"), part(on, "month"), part(on, "year"),
                at == null ? "" : "%d:%02d".formatted(at.getHour(), at.getMinute()),
                happened == null ? "" : or(happened.words()),
                or(dated.telling().where()), place == null ? "" : place.name());
    }

    /** Everyone in it, whom it is about first; a place stands there by its name. */
    private static List<Person> people(heed.demo.Telling t) {
        var all = new ArrayList<Person>();
        if (t.about() == heed.demo.Telling.About.PLACE)
            all.add(new Person(PersonRole.AT_RISK.name(), shortened(or(t.where())), "", "", "", "", "", "", "", "",
                    ""));
        t.people().stream().sorted(Comparator.comparing(p -> p.role() != heed.demo.Telling.Role.AT_RISK))
                .map(DemoTyping::person).forEach(all::add);
        return all;
    }

    private static Person person(heed.demo.Telling.Person p) {
        var age = p.age();
        return new Person(p.role().name(), or(p.name()), or(p.knownAs()), part(p.born(), "day"),
                part(p.born(), "month"),
                part(p.born(), "year"), age == null || p.born() != null ? "" : age.toString(), or(p.address()),
                or(p.contact()),
                lines(p.description(), capital(p.relation())), p.unborn() ? "yes" : "");
    }

    private static String part(@Nullable LocalDate date, String which) {
        if (date == null)
            return "";
        return Integer.toString(switch (which) {
            case "day" -> date.getDayOfMonth();
            case "month" -> date.getMonthValue();
            default -> date.getYear();
        });
    }

    private static String yes(heed.demo.Telling.Yes answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortened(String line) {
        return line.length() <= LINE ? line : line.substring(0, LINE);
    }

    private static @Nullable String capital(@Nullable String words) {
        return words == null ? null : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    private static String lines(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
