package heed.assurance.exercise;

import heed.assurance.exercise.ReturnReading.Opened;
import heed.assurance.cycle.Invited;
import heed.platform.Actor;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.TimelineEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return at a glance: what is missing, question by question. Public only because templates compile elsewhere.
 *
 * @param title    the edition's title and year
 * @param which    which version, for whom, about when
 * @param asked    which board asked, and by when; null for none that they may know of
 * @param state    where it stands
 * @param colour   the state's colour
 * @param tally    the counts on both bases
 * @param base     where its pages are
 * @param missing  what holds it up, counted; empty for nothing
 * @param sections its questions
 * @param acts     what can be done now
 * @param amended  where the version is that corrects it; null for none
 * @param before   where the version is that it corrects; null for none
 * @param version  for the forms
 * @param history  what happened, latest first
 * @param all      whether they see all of it
 */
public record OverviewPage(Frame frame, String title, String which, @Nullable Asked asked, String state, String colour,
        String tally,
        String base, List<String> missing, List<Section> sections, Acts acts, @Nullable String amended,
        @Nullable String before, int version, List<TimelineEvent> history, boolean all) {
    /** Who asked. @param href the invitation @param by by when it is wanted; empty once it was handed in */
    public record Asked(String board, String href, String by) {
    }

    /** A section. */
    public record Section(String title, List<Row> rows) {
    }

    /** A question. */
    public record Row(String code, String title, String href, List<Rated> ratings, List<String> shared,
            List<ToDo> toDo) {
    }

    /** A rating of the organisation's own. @param whose empty where it is of everybody */
    public record Rated(String whose, String words, String colour) {
    }

    /** Something to do. @param holdsUp whether it keeps the return from being signed off */
    public record ToDo(String words, boolean holdsUp) {
    }

    /** What can be done now. */
    public record Acts(boolean review, boolean write, boolean sign, boolean submit, boolean amend, boolean share,
            boolean lost, boolean asked, boolean takeOut) {
    }

    static OverviewPage of(Frame frame, Opened opened, Map<UUID, String> names, LocalDate today, LondonTime time,
            String body, @Nullable Invited invited) {
        var made = opened.made();
        var missing = opened.missing();
        var counted = new ArrayList<String>();
        for (var kind : SignOffCheck.Kind.values()) {
            int many = (int) missing.stream().filter(m -> m.kind() == kind).count();
            if (kind.holdsUp() && many > 0)
                counted.add(kind.words() + ": " + many + (many == 1 ? " question" : " questions"));
        }
        var state = made.state();
        var amending = opened.amending();
        var keeps = opened.keeps();
        var lost = opened.ratings().stream().anyMatch(r -> r.verdict() instanceof Verdict.NotRecoverable)
                && opened.edition().scale().rates();
        return new OverviewPage(frame.withTitle(opened.edition().title()), opened.edition().title() + " " + made.year(),
                body + (made.number() > 1 ? ", version " + made.number() : "") + ". Evidence from "
                        + ReturnWords.window(made.window()) + ".",
                invited == null
                        ? null
                        : new Asked(invited.boardName(), "/assurance/invitations/" + invited.id(),
                                state.submitted()
                                        ? ""
                                        : ", by " + ReturnWords.day(invited.returnsBy())
                                                + (invited.returnsBy().isBefore(today) ? " (late)" : "")),
                state.words(), state.colour(), opened.tally(),
                made.href(), state.fixed() ? List.of() : counted,
                opened.edition().sections().stream()
                        .map(s -> new Section(s.title().isEmpty() ? "Questions" : s.code() + " " + s.title(),
                                s.questions().stream().map(q -> row(opened, q, missing, names, today)).toList()))
                        .toList(),
                new Acts(keeps && state == ReturnState.IN_PROGRESS && opened.writes(),
                        (keeps || opened.signs()) && state == ReturnState.INTERNAL_REVIEW,
                        opened.signs() && state == ReturnState.INTERNAL_REVIEW,
                        keeps && state == ReturnState.SIGNED_OFF && amending == null,
                        keeps && state.fixed() && amending == null, keeps && opened.writes(), keeps && lost,
                        keeps && state.submitted() && made.participation() != null, keeps),
                amending == null ? null : amending.href(),
                made.amends() == null ? null : "/assurance/returns/" + made.amends(), made.version(),
                opened.moves().stream().map(m -> new TimelineEvent(m.move().words(),
                        names.getOrDefault(m.by(),
                                m.by().equals(Actor.NOBODY) ? "The board" : "Someone who has left"),
                        time.dayAndTime(m.at()), m.note()))
                        .toList(),
                keeps || opened.signs());
    }

    private static Row row(Opened opened, ReturnEdition.Asked asked, List<SignOffCheck.Missing> missing,
            Map<UUID, String> names, LocalDate today) {
        var scale = opened.edition().scale();
        return new Row(asked.code(), asked.title(), opened.made().href() + "/questions/" + asked.code(),
                opened.own(asked.code()).entrySet().stream().map(e -> rated(scale, e.getKey(), e.getValue())).toList(),
                opened.shares().stream().filter(s -> s.item().equals(asked.code()))
                        .map(s -> names.getOrDefault(s.staff(), "Someone who has left") + ", " + s.words(today))
                        .toList(),
                opened.made().state().fixed()
                        ? List.of()
                        : missing.stream()
                                .filter(m -> m.item().equals(asked.code()) && m.kind() != SignOffCheck.Kind.WAITING)
                                .map(m -> new ToDo(
                                        m.many() > 1 ? m.kind().words() + " (" + m.many() + ")" : m.kind().words(),
                                        m.kind().holdsUp()))
                                .toList());
    }

    private static Rated rated(RatingScale scale, Audience audience, @Nullable Rating own) {
        return new Rated(audience == Audience.ALL ? "" : audience.words(),
                own == null ? "No rating" : ReturnWords.verdict(scale, own.verdict()),
                own == null ? "grey" : ReturnWords.colour(scale, own.verdict()));
    }

    /** Its id, as the last part of where its pages are. */
    public String id() {
        return base.substring(base.lastIndexOf('/') + 1);
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "OverviewPage[" + base + "]";
    }
}
