package heed.access.staff;

import heed.access.Accounts;
import heed.platform.notify.MailServer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a staff list would do to those who work here: worked out, changing nothing. People are known again by their mail
 * address, however it is written.
 *
 * @param steps     what would be done, managers before those they manage
 * @param unchanged how many are in the list as they are here
 * @param missing   who is here and not in the list, by name
 * @param faults    what is wrong; where anything is, nothing would be done
 */
record StaffPlan(List<Step> steps, int unchanged, List<StaffMember> missing, List<StaffFault> faults) {
    /** What would happen to somebody. */
    enum Kind {
        /** Nobody has their mail address yet. */
        ADDED,
        /** They left, and are back. */
        RETURNED,
        /** They are here, in another service or body, and perhaps more is different. */
        MOVED,
        /** They are here, and something else is different. */
        CHANGED
    }

    /**
     * One person's change.
     *
     * @param kind    what would happen
     * @param row     as the list has them
     * @param was     as they are here; null for somebody new
     * @param council the body they would work for
     * @param service their service; null for none
     * @param manager their manager; null for none
     */
    record Step(Kind kind, StaffRow row, @Nullable StaffMember was, UUID council, @Nullable UUID service,
            @Nullable Boss manager) {
        /** Keeps personal data out of logs. */
        @Override
        public String toString() {
            return "Step[" + kind + " " + row.line() + "]";
        }
    }

    /**
     * Somebody's manager: somebody here, or somebody whom the list adds.
     *
     * @param staff who, where they are here or were
     * @param row   who, where the list has them; null otherwise
     */
    record Boss(@Nullable UUID staff, @Nullable StaffRow row) {
        /** Whether this is another manager than somebody has now; nobody has a manager who is yet to be added. */
        static boolean isNew(StaffMember of, @Nullable Boss boss) {
            return boss == null ? of.manager() != null : boss.staff() == null || !boss.staff().equals(of.manager());
        }

        /** Keeps personal data out of logs. */
        @Override
        public String toString() {
            return "Boss[" + staff + "]";
        }
    }

    /** Written one way, as accounts' addresses are before they are digested. */
    static String plain(String mail) {
        return Normalizer.normalize(mail.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+",
                " ");
    }

    /** Works it out. */
    static StaffPlan of(List<StaffRow> rows, List<StaffMember> everyone, List<Workplaces.Workplace> councils,
            List<Workplaces.Workplace> services, Map<String, Accounts.Holder> holders) {
        return new Drawing(rows, everyone, councils, services, holders).drawn();
    }

    /** The working out of one plan. */
    private static final class Drawing {
        private final List<StaffRow> rows;
        private final List<Workplaces.Workplace> councils;
        private final List<Workplaces.Workplace> services;
        private final Map<String, Accounts.Holder> holders;
        private final Map<UUID, StaffMember> people = new LinkedHashMap<>();
        private final Map<String, List<StaffMember>> byMail = new HashMap<>();
        private final Map<String, StaffRow> rowByMail = new LinkedHashMap<>();
        private final Map<StaffRow, StaffMember> known = new HashMap<>();
        private final Map<StaffRow, Boss> bosses = new HashMap<>();
        private final List<StaffFault> faults = new ArrayList<>();

        Drawing(List<StaffRow> rows, List<StaffMember> everyone, List<Workplaces.Workplace> councils,
                List<Workplaces.Workplace> services, Map<String, Accounts.Holder> holders) {
            this.rows = rows;
            this.councils = councils;
            this.services = services;
            this.holders = holders;
            for (var person : everyone) {
                people.put(person.id(), person);
                byMail.computeIfAbsent(plain(person.mail()), k -> new ArrayList<>()).add(person);
            }
        }

        StaffPlan drawn() {
            rows.forEach(this::meet);
            rows.forEach(row -> {
                var boss = boss(row);
                if (boss != null)
                    bosses.put(row, boss);
            });
            var steps = new ArrayList<Step>();
            int same = 0;
            for (var row : rows) {
                var step = step(row);
                if (step == null)
                    same++;
                else
                    steps.add(step);
            }
            circles(steps);
            if (!faults.isEmpty())
                return new StaffPlan(List.of(), 0, List.of(),
                        faults.stream().sorted(Comparator.comparingLong(StaffFault::line)).limit(200).toList());
            var met = new HashSet<>(known.values());
            var missing = people.values().stream().filter(p -> p.leftAt() == null && !met.contains(p)).toList();
            return new StaffPlan(inOrder(steps), same, missing, List.of());
        }

        private void fault(StaffRow row, StaffColumn column, String words) {
            faults.add(new StaffFault(row.line(), column.word(), words));
        }

        /** Who of those here, or who left, this is. */
        private void meet(StaffRow row) {
            if (row.name().isEmpty())
                fault(row, StaffColumn.NAME, "Enter their name");
            if (row.post().isEmpty())
                fault(row, StaffColumn.POST, "Enter what their job is called");
            if (!MailServer.plausible(row.mail())) {
                fault(row, StaffColumn.MAIL, "Enter their work mail address, such as jo.field@example.gov.uk");
                return;
            }
            var first = rowByMail.putIfAbsent(plain(row.mail()), row);
            if (first != null) {
                fault(row, StaffColumn.MAIL, "The same mail address is in line " + first.line());
                return;
            }
            var all = byMail.getOrDefault(plain(row.mail()), List.of());
            var here = all.stream().filter(p -> p.leftAt() == null).toList();
            if (here.size() > 1)
                fault(row, StaffColumn.MAIL, "Two people here have this mail address: mark one of them as having left");
            else if (here.size() == 1)
                known.put(row, here.getFirst());
            else {
                var holder = holders.get(row.mail());
                if (holder == null)
                    all.stream().max(Comparator.comparing(Drawing::left)).ifPresent(p -> known.put(row, p));
                else if (holder.staff() instanceof UUID who && people.get(who) instanceof StaffMember back)
                    known.put(row, back);
                else
                    fault(row, StaffColumn.MAIL, "Someone already has an account with this mail address");
            }
        }

        private static java.time.Instant left(StaffMember person) {
            return person.leftAt() == null ? java.time.Instant.MAX : person.leftAt();
        }

        private @Nullable Boss boss(StaffRow row) {
            var typed = row.manager();
            if (typed.isEmpty())
                return null;
            var found = typed.contains("@") ? byAddress(row, typed) : byName(row, typed);
            if (found != null && (row.equals(found.row())
                    || found.staff() != null && known.get(row) instanceof StaffMember self
                            && self.id().equals(found.staff()))) {
                fault(row, StaffColumn.MANAGER, "Enter someone else: nobody manages themselves");
                return null;
            }
            return found;
        }

        private Boss of(StaffRow row) {
            var person = known.get(row);
            return new Boss(person == null ? null : person.id(), row);
        }

        private @Nullable Boss byAddress(StaffRow row, String typed) {
            var inList = rowByMail.get(plain(typed));
            if (inList != null)
                return of(inList);
            var all = byMail.getOrDefault(plain(typed), List.of());
            var here = all.stream().filter(p -> p.leftAt() == null).toList();
            if (here.size() == 1)
                return new Boss(here.getFirst().id(), null);
            // Somebody whose manager has left still has them until somebody says who is next.
            var self = known.get(row);
            for (var gone : all)
                if (self != null && gone.id().equals(self.manager()))
                    return new Boss(gone.id(), null);
            fault(row, StaffColumn.MANAGER, all.isEmpty()
                    ? "Nobody in this list or here has this mail address"
                    : here.isEmpty() ? "Whoever has this mail address has left" : "Two people here have this address");
            return null;
        }

        private @Nullable Boss byName(StaffRow row, String typed) {
            var wanted = folded(typed);
            var found = new ArrayList<Boss>();
            for (var other : rowByMail.values())
                if (folded(other.name()).equals(wanted))
                    found.add(of(other));
            var inList = new HashSet<>(known.values());
            for (var person : people.values())
                if (person.leftAt() == null && !inList.contains(person) && folded(person.name()).equals(wanted))
                    found.add(new Boss(person.id(), null));
            if (found.size() == 1)
                return found.getFirst();
            fault(row, StaffColumn.MANAGER, found.isEmpty()
                    ? "Nobody in this list or here has this name: check the spelling, or give their mail address"
                    : "Several people have this name: give their manager’s mail address");
            return null;
        }

        private @Nullable Step step(StaffRow row) {
            var was = known.get(row);
            var council = named(row, StaffColumn.COUNCIL, row.council(), councils);
            var service = row.service().isEmpty() ? null : service(row, council);
            if (service != null)
                council = service.of();
            else if (council == null && was != null)
                council = was.council();
            else if (council == null && councils.size() == 1)
                council = councils.getFirst().id();
            if (council == null) {
                if (row.service().isEmpty() && row.council().isEmpty())
                    fault(row, StaffColumn.COUNCIL, "Say who they work for, or give their service");
                return null;
            }
            var serviceId = service == null ? null : service.id();
            var boss = bosses.get(row);
            if (was == null)
                return new Step(Kind.ADDED, row, null, council, serviceId, boss);
            if (was.leftAt() != null)
                return new Step(Kind.RETURNED, row, was, council, serviceId, boss);
            if (!was.council().equals(council) || !Objects.equals(was.service(), serviceId))
                return new Step(Kind.MOVED, row, was, council, serviceId, boss);
            return was.name().equals(row.name()) && was.post().equals(row.post()) && !Boss.isNew(was, boss)
                    ? null
                    : new Step(Kind.CHANGED, row, was, council, serviceId, boss);
        }

        private @Nullable UUID named(StaffRow row, StaffColumn column, String typed,
                List<Workplaces.Workplace> places) {
            if (typed.isEmpty())
                return null;
            var found = places.stream().filter(p -> folded(p.name()).equals(folded(typed))).toList();
            if (found.size() == 1)
                return found.getFirst().id();
            fault(row, column, "Nothing here is called this: check the spelling, or add it under Settings first");
            return null;
        }

        private Workplaces.@Nullable Workplace service(StaffRow row, @Nullable UUID council) {
            var found = services.stream().filter(s -> folded(s.name()).equals(folded(row.service())))
                    .filter(s -> council == null || council.equals(s.of())).toList();
            if (found.size() == 1)
                return found.getFirst();
            fault(row, StaffColumn.SERVICE, found.isEmpty()
                    ? "There is no such service: check the spelling, or add it under Settings first"
                    : "Several bodies have a service of this name: add a column “works for”");
            return null;
        }

        /** Nobody may be above themselves. A circle that is here already and stays as it is is not this list's fault. */
        private void circles(List<Step> steps) {
            var touched = new HashMap<Object, Step>();
            steps.forEach(step -> touched.put(key(step.was(), step.row()), step));
            for (var step : steps) {
                if (step.manager() == null || step.was() != null && !Boss.isNew(step.was(), step.manager()))
                    continue;
                var me = key(step.was(), step.row());
                var seen = new HashSet<Object>();
                @Nullable
                Object above = above(me, touched);
                while (above != null && !above.equals(me) && seen.add(above))
                    above = above(above, touched);
                if (me.equals(above))
                    fault(step.row(), StaffColumn.MANAGER,
                            "This makes a circle: somebody whom they manage is above them");
            }
        }

        private static Object key(@Nullable StaffMember was, @Nullable StaffRow row) {
            return was != null ? was.id() : Objects.requireNonNull(row);
        }

        private @Nullable Object above(Object who, Map<Object, Step> touched) {
            if (touched.get(who) instanceof Step step)
                return step.manager() instanceof Boss boss
                        ? boss.staff() != null ? boss.staff() : Objects.requireNonNull(boss.row())
                        : null;
            return who instanceof UUID id && people.get(id) instanceof StaffMember person ? person.manager() : null;
        }

        /** New people after the new managers they have. */
        private static List<Step> inOrder(List<Step> steps) {
            var byRow = new HashMap<StaffRow, Step>();
            steps.forEach(step -> byRow.put(step.row(), step));
            var ordered = new ArrayList<Step>();
            Set<StaffRow> placed = new HashSet<>();
            for (var step : steps) {
                var chain = new ArrayList<Step>();
                @Nullable
                Step each = step;
                while (each != null && placed.add(each.row())) {
                    chain.add(each);
                    var boss = each.manager();
                    each = boss == null || boss.staff() != null || boss.row() == null ? null : byRow.get(boss.row());
                }
                ordered.addAll(chain.reversed());
            }
            return List.copyOf(ordered);
        }
    }
}
