package heed.assurance.exercise;

import heed.assurance.check.Answer;
import heed.assurance.check.Checks;
import heed.assurance.check.Draft;
import heed.assurance.check.Finding;
import heed.assurance.check.Judgement;
import heed.assurance.check.Passage;
import heed.assurance.check.Place;
import heed.assurance.exercise.ReturnReading.Opened;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a return whole and says what will not stand in it. */
@Component
class Checked {
    private final ReturnReading reading;
    private final Clock clock;

    Checked(ReturnReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** A return and what was found in it. */
    record Found(Opened opened, List<Finding> findings) {
    }

    /** Checks the whole of it. For who keeps it and who signs it off. */
    Found of(Actor by, UUID ret) {
        if (!WhoReads.of(by).all())
            throw Refusal.NOT_FOUND.because("not all of it is theirs to read");
        var opened = reading.whole(by, ret, "return.check");
        return new Found(opened, Checks.of(draft(opened, LocalDate.ofInstant(clock.instant(), LondonTime.ZONE))));
    }

    static Draft draft(Opened opened, LocalDate today) {
        var window = opened.made().window();
        // "Last month" is counted from when it was written: after the window from its end.
        var writtenOn = today.isAfter(window.to()) ? window.to() : today;
        var evidence = opened.statements().stream().filter(s -> s.state().live())
                .collect(Collectors.groupingBy(Statement::item));
        return new Draft(opened.edition().questions().stream()
                .map(q -> answer(opened, q, evidence.getOrDefault(q.code(), List.of()))).toList(), window, writtenOn);
    }

    private static Answer answer(Opened opened, ReturnEdition.Asked asked, List<Statement> evidence) {
        var passages = new ArrayList<Passage>();
        var item = opened.item(asked.code()).orElseThrow();
        int n = 0;
        for (var paragraph : item.answer().split("\n\\s*\n"))
            if (!paragraph.isBlank())
                passages.add(new Passage(new Place(asked.code(), Place.Part.RESPONSE, ++n), paragraph));
        n = 0;
        for (var statement : evidence)
            passages.add(new Passage(new Place(asked.code(), Place.Part.EVIDENCE, ++n), statement.words(),
                    statement.in(opened.made().window())));
        // What does not concern the organisation needs no evidence.
        boolean windowed = asked.lastYear() && !notForThem(opened, asked.code());
        return new Answer(asked.code(), passages, windowed, judgement(opened, asked.code()), settled(opened, item));
    }

    private static boolean settled(Opened opened, Item item) {
        var reason = item.noAction();
        return reason != null && !reason.isBlank()
                || opened.actions().stream().anyMatch(a -> a.item().equals(item.code()) && a.open());
    }

    private static boolean notForThem(Opened opened, String code) {
        var own = opened.own(code).values();
        return !own.isEmpty() && own.stream().allMatch(r -> r != null && r.verdict() instanceof Verdict.NotApplicable);
    }

    /** What is asked of its level; of both levels where children and adults are rated apart. */
    private static @Nullable Judgement judgement(Opened opened, String code) {
        var words = new LinkedHashSet<String>();
        Set<Judgement.Need> needs = EnumSet.noneOf(Judgement.Need.class);
        for (var own : opened.own(code).values())
            if (own != null && own.verdict() instanceof Verdict.Level level) {
                var step = opened.edition().scale().level(level.code());
                words.add(step.map(RatingScale.Step::word).orElse(level.code()));
                var requires = step.map(RatingScale.Step::requires).orElse(List.of());
                // A reason that everybody sees stands in place of evidence. (Invariant 3)
                if (requires.contains("evidence") && own.override() == null)
                    needs.add(Judgement.Need.EVIDENCE);
                if (requires.contains("action"))
                    needs.add(Judgement.Need.ACTION);
            }
        return words.isEmpty() ? null : new Judgement(String.join(" and ", words), needs);
    }
}
