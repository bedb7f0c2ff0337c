package heed.casework.concern;

import heed.platform.web.Problem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with what was typed, in words that say how to put it right. Nothing but the account is compulsory. */
public final class TellingCheck {
    /** The longest free text, in characters: about 40 pages. */
    public static final int LONG = 100_000;
    /** The longest single line, in characters. */
    public static final int SHORT = 500;

    private TellingCheck() {
    }

    /** The account: at least one of its three parts, none too long. */
    public static List<Problem> account(Telling.Account account) {
        var found = new ArrayList<Problem>();
        if (account.empty())
            found.add(new Problem("seen", "Tell us what you saw, what you were told or what you think"));
        tooLong(found, "seen", "What you saw or heard", account.seen(), LONG);
        tooLong(found, "told", "What you were told", account.told(), LONG);
        tooLong(found, "think", "What you think", account.think(), LONG);
        return found;
    }

    /** One person; dates must exist and births lie in the past, unless unborn. */
    public static List<Problem> person(Person person, LocalDate today) {
        var found = new ArrayList<Problem>();
        tooLong(found, "name", "Name", person.name(), SHORT);
        tooLong(found, "knownAs", "Other names", person.knownAs(), SHORT);
        tooLong(found, "address", "Address", person.address(), SHORT * 2);
        tooLong(found, "contact", "Telephone or email", person.contact(), SHORT);
        tooLong(found, "description", "Description", person.description(), LONG);
        tooLong(found, "age", "Age", person.age(), 50);
        var born = date(found, "born", "Date of birth", person.bornDay(), person.bornMonth(), person.bornYear());
        if (born != null && born.isAfter(today) && !person.notYetBorn())
            found.add(new Problem("born-day",
                    "Date of birth must be in the past. If the child is not born yet, tick “not born yet”"));
        if (born != null && born.isBefore(today.minusYears(130)))
            found.add(new Problem("born-day", "Date of birth must be within the last 130 years"));
        if (person.age().strip().matches("\\d{4,}")
                || person.age().strip().matches("\\d+") && Integer.parseInt(person.age().strip()) > 130)
            found.add(new Problem("age", "Age must be 130 or under"));
        return found;
    }

    /** When and where; what happened cannot have happened in the future. */
    public static List<Problem> happened(Telling.Happened happened, LocalDate today, LocalTime now) {
        var found = new ArrayList<Problem>();
        var day = date(found, "happened", "The date it happened", happened.day(), happened.month(), happened.year());
        var time = time(happened.time());
        if (!happened.time().isBlank() && time == null)
            found.add(new Problem("time", "Enter a time like 14:30 or 2.30pm, or leave it empty"));
        if (day != null && (day.isAfter(today) || day.equals(today) && time != null && time.isAfter(now)))
            found.add(new Problem("happened-day",
                    "The date it happened must be today or in the past. If you fear something will happen, say so in your account"));
        if (day != null && day.isBefore(today.minusYears(100)))
            found.add(new Problem("happened-day", "The date it happened must be within the last 100 years"));
        tooLong(found, "words", "When, in your own words", happened.words(), LONG);
        tooLong(found, "where", "Where it happened", happened.where(), SHORT * 2);
        tooLong(found, "ward", "Ward or area", happened.ward(), SHORT);
        return found;
    }

    /** Free text that only has to fit. */
    public static List<Problem> knowing(Telling.Knowing knowing) {
        var found = new ArrayList<Problem>();
        tooLong(found, "words", "What they said about this", knowing.words(), LONG);
        tooLong(found, "childView", "What the child says", knowing.childView(), LONG);
        tooLong(found, "parentView", "What the parent says", knowing.parentView(), LONG);
        tooLong(found, "wanted", "What they want to happen", knowing.wanted(), LONG);
        return found;
    }

    /** Free text that only has to fit. */
    public static List<Problem> elsewhere(Telling.Elsewhere elsewhere) {
        var found = new ArrayList<Problem>();
        tooLong(found, "done", "What has been done already", elsewhere.done(), LONG);
        tooLong(found, "to", "Who you told", elsewhere.to(), SHORT);
        tooLong(found, "when", "When you told them", elsewhere.when(), SHORT);
        tooLong(found, "reference", "Their reference", elsewhere.reference(), SHORT);
        return found;
    }

    /** Free text that only has to fit. */
    public static List<Problem> contact(Telling.Contact contact) {
        var found = new ArrayList<Problem>();
        tooLong(found, "words", "How and when to contact them", contact.words(), LONG);
        tooLong(found, "interpreter", "Language or interpreter", contact.interpreter(), SHORT);
        return found;
    }

    /** Free text that only has to fit. */
    public static List<Problem> worksHere(Telling.WorksHere worksHere) {
        var found = new ArrayList<Problem>();
        tooLong(found, "name", "Their name", worksHere.name(), SHORT);
        tooLong(found, "post", "Their job", worksHere.post(), SHORT);
        tooLong(found, "keepFrom", "Who should not see this", worksHere.keepFrom(), SHORT * 2);
        return found;
    }

    /** The most marks that can be shown on one body map. */
    public static final int MARKS_MOST = 40;

    /** One mark: where and what are needed, the rest only has to fit. */
    public static List<Problem> mark(Telling.Mark mark) {
        var found = new ArrayList<Problem>();
        if (BodyList.places().stream().noneMatch(place -> place.code().equals(mark.place())))
            found.add(new Problem("place", "Choose where the mark is"));
        if (BodyList.looks().stream().noneMatch(look -> look.code().equals(mark.look())))
            found.add(new Problem("look", "Choose what it looks like"));
        tooLong(found, "size", "How large it is", mark.size(), SHORT);
        tooLong(found, "colour", "Its colour", mark.colour(), SHORT);
        tooLong(found, "explained", "How it was explained", mark.explained(), LONG);
        return found;
    }

    /** A time as people type it, such as 14:30, 1430, 2.30pm or 9am; null where it is none. */
    public static @Nullable LocalTime time(String typed) {
        var tidy = typed.strip().toUpperCase(Locale.ROOT).replace('.', ':').replaceAll("\\s+", "");
        if (tidy.matches("\\d{1,2}(AM|PM)"))
            tidy = tidy.replaceFirst("(AM|PM)", ":00$1");
        if (tidy.matches("\\d{4}"))
            tidy = tidy.substring(0, 2) + ":" + tidy.substring(2);
        for (var format : List.of("H:mm", "h:mma"))
            try {
                return LocalTime.parse(tidy, DateTimeFormatter.ofPattern(format, Locale.US));
            } catch (DateTimeParseException tryNext) {
                continue;
            }
        return null;
    }

    private static @Nullable LocalDate date(List<Problem> found, String field, String what, String day, String month,
            String year) {
        if (Stream.of(day, month, year).allMatch(String::isBlank))
            return null;
        var missing = day.isBlank() ? "day" : month.isBlank() ? "month" : year.isBlank() ? "year" : null;
        if (missing != null) {
            found.add(new Problem(field + "-" + missing, what + " must include a " + missing));
            return null;
        }
        var date = Typed.date(day, month, year);
        if (date == null)
            found.add(new Problem(field + "-day", what + " must be a real date, such as 27 3 2026"));
        return date;
    }

    private static void tooLong(List<Problem> found, String field, String what, String value, int most) {
        if (value.length() > most)
            found.add(new Problem(field,
                    "%s must be %,d characters or fewer. It is %,d. You can send the rest as an addition"
                            .formatted(what, most, value.length())));
    }
}
