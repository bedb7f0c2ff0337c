package heed.assurance.plan;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** When an action is to be done, as far as people's own words say it. The words themselves stay beside it. */
public sealed interface Schedule {
    /** How exactly a date was given; the last day of what was named is the date. */
    enum Precision {
        /** A day. */
        DAY,
        /** A month. */
        MONTH,
        /** A quarter of a year. */
        QUARTER,
        /** A season: spring is March to May, and so on. */
        SEASON,
        /** A calendar or financial year. */
        YEAR
    }

    /** What returns. */
    enum Unit {
        /** Days. */
        DAY("day"),
        /** Weeks. */
        WEEK("week"),
        /** Months. */
        MONTH("month"),
        /** Years. */
        YEAR("year");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        /** One of them, in words. */
        public String word() {
            return word;
        }
    }

    /** Whether a schedule's last day has gone by. */
    enum Past {
        /** It has. */
        YES,
        /** It has not, or the schedule has no last day. */
        NO,
        /** Nothing says when the last day is. */
        NOT_DECIDABLE
    }

    /** Why no schedule could be read from the words. */
    enum Why {
        /** There are no words. */
        EMPTY("No timescale is given."),
        /** They say that it is not decided: "to be confirmed". */
        NOT_SET("The words say that no date is set."),
        /** They name no date and no rhythm: "as soon as possible". */
        NO_DATE("The words name no date."),
        /** They name a day or month without a year, and the plan's year is not known. */
        NO_YEAR("The words name no year."),
        /** They count from something that they do not name: "within three months". */
        NO_START("The words count from a day that they do not name."),
        /** They name several dates or rhythms. */
        SEVERAL("The words name more than one date or rhythm: choose one, and give the others as milestones."),
        /** They can mean two things: "biannual" is twice a year, or every two years. */
        TWO_MEANINGS("The words can mean two things, such as twice a year or every two years."),
        /** They name a day that does not exist. */
        NO_SUCH_DAY("The words name a day that does not exist."),
        /** They say that it is done already. */
        SAYS_DONE("The words say that it is done, not when."),
        /** Nothing in them is known. */
        UNKNOWN("No date or rhythm was found in the words.");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** A sentence for the person who has to choose. */
        public String words() {
            return words;
        }
    }

    /** How often something returns. */
    record Interval(int many, Unit unit) {
        /** @throws IllegalArgumentException unless from 1 to 999 */
        public Interval {
            if (many < 1 || many > 999)
                throw new IllegalArgumentException("an interval is from 1 to 999");
        }

        /** The day that is this much later. */
        public LocalDate after(LocalDate day) {
            return day.plus(switch (unit) {
                case DAY -> Period.ofDays(many);
                case WEEK -> Period.ofWeeks(many);
                case MONTH -> Period.ofMonths(many);
                case YEAR -> Period.ofYears(many);
            });
        }

        /** Such as "every 3 months". */
        public String words() {
            return many == 1 ? "every " + unit.word() : "every " + many + " " + unit.word() + "s";
        }
    }

    /** By a day. */
    record OnDate(LocalDate due, Precision precision) implements Schedule {
    }

    /** Between two days, either of which may not be known: "all year" of a plan whose year nobody stated. */
    record Between(@Nullable LocalDate from, @Nullable LocalDate to) implements Schedule {
    }

    /** Again and again, perhaps between two days. */
    record Every(Interval interval, @Nullable LocalDate from, @Nullable LocalDate until) implements Schedule {
    }

    /**
     * Without an end.
     *
     * @param review how often it is looked at; an agreed action must have one (invariant 15)
     */
    record Ongoing(@Nullable LocalDate from, @Nullable Interval review) implements Schedule {
    }

    /** When there is cause. */
    record WhenNeeded() implements Schedule {
    }

    /** The words say nothing that can be kept to; a person has to choose. */
    record Unread(Why why) implements Schedule {
    }

    /** The last day; null where there is none or nobody knows it. */
    default @Nullable LocalDate due() {
        return switch (this) {
            case OnDate on -> on.due();
            case Between range -> range.to();
            case Every every -> every.until();
            case Ongoing ongoing -> null;
            case WhenNeeded when -> null;
            case Unread unread -> null;
        };
    }

    /** Whether the last day lies before a day. */
    default Past past(LocalDate day) {
        var due = due();
        if (due != null)
            return due.isBefore(day) ? Past.YES : Past.NO;
        return this instanceof Between || this instanceof Unread ? Past.NOT_DECIDABLE : Past.NO;
    }

    /** How often it is looked at or done; null where nothing returns. */
    default @Nullable Interval returns() {
        return switch (this) {
            case Every every -> every.interval();
            case Ongoing ongoing -> ongoing.review();
            case OnDate on -> null;
            case Between range -> null;
            case WhenNeeded when -> null;
            case Unread unread -> null;
        };
    }

    /** The first day something may fall due that returns; null where nobody said. */
    default @Nullable LocalDate starts() {
        return switch (this) {
            case Every every -> every.from();
            case Ongoing ongoing -> ongoing.from();
            case Between range -> range.from();
            case OnDate on -> null;
            case WhenNeeded when -> null;
            case Unread unread -> null;
        };
    }

    /** Whether an action may be agreed on it: its words were understood, and what goes on is looked at now and then. */
    default boolean standsUp() {
        return !(this instanceof Unread) && !(this instanceof Ongoing ongoing && ongoing.review() == null);
    }

    /** How it was read, in words. */
    default String words() {
        return switch (this) {
            case OnDate on -> "By " + PlanDays.words(on.due()) + (on.precision() == Precision.DAY
                    ? ""
                    : ", the last day of the " + on.precision().name().toLowerCase(java.util.Locale.ROOT) + " named");
            case Between range -> {
                var from = range.from();
                var to = range.to();
                yield to == null
                        ? from == null
                                ? "All year, of a plan whose year is not known"
                                : "From " + PlanDays.words(from) + ", without a last day"
                        : from == null
                                ? "Until " + PlanDays.words(to)
                                : "Between " + PlanDays.words(from) + " and " + PlanDays.words(to);
            }
            case Every every -> capital(every.interval().words())
                    + (every.from() instanceof LocalDate from ? ", from " + PlanDays.words(from) : "")
                    + (every.until() instanceof LocalDate until ? ", until " + PlanDays.words(until) : "");
            case Ongoing ongoing -> "Ongoing"
                    + (ongoing.from() instanceof LocalDate from ? " from " + PlanDays.words(from) : "")
                    + (ongoing.review() instanceof Interval review
                            ? ", reviewed " + review.words()
                            : ", without a review yet");
            case WhenNeeded when -> "When needed";
            case Unread unread -> unread.why().words();
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
