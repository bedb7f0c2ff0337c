package heed.assurance.exchange;

import heed.assurance.evidence.Span;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Carried;
import heed.assurance.exercise.EvidenceState;
import heed.assurance.exercise.Fact;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.ReturnMove;
import heed.assurance.exercise.Voice;
import heed.assurance.plan.ActionEntry;
import heed.assurance.plan.ActionMove;
import heed.assurance.plan.ActionResult;
import heed.assurance.plan.ActionSource;
import heed.assurance.plan.ActionState;
import heed.assurance.plan.ActionWords;
import heed.assurance.plan.PlanColour;
import heed.platform.web.LondonTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one return, as it leaves Heed and comes in again. Organisations and posts are named; no person is, and no
 * account.
 *
 * @param head     which return it is
 * @param edition  the document of what it answers, as YAML
 * @param scale    the document of what it is rated on, as YAML
 * @param frozen   what was signed off, letter for letter as it was hashed then; null while it is not signed off
 * @param signing  how it was signed off; null while it is not
 * @param answers  what was written to each question
 * @param ratings  every rating of every voice, oldest first
 * @param evidence every statement, whatever became of it
 * @param figures  the facts it rests on
 * @param actions  what is to be done about it
 * @param history  what happened to it, oldest first
 */
public record WholeReturn(Head head, String edition, String scale, @Nullable String frozen, @Nullable Signing signing,
        List<Answer> answers, List<RatingLine> ratings, List<EvidenceLine> evidence, List<FigureLine> figures,
        List<ActionLine> actions, List<HistoryLine> history) {
    /** Copies the lists. */
    public WholeReturn {
        answers = List.copyOf(answers);
        ratings = List.copyOf(ratings);
        evidence = List.copyOf(evidence);
        figures = List.copyOf(figures);
        actions = List.copyOf(actions);
        history = List.copyOf(history);
    }

    /** A move of the return. @param note why; null where none was needed or given */
    public record HistoryLine(ReturnMove move, Instant at, @Nullable String note) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "HistoryLine[" + move + "]";
        }
    }

    /**
     * Which return it is.
     *
     * @param id             the return's own
     * @param body           whose it is
     * @param edition        the edition's code
     * @param editionVersion its version
     * @param scale          the scale's code
     * @param scaleVersion   its version
     * @param profile        which part of the edition is answered; empty for all of it
     * @param year           which year's it is
     * @param number         which version of the return
     * @param windowFrom     first day that evidence may be about
     * @param windowUntil    the last
     */
    public record Head(UUID id, String body, String edition, int editionVersion, String scale, int scaleVersion,
            String profile, int year, int number, LocalDate windowFrom, LocalDate windowUntil) {
    }

    /**
     * How it was signed off.
     *
     * @param group  who approved it
     * @param minute where that is minuted
     * @param day    of the meeting
     * @param post   the accountable post
     * @param at     when
     * @param hash   SHA-256 of what was signed off, in small hexadecimal digits
     */
    public record Signing(String group, String minute, LocalDate day, String post, Instant at, String hash) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Signing[" + hash + "]";
        }
    }

    /**
     * What was written to a question.
     *
     * @param item     the question's code
     * @param noAction why there is no action though its rating asks for one; null for no such reason
     */
    public record Answer(String item, String words, Carried carried, @Nullable String noAction) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Answer[" + item + "]";
        }
    }

    /**
     * One rating.
     *
     * @param item         the question's code
     * @param verdict      a level's code, or what stands in place of one, such as not_rated
     * @param attainment   the first facet; null where the level was picked
     * @param evidenced    the second; null where the level was picked
     * @param reason       why it does not apply; null for anything else
     * @param organisation whose people gave it
     * @param ground       what it rests on; null for none
     * @param override     why it stands without evidence; null where it needs no such words
     * @param transcribed  where it was typed in from; null for one given in Heed
     */
    public record RatingLine(String item, Voice voice, Audience audience, String scale, int scaleVersion,
            String verdict, @Nullable String attainment, @Nullable String evidenced, @Nullable String reason,
            String organisation, Instant at, @Nullable GroundLine ground, @Nullable String override,
            @Nullable String transcribed) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "RatingLine[" + item + ", " + voice + "]";
        }
    }

    /** What a rating rests on. */
    public record GroundLine(Rating.Ground.Kind kind, String words, @Nullable LocalDate day) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "GroundLine[" + kind + "]";
        }
    }

    /**
     * One statement of evidence.
     *
     * @param item     the question's code
     * @param about    the times it is about; empty where nothing says when
     * @param typed    whether somebody typed those days; else they were read from the words
     * @param replaces the statement it stands in place of; null for none
     */
    public record EvidenceLine(UUID id, String item, int sort, String words, List<Span> about, boolean typed,
            EvidenceState state, @Nullable UUID replaces, Instant writtenAt) {
        /** Copies the times. */
        public EvidenceLine {
            about = List.copyOf(about);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "EvidenceLine[" + id + "]";
        }
    }

    /**
     * One figure.
     *
     * @param items   the questions that cite it
     * @param measure what is counted: the code of a measure, or words typed
     * @param from    first day of its period; null where none was given
     * @param until   last day of it; null where none was given
     * @param says    as it is printed
     * @param split   the code of how it is parted; null where it is not
     * @param asAt    up to when was counted; null for what Heed did not count
     */
    public record FigureLine(UUID id, List<String> items, String measure, String title, BigDecimal value, String unit,
            @Nullable LocalDate from, @Nullable LocalDate until, Fact.Origin origin, String source, String says,
            List<Fact.Part> parts, @Nullable String split, @Nullable Instant asAt, Instant enteredAt) {
        /** Copies the lists. */
        public FigureLine {
            items = List.copyOf(items);
            parts = List.copyOf(parts);
        }

        /** As it leaves. */
        public static FigureLine of(Fact f) {
            return new FigureLine(f.id(), f.items(), f.measure(), f.title(), f.value(), f.unit(), f.from(), f.until(),
                    f.origin(), f.source(), f.says(), f.parts(), f.split(), f.asAt(), f.enteredAt());
        }

        /** As it is kept. */
        public Fact fact() {
            return new Fact(id, items, measure, title, value, unit, from, until, origin, source, says, parts, split,
                    asAt, enteredAt);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "FigureLine[" + id + "]";
        }
    }

    /**
     * One action.
     *
     * @param ref        what people read aloud
     * @param plan       the plan it stands in
     * @param item       the code of the question, recommendation or point it answers; empty for none
     * @param words      what the plan says
     * @param timescale  how its timescale was read
     * @param posts      the posts that lead it; the first answers for it
     * @param agreedOn   when it was agreed; null while it is not
     * @param reviewOn   for one on hold, when it is looked at again
     * @param claimedOn  when its lead said that it is complete; null while nobody does
     * @param verifiedOn when another looked at that; null while nobody did
     * @param closedOn   when it was closed; null while it is not
     * @param result     what came of it; null while it is not closed
     * @param milestones things on the way
     * @param entries    what was done and said, oldest first: progress, judgements, moves, changes
     * @param computed   Heed's colour on the day it left; null where it has none
     */
    public record ActionLine(String ref, PlanLine plan, String item, ActionSource source, ActionWords words,
            TimescaleLine timescale, List<String> posts, ActionState state, @Nullable LocalDate agreedOn,
            @Nullable LocalDate reviewOn, @Nullable LocalDate claimedOn, @Nullable LocalDate verifiedOn,
            @Nullable LocalDate closedOn, @Nullable ActionResult result, List<MilestoneLine> milestones,
            List<EntryLine> entries, @Nullable ColourLine computed) {
        /** Copies the lists. */
        public ActionLine {
            posts = List.copyOf(posts);
            milestones = List.copyOf(milestones);
            entries = List.copyOf(entries);
        }

        /** The lead's own judgement: the latest. Empty where there is none. */
        public Optional<ColourLine> judgement() {
            return entries.reversed().stream().filter(e -> e.colour() != null).findFirst()
                    .map(e -> new ColourLine(Objects.requireNonNull(e.colour()),
                            Objects.requireNonNullElse(e.words(), ""), LocalDate.ofInstant(e.at(), LondonTime.ZONE)));
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "ActionLine[" + ref + "]";
        }
    }

    /** A plan. @param from its first day; null where nothing says @param until its last */
    public record PlanLine(String title, @Nullable LocalDate from, @Nullable LocalDate until) {
        /** Keeps the title out of logs. */
        @Override
        public String toString() {
            return "PlanLine[" + from + "]";
        }
    }

    /** Something that was done to an action, or said of it. @param colour a judgement's; null for anything else */
    public record EntryLine(ActionEntry.Kind kind, @Nullable ActionMove move, @Nullable PlanColour colour,
            @Nullable String words, Instant at) {
        /** Keeps the words out of logs. */
        @Override
        public String toString() {
            return "EntryLine[" + kind + "]";
        }
    }

    /** Something on the way. @param metOn when it was reached; null while it is not */
    public record MilestoneLine(String what, LocalDate due, @Nullable LocalDate metOn) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "MilestoneLine[" + due + "]";
        }
    }

    /** A colour of an action. @param why the reason @param on the day */
    public record ColourLine(PlanColour letter, String why, LocalDate on) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "ColourLine[" + letter + "]";
        }
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "WholeReturn[" + head.id() + "]";
    }
}
