package heed.access.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.TestScope;
import heed.access.Role;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.names.Strength;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class StaffTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    Staff staff;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    TestScope town;
    TestScope elsewhere;

    @BeforeEach
    void two_scopes() {
        town = TestScope.in(context);
        elsewhere = TestScope.in(context);
    }

    @Test
    void somebody_added_reads_back_as_typed() {
        var admin = town.acting("Ada Quill", Role.ADMINISTRATOR);
        var manager = town.person("Mary Hartley");
        var id = staff.add(admin, new NewStaff(town.council(), null, manager, " Siân O’Neill-Ødegård ",
                "sian@fellmoor.example", "Ranger"));
        var found = staff.get(admin, id);
        assertThat(found.name()).isEqualTo("Siân O’Neill-Ødegård");
        assertThat(found.mail()).isEqualTo("sian@fellmoor.example");
        assertThat(found.post()).isEqualTo("Ranger");
        assertThat(found.manager()).isEqualTo(manager);
        assertThat(found.leftAt()).isNull();
    }

    @Test
    void names_read_beside_a_person_who_was_then_taken_back_do_not_hide_the_next_one() {
        var admin = town.acting("Ada Quill", Role.ADMINISTRATOR);
        assertThatThrownBy(() -> transactions.inScope(town.id(), () -> {
            staff.add(admin,
                    new NewStaff(town.council(), null, null, "Lost Undone", "lost@fellmoor.example", "Ranger"));
            assertThat(staff.matching(admin, "Lost Undone")).isNotEmpty();
            throw new IllegalStateException("undone");
        })).hasMessage("undone");
        var kept = staff.add(admin,
                new NewStaff(town.council(), null, null, "Nell Newcomer", "nell@fellmoor.example", "Ranger"));
        assertThat(staff.matching(admin, "Lost Undone")).isEmpty();
        assertThat(staff.matching(admin, "Nell Newcomer")).extracting(StaffMatch::staff).containsExactly(kept);
    }

    @Test
    void no_word_of_a_name_is_in_the_table() {
        var id = town.person("Zebedee Quillfeather");
        var stored = transactions.inScope(town.id(), () -> db.sql("select s::text from access.staff s where id = :id")
                .param("id", id).query(String.class).single());
        assertThat(stored).doesNotContainIgnoringCase("zebedee").doesNotContainIgnoringCase("quillfeather")
                .doesNotContain(hex("Zebedee")).doesNotContain(hex("zebedee.quillfeather@fellmoor.example"));
    }

    @Test
    void only_whoever_manages_accounts_adds_somebody() {
        var dso = town.acting("Dee Sothern", Role.DSO, Role.DSL, Role.COORDINATOR);
        assertThatThrownBy(
                () -> staff.add(dso, new NewStaff(town.council(), null, null, "New Person", "n@fellmoor.example", "x")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void another_scopes_person_is_not_there() {
        var stranger = elsewhere.person("Walter Crewe");
        var admin = town.acting("Ada Quill", Role.ADMINISTRATOR);
        assertThatThrownBy(() -> staff.get(admin, stranger)).isInstanceOf(Refused.class);
        assertThat(staff.names(admin, List.of(stranger))).isEmpty();
        assertThat(staff.matching(admin, "Walter Crewe")).isEmpty();
        assertThat(staff.namedIn(admin, "I saw Walter Crewe there")).isEmpty();
        assertThatThrownBy(() -> staff.leave(admin, stranger)).isInstanceOf(Refused.class);
        assertThatThrownBy(
                () -> staff.add(admin, new NewStaff(town.council(), null, stranger, "A B", "a@b.example", "x")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_search_function_gives_nothing_of_a_scope_that_is_not_set() {
        var id = town.person("Walter Crewe");
        var asked = "select s from access.staff_named(:scope, array(select unnest(t) from (select array[]::bigint[] t) e) || :tokens) s";
        Long[] tokens = transactions.inScope(town.id(),
                () -> db.sql("select name_tokens from access.staff where id = :id")
                        .param("id", id).query((row, n) -> (Long[]) row.getArray(1).getArray()).single());
        assertThat(transactions.inScope(town.id(), () -> db.sql(asked).param("scope", town.id()).param("tokens", tokens)
                .query(UUID.class).list())).containsExactly(id);
        assertThat(transactions.inScope(elsewhere.id(),
                () -> db.sql(asked).param("scope", town.id()).param("tokens", tokens)
                        .query(UUID.class).list()))
                .isEmpty();
        assertThat(transactions.inScope(elsewhere.id(),
                () -> db.sql(asked).param("scope", elsewhere.id()).param("tokens", tokens)
                        .query(UUID.class).list()))
                .isEmpty();
    }

    @Test
    void a_typed_name_finds_the_person_by_short_form_spelling_and_order() {
        var william = town.person("William Tordoff");
        town.person("Wilma Torrance");
        var by = town.acting("Jo Reporter");
        for (var typed : List.of("William Tordoff", "bill tordoff", "Tordoff, William", "W. Tordoff", "Willaim Tordof",
                "Mr William Tordoff"))
            assertThat(staff.matching(by, typed)).as(typed).anySatisfy(match -> {
                assertThat(match.staff()).isEqualTo(william);
                assertThat(match.strength()).isEqualTo(Strength.LIKELY);
            });
        assertThat(staff.matching(by, "Tordoff")).extracting(StaffMatch::strength).containsExactly(Strength.POSSIBLE);
        assertThat(staff.matching(by, "Xanthe Zzyzx")).isEmpty();
        assertThat(staff.matching(by, "")).isEmpty();
    }

    @Test
    void a_name_in_a_text_finds_the_person_and_a_change_is_seen_at_once() {
        var by = town.acting("Jo Reporter");
        assertThat(staff.namedIn(by, "Then Bill Tordoff shouted at him.")).isEmpty();
        var william = town.person("William Tordoff");
        assertThat(staff.namedIn(by, "Then Bill Tordoff shouted at him.")).extracting(StaffMatch::staff)
                .containsExactly(william);
        staff.leave(town.acting("Ada Quill", Role.ADMINISTRATOR), william);
        assertThat(staff.namedIn(by, "Then Bill Tordoff shouted at him.")).isEmpty();
        assertThat(staff.matching(by, "William Tordoff")).isEmpty();
    }

    @Test
    void a_line_is_the_manager_and_those_managed() {
        var head = town.person("Hester Head");
        var middle = town.person("Mary Middle", head);
        var first = town.person("Fay First", middle);
        var second = town.person("Sol Second", middle);
        var below = town.person("Bo Below", first);
        var by = town.acting("Jo Reporter");
        assertThat(staff.line(by, middle)).containsExactlyInAnyOrder(head, first, second);
        assertThat(staff.line(by, below)).containsExactly(first);
        assertThat(staff.line(by, UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_leaver_keeps_their_name_and_nobody_marks_themselves() {
        var admin = town.acting("Ada Quill", Role.ADMINISTRATOR);
        var gone = town.person("Gil Gone");
        staff.leave(admin, gone);
        assertThat(staff.names(admin, List.of(gone, UUID.randomUUID())))
                .containsExactly(java.util.Map.entry(gone, "Gil Gone"));
        assertThat(staff.all(admin)).extracting(StaffMember::id).doesNotContain(gone).contains(admin.staff());
        assertThatThrownBy(() -> staff.leave(admin, gone)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.leave(admin, admin.staff())).isInstanceOf(Refused.class);
        assertThat(staff.get(admin, admin.staff()).leftAt()).isNull();
    }

    @Test
    void every_name_read_is_in_the_audit_log_and_a_match_does_not_say_whom() {
        var by = town.acting("Jo Reporter");
        var seen = town.person("Sam Seen");
        staff.get(by, seen);
        staff.names(by, List.of(seen));
        staff.matching(by, "Sam Seen");
        record Entry(String act, UUID record, UUID[] found) {
        }
        var entries = transactions.inScope(town.id(), () -> db
                .sql("select act, record_id as record, found from platform.trail where actor = :by order by at")
                .param("by", by.staff()).query((row, n) -> new Entry(row.getString(1), row.getObject(2, UUID.class),
                        (UUID[]) row.getArray(3).getArray()))
                .list());
        assertThat(entries).extracting(Entry::act).containsExactlyInAnyOrder("staff.view", "staff.names",
                "staff.match");
        assertThat(entries).filteredOn(e -> e.act().equals("staff.view")).extracting(Entry::record)
                .containsExactly(seen);
        assertThat(entries).filteredOn(e -> e.act().equals("staff.names"))
                .allSatisfy(e -> assertThat(e.found()).containsExactly(seen));
        assertThat(entries).filteredOn(e -> e.act().equals("staff.match")).allSatisfy(e -> {
            assertThat(e.record()).isNull();
            assertThat(e.found()).isEmpty();
        });
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
