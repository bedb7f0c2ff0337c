package heed.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One concern as a member of staff told it, and what became of it. As read from the files its texts still hold slots
 * such as {@code {street}}; as {@link DemoYear} hands it out every slot is filled.
 *
 * @param id             its name among the written concerns
 * @param services       codes of the services that could have raised it
 * @param about          who or what it is about
 * @param danger         whether the reporter said that someone is in danger now
 * @param account        what was seen, told and thought, apart
 * @param people         everyone in it; may be empty when it is about a place
 * @param happened       when, as far as the reporter knows
 * @param where          where, in the reporter's words
 * @param ward           code of the ward; set once dated
 * @param knows          does the person or the parent know that this is passed on
 * @param agrees         do they agree
 * @param childView      the child's own view
 * @param parentView     the parent's view
 * @param wanted         what the person wants to happen
 * @param doneAlready    what the reporter has done already
 * @param reported       reported elsewhere before this was written
 * @param safeContact    whether it is safe to contact them, and how
 * @param worksHere      the person it is about works, volunteers or is licensed here
 * @param keepFrom       people who should not learn of it, in the reporter's words
 * @param takenUpAfter   minutes until taken up: working minutes, or minutes by the clock when in danger
 * @param decision       what was decided
 * @param support        what support the reporter was offered and whether it was taken
 * @param feedback       what the officer wrote back to the reporter
 * @param summary        for an allegation: what a recipient wrote for the lead who protects the person at risk
 * @param written        how often and when it is used in the year
 */
record Telling(String id, List<String> services, About about, boolean danger, Account account, List<Person> people,
        @Nullable Happened happened, @Nullable String where, @Nullable String ward, Answer knows, Answer agrees,
        @Nullable String childView, @Nullable String parentView, @Nullable String wanted, @Nullable String doneAlready,
        @Nullable ReportedElsewhere reported, SafeContact safeContact, @Nullable WorksHere worksHere,
        @Nullable String keepFrom, int takenUpAfter, Decision decision, Support support, String feedback,
        @Nullable String summary, Written written) {

    /** Who or what a concern is about. */
    enum About {
        CHILD, UNBORN, ADULT, FAMILY, PLACE, NOT_KNOWN
    }

    /** What a person is in a concern. */
    enum Role {
        AT_RISK, ALLEGED, FAMILY, WITNESS, PROFESSIONAL
    }

    /** An answer that may honestly be unsure. */
    enum Yes {
        YES, NO, NOT_SURE
    }

    /** What someone is to the council when the worry is about them. */
    enum Works {
        STAFF, VOLUNTEER, CONTRACTOR, COUNCILLOR, LICENSED_DRIVER
    }

    /** What triage concluded. */
    enum Outcome {
        NO_FURTHER_ACTION, ADVICE_GIVEN, SIGNPOST, REFER, OPEN_CASE, ADD_TO_CASE
    }

    /** Whether the offered support was taken. */
    enum Taken {
        YES, NO, NOT_YET
    }

    /** The time of year a concern belongs to. */
    enum Season {
        ANY, WINTER, SUMMER, TERM
    }

    /** The account, in three parts; at least one is there. */
    record Account(@Nullable String seen, @Nullable String told, @Nullable String think) {
        /** All parts that are there, one after the other, each on lines of its own. */
        String whole() {
            var all = new StringBuilder();
            for (var part : new String[]{seen, told, think}) {
                if (part != null)
                    all.append(all.isEmpty() ? "" : "\n").append(part);
            }
            return all.toString();
        }
    }

    /**
     * A person in a concern.
     *
     * @param key         the slot that stands for them in the texts
     * @param role        what they are in it
     * @param name        full name; null when not known
     * @param description who they are when no name is known
     * @param knownAs     the name they go by
     * @param born        date of birth; null when not known
     * @param age         age in years as the reporter put it; null when not known
     * @param unborn      not born yet
     * @param address     where they live
     * @param contact     how they can be reached
     * @param relation    what they are to the person at risk
     * @param drawn       how the name is drawn when the concern is varied
     */
    record Person(String key, Role role, @Nullable String name, @Nullable String description,
            @Nullable String knownAs, @Nullable LocalDate born, @Nullable Integer age, boolean unborn,
            @Nullable String address, @Nullable String contact, @Nullable String relation, Drawn drawn) {
    }

    /**
     * How a varied person is drawn.
     *
     * @param woman      drawn from women's and girls' names
     * @param family     key of the person whose family name they bear; null for one of their own
     * @param bornKnown  whether the date of birth is given
     * @param phone      whether a telephone number is given
     */
    record Drawn(boolean woman, @Nullable String family, boolean bornKnown, boolean phone) {
    }

    /** When it happened: days before it was told, the time if known, and the reporter's words. */
    record Happened(int daysBefore, @Nullable LocalTime time, @Nullable String words) {
    }

    /** An answer and its words. */
    record Answer(Yes answer, @Nullable String words) {
    }

    /** To whom it was reported before, when, and with what reference. */
    record ReportedElsewhere(String to, String when, @Nullable String reference) {
    }

    /** Whether contact is safe, how and when, and the interpreter needed. */
    record SafeContact(Yes safe, @Nullable String words, @Nullable String interpreter) {
    }

    /**
     * The person the worry is about works here.
     *
     * @param kind  what they are to the council
     * @param name  full name as the reporter gives it; null when not known
     * @param post  what they do
     * @param staff key of the member of staff, when they are one
     */
    record WorksHere(Works kind, @Nullable String name, @Nullable String post, @Nullable String staff) {
    }

    /**
     * What was decided.
     *
     * @param outcome one of the six
     * @param reason  code from {@code triage_outcomes}
     * @param reasons the officer's reasons, in words
     * @param route   code from {@code referral_routes}; null unless referred
     * @param toldTo  who took the referral or whom the matter was passed to
     * @param kinds   what the officer recorded it as, each a list and a code such as {@code CHILD.NEGLECT}
     */
    record Decision(Outcome outcome, String reason, String reasons, @Nullable String route, @Nullable String toldTo,
            List<String> kinds) {
    }

    /** Support offered to the reporter: codes from {@code staff_support_offers}, and whether taken. */
    record Support(List<String> offered, Taken taken) {
    }

    /**
     * How a written concern is used.
     *
     * @param once    only as written, never varied
     * @param season  when it happens
     * @param daysAgo for one of a fixed place in the year: days before today; null otherwise
     * @param addsTo  id of the concern whose case this joins; null otherwise
     * @param waits   told today and not taken up yet
     */
    record Written(boolean once, Season season, @Nullable Integer daysAgo, @Nullable String addsTo, boolean waits) {
    }
}
