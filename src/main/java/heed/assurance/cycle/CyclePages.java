package heed.assurance.cycle;

import heed.access.staff.Staff;
import heed.assurance.framework.Edition;
import heed.directory.organisation.Council;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the pages of cycles and invitations. */
@Component
class CyclePages {
    static final String HOME = "/assurance/cycles";
    /** States of a return from before it goes to the board. */
    private static final Set<String> WRITTEN = Set.of("IN_PROGRESS", "INTERNAL_REVIEW", "SIGNED_OFF");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Cycles cycles;
    private final Invitations invitations;
    private final ObjectProvider<ReturnPlace> returns;
    private final Organisations organisations;
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    CyclePages(Cycles cycles, Invitations invitations, ObjectProvider<ReturnPlace> returns,
            Organisations organisations, Staff staff, Frames frames, LondonTime time) {
        this.cycles = cycles;
        this.invitations = invitations;
        this.returns = returns;
        this.organisations = organisations;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A state's code in words, such as In progress. */
    static String state(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String answers(String profile) {
        return profile.equals(Edition.WHOLE) ? "Everything" : "Profile “" + profile + "”";
    }

    CyclePage cycle(Actor by, UUID id, @Nullable String moved, HttpServletRequest request) {
        var whole = cycles.get(by, id);
        var cycle = whole.cycle();
        var state = cycle.state();
        var here = HOME + "/" + id;
        var names = staff.names(by, whole.moves().stream().map(Cycles.Made::by).collect(Collectors.toSet()));
        long handedIn = whole.invited().stream().filter(Cycles.Standing::handedIn).count();
        var waiting = state == CycleState.OPEN && handedIn < whole.invited().size();
        return new CyclePage(frames.of(request, by, cycle.name()).withBack("/assurance"), state.words(),
                state.colour(), moved, facts(cycle, whole.edition()),
                state.datesMayChange() ? here + "/dates" : null,
                whole.invited().isEmpty() ? "" : handedIn + " of " + whole.invited().size() + " handed in",
                whole.invited().stream().map(s -> row(here, s)).toList(),
                state.datesMayChange() ? here + "/inviting" : null, waiting ? here + "/reminding" : null,
                next(whole), String.valueOf(cycle.version()), here + "/moves", here + "/reviews",
                whole.moves().reversed().stream().map(m -> new CyclePage.Done(m.move().to().words(),
                        time.dayAndTime(m.at()) + " by " + names.getOrDefault(m.by(), "somebody who has left"),
                        m.note() == null ? "" : m.note())).toList());
    }

    /** Why a reminder reached nobody. @param last when those not done were last asked; null where all are */
    String nobodyReminded(@Nullable Instant last) {
        return last == null
                ? "Everybody has handed in, so nobody was reminded."
                : "Those not done were last reminded " + time.dayAndTime(last)
                        + ". Once a day is enough, so nobody was reminded again.";
    }

    private static List<CyclePage.Next> next(Cycles.Whole whole) {
        return CycleMove.from(whole.cycle().state()).stream()
                .filter(move -> move != CycleMove.OPEN_IT || !whole.invited().isEmpty())
                .map(move -> new CyclePage.Next(move.words(), move.name(), move.note()
                        ? HOME + "/" + whole.cycle().id() + "/moves/" + move.name()
                        : null))
                .toList();
    }

    private CyclePage.Row row(String here, Cycles.Standing s) {
        if (s.accepted() == null)
            return new CyclePage.Row(s.name(), answers(s.profile()), "Invited", "grey", "",
                    s.remindedAt() == null ? "" : "Asked on " + time.day(s.remindedAt()),
                    here + "/invitations/" + s.id() + "/withdrawal");
        var since = s.since() == null ? "" : "Since " + time.day(s.since());
        // A version is corrected while the board still has the one before.
        var words = s.handedIn() && WRITTEN.contains(s.state()) ? "Handed in, being corrected" : state(s.state());
        return new CyclePage.Row(s.name(), answers(s.profile()), words,
                s.handedIn() ? "green" : s.state().equals(Participation.NOT_STARTED) ? "grey" : "blue",
                s.done() + " of " + s.items(),
                s.remindedAt() == null || s.handedIn() ? since : since + ". Asked on " + time.day(s.remindedAt()),
                null);
    }

    private static List<SummaryRow> facts(Cycle cycle, Edition edition) {
        var dates = cycle.dates();
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Asks", edition.title() + ", " + edition.code() + " version " + edition.version()));
        facts.add(SummaryRow.of("Evidence is about", window(dates.windowFrom(), dates.windowUntil())));
        facts.add(SummaryRow.of("Returns", day(dates.opensOn()) + " to " + day(dates.returnsBy())));
        if (dates.peerBy() != null)
            facts.add(SummaryRow.of("Peer review", "By " + day(dates.peerBy())));
        if (dates.moderationOn() != null)
            facts.add(SummaryRow.of("The panel meets", "On " + day(dates.moderationOn())));
        if (dates.publishBy() != null)
            facts.add(SummaryRow.of("Published", "By " + day(dates.publishBy())));
        return facts;
    }

    private static String window(LocalDate from, LocalDate until) {
        return day(from) + " to " + day(until);
    }

    InvitationPage invitation(Actor by, UUID id, List<Problem> problems, String chosen, HttpServletRequest request) {
        var invited = invitations.get(by, id);
        var part = invited.accepted();
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("From", invited.boardName()));
        facts.add(SummaryRow.of("You are asked to answer", answers(invited.profile())));
        facts.add(SummaryRow.of("Evidence is about", window(invited.windowFrom(), invited.windowUntil())));
        facts.add(SummaryRow.of("Return by", day(invited.returnsBy())));
        facts.add(SummaryRow.of("The cycle is", invited.state().words()));
        var councils = organisations.councils(by);
        if (part != null) {
            facts.add(SummaryRow.of("Answered for", councils.stream().filter(c -> c.id().equals(part.council()))
                    .map(Council::name).findFirst().orElse("")));
            facts.add(SummaryRow.of("Your return", state(part.state()) + ", " + part.done() + " of " + part.items()
                    + " done"));
        }
        boolean may = part == null && invited.state() == CycleState.OPEN;
        return new InvitationPage(frames.of(request, by, invited.name()).withBack("/assurance"), problems, facts,
                may ? "/assurance/invitations/" + id + "/acceptance" : null,
                may && councils.size() > 1
                        ? Field.of("council", "Who answers?").withProblem(problems.stream().map(Problem::text)
                                .findFirst().orElse(null))
                        : null,
                councils.stream().map(c -> Choice.of(c.id().toString(), c.name(), c.id().toString().equals(chosen)))
                        .toList(),
                part == null && !may,
                part == null
                        ? null
                        : returns.orderedStream().map(r -> r.of(by, id)).flatMap(Optional::stream)
                                .filter(r -> r.begun() || invited.state() == CycleState.OPEN).findFirst()
                                .orElse(null),
                part == null ? null : "/assurance/frameworks/" + part.edition());
    }

    /** The organisation that answers: the one chosen, or the only one there is. */
    Optional<UUID> council(Actor by, String chosen) {
        Map<String, UUID> councils = organisations.councils(by).stream()
                .collect(Collectors.toMap(c -> c.id().toString(), Council::id));
        return councils.size() == 1
                ? councils.values().stream().findFirst()
                : Optional.ofNullable(councils.get(chosen));
    }
}
