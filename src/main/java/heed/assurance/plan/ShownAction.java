package heed.assurance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An action with all that belongs to it, as it stands on a day.
 *
 * @param entries    what was done and said, the latest first
 * @param milestones the soonest first
 * @param leading    whether the reader holds a post that leads it
 * @param computed   Heed's colour; null for one that has none
 * @param next       by when the next news is due; null where nothing returns
 */
public record ShownAction(PlanAction action, List<ActionEntry> entries, List<Milestone> milestones, boolean leading,
        @Nullable Computed computed, @Nullable LocalDate next) {
    /** Copies the lists. */
    public ShownAction {
        entries = List.copyOf(entries);
        milestones = List.copyOf(milestones);
    }

    static ShownAction on(LocalDate day, java.time.ZoneId zone, PlanAction action, List<ActionEntry> entries,
            List<Milestone> milestones, boolean led, boolean leading) {
        var judged = entries.stream().filter(e -> e.colour() != null).findFirst();
        var news = entries.stream()
                .filter(e -> e.kind() == ActionEntry.Kind.PROGRESS || e.kind() == ActionEntry.Kind.JUDGEMENT)
                .findFirst().map(e -> e.at().atZone(zone).toLocalDate()).orElse(null);
        var facts = new Computed.Facts(action.state(), action.schedule(), led,
                judged.map(ActionEntry::colour).orElse(null),
                milestones.stream().filter(m -> m.metOn() == null).map(Milestone::due).toList(),
                action.standing().agreedOn(), news, action.standing().reviewOn());
        return new ShownAction(action, entries, milestones, leading, Computed.on(day, facts).orElse(null),
                action.state().open() ? Computed.nextNews(facts) : null);
    }

    /** The lead's own judgement, with reason and date; empty where there is none. */
    public Optional<ActionEntry> judgement() {
        return entries.stream().filter(e -> e.colour() != null).findFirst();
    }

    /** Whether the lead's colour and Heed's are both there and not the same (invariant 14): then both print, with why. */
    public boolean differs() {
        var c = computed;
        return c != null && judgement().filter(j -> j.colour() != c.colour()).isPresent();
    }

    /** When it was due; null for never. */
    public @Nullable LocalDate due() {
        return action.schedule().due();
    }

    /** Whether Heed finds it late. */
    public boolean overdue() {
        return computed != null && computed.why() == Computed.Why.OVERDUE;
    }
}
