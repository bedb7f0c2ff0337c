package heed.directory.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Lists as a council keeps them. */
@InTown
class WordListsTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    WordLists lists;
    @Autowired
    SetClock clock;
    Town town;
    Actor cora;

    @BeforeEach
    void a_coordinator() {
        clock.startAgain();
        town = Town.in(context);
        cora = town.person("Cora Nettlefold", Role.COORDINATOR);
    }

    static WordRow row(String code, String label) {
        return new WordRow(code, label, "", "any", null, null, "this council", "sourced", List.of());
    }

    @Test
    void wards_begin_empty_and_other_lists_as_they_ship() {
        assertThat(lists.get(cora, "wards").rows()).isEmpty();
        assertThat(lists.get(cora, "child_categories").version()).isZero();
        assertThat(lists.get(cora, "child_categories").label("NEGLECT")).isEqualTo("Neglect");
        assertThatThrownBy(() -> lists.get(cora, "none")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_change_is_a_version_and_every_one_can_be_read() {
        lists.add(cora, "wards", 0, row("E05000001", "Aldermoor"));
        lists.add(cora, "wards", 1, row("E05000002", "Fell End"));
        lists.move(cora, "wards", 2, "E05000002", true);
        lists.change(cora, "wards", 3, new WordRow("E05000001", "Aldermoor", "", "any", null, LocalDate.of(2026, 2, 1),
                "boundary review", "sourced", List.of()));
        var now = lists.get(cora, "wards");
        assertThat(now.rows()).extracting(WordRow::label).containsExactly("Fell End", "Aldermoor");
        assertThat(now.on(lists.today(cora))).extracting(WordRow::code).containsExactly("E05000002");
        assertThat(now.label("E05000001")).isEqualTo("Aldermoor");
        assertThat(lists.past(cora, "wards", 2).rows()).extracting(WordRow::label).containsExactly("Aldermoor",
                "Fell End");
        assertThat(lists.history(cora, "wards")).extracting(ListVersion::change).containsExactly(
                ListVersion.Change.CHANGED, ListVersion.Change.MOVED, ListVersion.Change.ADDED,
                ListVersion.Change.ADDED);
    }

    @Test
    void the_second_of_two_who_change_a_list_at_once_changes_nothing() {
        lists.add(cora, "wards", 0, row("A", "Aldermoor"));
        assertThatThrownBy(() -> lists.add(cora, "wards", 0, row("B", "Fell End"))).isInstanceOf(Refused.class);
        assertThat(lists.get(cora, "wards").rows()).hasSize(1);
    }

    @Test
    void an_adoption_says_who_when_which_and_how_much_was_unconfirmed() {
        var before = lists.get(cora, "levels_of_need");
        var doubtful = before.rows().stream().filter(WordRow::unconfirmed).map(WordRow::code).toList();
        assertThat(doubtful).hasSize(4);
        lists.adopt(cora, "levels_of_need", 0, Set.of(doubtful.getFirst()));
        var standing = lists.standing(cora, "levels_of_need");
        assertThat(standing.list().version()).isEqualTo(1);
        var adopted = standing.adopted();
        assertThat(adopted).isNotNull();
        assertThat(adopted.adoptedBy()).isEqualTo(cora.staff());
        assertThat(adopted.adoptedAt()).isEqualTo(clock.instant());
        assertThat(adopted.unconfirmed()).isEqualTo(3);
        assertThatThrownBy(() -> lists.adopt(cora, "levels_of_need", 1, Set.of())).isInstanceOf(Refused.class);
        assertThat(lists.all(cora)).filteredOn(s -> s.adopted() != null).hasSize(1);
    }

    @Test
    void a_change_that_is_undone_is_not_remembered() {
        var transactions = context.getBean(heed.platform.db.Transactions.class);
        assertThatThrownBy(() -> transactions.inScope(town.scope(), () -> {
            lists.add(cora, "wards", 0, row("A", "Aldermoor"));
            assertThat(lists.get(cora, "wards").rows()).hasSize(1);
            throw new IllegalStateException("undone");
        })).hasMessage("undone");
        assertThat(lists.get(cora, "wards").rows()).isEmpty();
        lists.add(cora, "wards", 0, row("B", "Fell End"));
        assertThat(lists.get(cora, "wards").rows()).extracting(WordRow::code).containsExactly("B");
    }

    @Test
    void only_a_coordinator_changes_lists_and_one_scope_does_not_see_anothers() {
        var dso = town.person("Amina Sefton", Role.DSO);
        assertThatThrownBy(() -> lists.add(dso, "wards", 0, row("A", "Aldermoor"))).isInstanceOf(Refused.class);
        lists.add(cora, "wards", 0, row("A", "Aldermoor"));
        assertThat(lists.get(dso, "wards").rows()).hasSize(1);
        var elsewhere = Town.in(context);
        assertThat(lists.get(elsewhere.person("Bola Ekwueme"), "wards").rows()).isEmpty();
    }
}
