package heed.casework.clock;

import java.time.Instant;
import java.time.LocalTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How long a concern may wait before who is told (domain 2.2). What ships: danger is told to the second officer after 10
 * minutes, to all officers and leads after 20, to the coordinator after 30; everything else to whoever is on duty two
 * hours before it is due, to the second officer and the leads when it is due, to the coordinator at noon of the next
 * working day.
 *
 * @param closing   when the working day ends
 * @param danger    the three steps of danger, counted in minutes from receipt
 * @param beforeDue minutes before everything else is due at which the first reminder goes
 * @param others    who is told at the three steps of everything else: before it is due, when it is, at noon after
 * @param version   goes up by one at every change; -1 where nothing was set
 */
public record ResponsePlan(LocalTime closing, List<Step> danger, int beforeDue, List<Set<Responder>> others,
        int version) {
    /** How many steps there are. */
    public static final int STEPS = 3;
    /** What counts where a council has set nothing. */
    public static final ResponsePlan SHIPPED = new ResponsePlan(Clocks.FIVE,
            List.of(new Step(10, Set.of(Responder.SECOND)), new Step(20, Set.of(Responder.OFFICERS, Responder.LEADS)),
                    new Step(30, Set.of(Responder.COORDINATOR))),
            120, List.of(Set.of(Responder.ON_DUTY), Set.of(Responder.SECOND, Responder.LEADS),
                    Set.of(Responder.COORDINATOR)),
            -1);
    private static final int LONGEST = 24 * 60;

    /** Copies what it is given. */
    public ResponsePlan {
        danger = List.copyOf(danger);
        others = others.stream().map(Set::copyOf).toList();
    }

    /**
     * A step of danger.
     *
     * @param minutes from receipt
     * @param told    who is told then
     */
    public record Step(int minutes, Set<Responder> told) {
        /** Copies the set. */
        public Step {
            told = Set.copyOf(told);
        }
    }

    /**
     * A step with its time.
     *
     * @param number from 1
     * @param at     when its time has come
     * @param told   who is told then
     */
    public record Rung(int number, Instant at, Set<Responder> told) {
    }

    /**
     * Something wrong with it.
     *
     * @param field the box
     * @param words what to do
     */
    public record Wrong(String field, String words) {
    }

    /** What is wrong with it; nothing where it could be used. */
    public List<Wrong> wrongs() {
        var wrongs = new ArrayList<Wrong>();
        if (!closing.isAfter(Clocks.SAME_DAY_UNTIL))
            wrongs.add(new Wrong("closing", "Enter a time after 3pm, such as 17:00"));
        int last = 0;
        for (int i = 0; i < danger.size(); i++) {
            var step = danger.get(i);
            if (step.minutes() < 1 || step.minutes() > LONGEST)
                wrongs.add(new Wrong("minutes-" + (i + 1), "Enter minutes as a number from 1 to 1440"));
            else if (step.minutes() <= last)
                wrongs.add(new Wrong("minutes-" + (i + 1), "Enter more minutes than for the step before"));
            last = Math.max(last, step.minutes());
            if (step.told().isEmpty())
                wrongs.add(new Wrong("danger-" + (i + 1), "Choose at least one who is told"));
        }
        if (beforeDue < 1 || beforeDue > LONGEST)
            wrongs.add(new Wrong("before", "Enter minutes as a number from 1 to 1440"));
        for (int i = 0; i < others.size(); i++)
            if (others.get(i).isEmpty())
                wrongs.add(new Wrong("others-" + (i + 1), "Choose at least one who is told"));
        return List.copyOf(wrongs);
    }

    /**
     * The steps of a concern that waits since a moment, in order, whether their time has come or not. A reminder that would
     * come no later than the concern itself is left out.
     */
    public List<Rung> rungs(Clocks clocks, Instant since, boolean inDanger) {
        var rungs = new ArrayList<Rung>();
        if (inDanger) {
            for (int i = 0; i < danger.size(); i++)
                rungs.add(new Rung(i + 1, since.plus(Duration.ofMinutes(danger.get(i).minutes())),
                        danger.get(i).told()));
            return rungs;
        }
        var due = clocks.firstLook(since, false);
        var reminder = due.minus(Duration.ofMinutes(beforeDue));
        if (reminder.isAfter(since))
            rungs.add(new Rung(1, reminder, others.get(0)));
        rungs.add(new Rung(2, due, others.get(1)));
        rungs.add(new Rung(3, clocks.nextNoon(due), others.get(2)));
        return rungs;
    }
}
