package heed.casework.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.access.Role;
import heed.access.policy.Barring;
import heed.access.policy.Policy;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Concerns;
import heed.casework.concern.Naming;
import heed.casework.concern.Namings;
import heed.casework.concern.Person;
import heed.casework.concern.Telling;
import heed.casework.triage.Desk;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may not be seen joins nobody, counts nowhere and is hinted at only as far as the rule allows. */
@InTown
class KnownPeopleTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    KnownPeople known;
    @Autowired
    Concerns concerns;
    @Autowired
    Namings namings;
    @Autowired
    Desk desk;
    @Autowired
    Barring barring;
    @Autowired
    Seals seals;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor bilal;
    Actor lena;
    Actor omar;

    @BeforeEach
    void a_town() {
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        bilal = town.person("Bilal Orme", Role.DSO);
        lena = town.person("Lena Foss", Role.DSL);
        omar = town.person("Omar Tindall");
    }

    static Person jay() {
        return new Person("AT_RISK", "Jay Marlow", "", "4", "9", "2021", "", "12 Weir Street", "07700 900123", "", "");
    }

    ConcernRef about(Person... people) {
        return town.raised(omar, Town.telling("A worry.").people(List.of(people)));
    }

    UUID id(ConcernRef ref) {
        return UUID
                .fromString(town.texts("select id::text from casework.concern where ref = '" + ref + "'").getFirst());
    }

    UUID naming(ConcernRef ref) {
        return UUID.fromString(town
                .texts("select id::text from casework.concern_person where withdrawn_at is null and concern_id = '"
                        + id(ref) + "'")
                .getFirst());
    }

    void restrict(ConcernRef ref, Actor... named) {
        transactions.inScope(town.scope(), () -> {
            db.sql("update casework.concern set marking = 'RESTRICTED' where ref = :ref").param("ref", ref.value())
                    .update();
            for (var one : named)
                barring.name(lena, id(ref), one.staff());
        });
    }

    List<UUID> offered(Actor by, ConcernRef ref) {
        return known.match(by, ref).people().stream().flatMap(p -> p.offers().stream())
                .map(o -> o.closest().concern().id()).toList();
    }

    void same(Actor by, ConcernRef here, ConcernRef there) {
        known.say(by, here, naming(here), naming(there), KnownLink.Saying.SAME, "",
                known.standing(by, here, naming(here), naming(there)));
    }

    boolean hint(Actor by, ConcernRef ref) {
        return known.match(by, ref).hint();
    }

    @Test
    void an_allegation_about_the_same_people_changes_nothing_of_what_an_officer_is_offered_or_told() {
        var here = about(jay());
        desk.takeUp(amina, here);
        about(jay());
        var visitor = town.visitor(amina, port);
        var before = visitor.get("/concerns/" + here).page().select("main").text();
        town.raised(omar, Town.telling("He shouts at him.").people(List.of(jay()))
                .worksHere(new Telling.WorksHere("yes", "STAFF", "", "", "")));
        assertThat(town.count("select count(*) from casework.concern where marking = 'RESTRICTED'"))
                .as("the lead protects from a record that is restricted").isEqualTo(1);
        assertThat(visitor.get("/concerns/" + here).page().select("main").text()).isEqualTo(before);
        assertThat(hint(amina, here)).isFalse();
        assertThat(town.count("select count(*) from platform.trail where act = 'known-hint.list'")).isZero();
    }

    @Test
    void a_restricted_record_is_hinted_at_only_to_whoever_triages_the_concern() {
        var here = about(jay());
        restrict(about(jay()), lena);
        assertThat(hint(amina, here)).as("not taken up").isFalse();
        desk.takeUp(amina, here);
        assertThat(hint(amina, here)).isTrue();
        assertThat(offered(amina, here)).isEmpty();
        assertThat(hint(bilal, here)).as("another triages it").isFalse();
        assertThat(hint(lena, here)).as("she sees it").isFalse();
        assertThat(offered(lena, here)).hasSize(1);
        assertThat(town.visitor(amina, port).get("/concerns/" + here).page().select("section:has(#known)").text())
                .contains("A restricted record may match: ask the designated safeguarding lead.");
    }

    @Test
    void nobody_excluded_is_hinted_to_and_a_weak_match_is_no_reason_to() {
        var here = about(jay());
        desk.takeUp(amina, here);
        var held = about(jay());
        restrict(held, lena);
        transactions.inScope(town.scope(), () -> barring.exclude(lena, id(held), amina.staff(), "FAMILY"));
        assertThat(hint(amina, here)).isFalse();
        var weak = about(new Person("AT_RISK", "Jay Marlow", "", "", "", "", "", "", "", "", ""));
        restrict(weak, lena);
        assertThat(hint(amina, here)).as("a name alone").isFalse();
    }

    @Test
    void those_whose_restricted_record_was_met_can_read_that_it_was() {
        var here = about(jay());
        desk.takeUp(amina, here);
        var held = about(jay());
        restrict(held, lena);
        hint(amina, here);
        var lead = town.visitor(lena, port);
        assertThat(lead.get("/concerns/" + held).page().select("section:has(#known)").text())
                .contains("1 officer triaging another concern named somebody who may be named here.");
        assertThat(lead.get("/concerns/" + held + "/looks").page().select("tr:contains(Amina Sefton)").text())
                .isNotEmpty();
    }

    @Test
    void a_naming_that_is_hidden_joins_nobody_for_whoever_may_not_see_it() {
        var one = about(jay());
        var hidden = about(jay());
        var three = about(jay());
        same(lena, one, hidden);
        same(lena, hidden, three);
        assertThat(known.person(amina, naming(one)).namings()).hasSize(3);
        restrict(hidden, lena);
        assertThat(known.person(lena, naming(one)).namings()).hasSize(3);
        assertThatThrownBy(() -> known.person(amina, naming(one))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> known.person(amina, naming(hidden))).isInstanceOf(Refused.class);
        assertThat(offered(amina, one)).as("still to be decided for her").containsExactly(id(three));
        same(amina, one, three);
        assertThat(known.person(amina, naming(one)).namings()).hasSize(2);
    }

    @Test
    void what_is_hidden_is_left_out_before_any_number_is_cut() {
        var here = about(jay());
        var ordinary = about(new Person("AT_RISK", "Jay Marlowe", "", "", "", "", "", "", "", "", ""));
        for (int i = 0; i < Namings.OPENED + 5; i++)
            restrict(about(jay()), lena);
        assertThat(offered(amina, here)).containsExactly(id(ordinary));
        assertThat(known.match(amina, here).people().getFirst().more()).isZero();
        assertThat(known.match(lena, here).people().getFirst().offers()).hasSize(KnownPeople.SHOWN);
        assertThat(known.match(lena, here).people().getFirst().more())
                .isEqualTo(Namings.OPENED + 5 + 1 - KnownPeople.SHOWN);
    }

    @Test
    void whoever_was_named_by_mistake_is_no_longer_linked_offered_or_found() {
        var here = about(jay());
        var wrong = about(jay());
        same(amina, here, wrong);
        var naming = naming(wrong);
        transactions.inScope(town.scope(), () -> {
            concerns.replace(amina, concerns.office(amina, wrong), naming,
                    new Person("AT_RISK", "Robin Teale", "", "", "", "", "", "", "", "", ""), java.time.Instant.EPOCH);
        });
        assertThat(known.match(amina, here).people().getFirst().linked()).isEmpty();
        assertThat(offered(amina, here)).isEmpty();
        assertThat(town.count("select count(*) from casework.concern_person where id = '" + naming
                + "' and cardinality(name_tokens || place_tokens || pair_tokens || born_tokens || phone_tokens) > 0"))
                .isZero();
    }

    @Test
    void what_was_recorded_in_error_is_unlinked_and_linked_again_when_put_back() {
        var here = about(jay());
        var error = about(jay());
        same(amina, here, error);
        transactions.inScope(town.scope(), () -> {
            var concern = concerns.office(amina, error);
            concerns.searchable(amina, concern, false);
            concerns.save(amina, concern.setAside(amina, java.time.Instant.EPOCH));
        });
        assertThat(known.match(amina, here).people().getFirst().linked()).isEmpty();
        assertThat(offered(amina, here)).isEmpty();
        assertThat(town.count("select count(*) from casework.concern_person where concern_id = '" + id(error)
                + "' and cardinality(pair_tokens || born_tokens || phone_tokens) > 0")).isZero();
        transactions.inScope(town.scope(), () -> {
            var back = concerns.office(amina, error).putBack(amina, java.time.Instant.EPOCH);
            concerns.save(amina, back);
            concerns.searchable(amina, back.concern(), true);
        });
        assertThat(known.match(amina, here).people().getFirst().linked()).extracting(Naming::concern)
                .extracting(heed.casework.concern.Concern::ref).containsExactly(error);
    }

    @Test
    void nothing_is_opened_but_what_shares_a_key_and_nothing_of_what_was_disposed_of_is_shown() {
        var here = about(jay());
        var other = about(new Person("AT_RISK", "Zed Quillon", "", "", "", "", "", "3 Mill Lane", "", "", ""));
        without(id(other),
                () -> assertThat(offered(amina, here)).as("a key that is missing is not missed").isEmpty());
        var disposed = about(jay());
        assertThat(offered(amina, here)).hasSize(1);
        transactions.inScope(town.scope(), () -> seals.destroy(town.scope(), id(disposed)));
        assertThat(offered(amina, here)).isEmpty();
    }

    /** Does something while a record's key is gone, and puts it back: other tests open everything in this database. */
    private void without(UUID record, Runnable done) {
        record Key(byte[] wrapped, java.sql.Timestamp created) {
        }
        var key = transactions.inScope(town.scope(), () -> {
            var kept = db.sql("select wrapped, created_at from platform.record_key where record_id = :id")
                    .param("id", record)
                    .query((row, n) -> new Key(row.getBytes("wrapped"), row.getTimestamp("created_at"))).single();
            db.sql("delete from platform.record_key where record_id = :id").param("id", record).update();
            return kept;
        });
        try {
            done.run();
        } finally {
            transactions.inScope(town.scope(), () -> db.sql("""
                    insert into platform.record_key (scope_id, record_id, wrapped, created_at)
                    values (:scope, :id, :wrapped, :created)""")
                    .param("scope", town.scope()).param("id", record).param("wrapped", key.wrapped())
                    .param("created", key.created()).update());
        }
    }

    @Test
    void keys_of_an_older_edition_are_made_again_a_few_at_a_time() {
        var here = about(jay());
        var one = about(jay());
        var wrong = about(jay());
        about(jay());
        transactions.inScope(town.scope(), () -> {
            concerns.replace(amina, concerns.office(amina, wrong), naming(wrong),
                    new Person("AT_RISK", "Robin Teale", "", "", "", "", "", "", "", "", ""), java.time.Instant.EPOCH);
            db.sql("update casework.concern_person set pair_tokens = '{}', born_tokens = '{}', phone_tokens = '{}', place_tokens = '{}', keys_edition = 0")
                    .update();
        });
        assertThat(offered(amina, here)).isEmpty();
        var system = Actor.system(town.scope());
        assertThat(transactions.inScope(town.scope(), () -> namings.renew(system, 3))).isEqualTo(3);
        assertThat(transactions.inScope(town.scope(), () -> namings.renew(system, 3))).isEqualTo(2);
        assertThat(transactions.inScope(town.scope(), () -> namings.renew(system, 3))).isZero();
        assertThat(offered(amina, here)).hasSize(2).contains(id(one));
        assertThat(town.count(
                "select count(*) from casework.concern_person where withdrawn_at is not null and cardinality(pair_tokens) > 0"))
                .isZero();
    }

    @Test
    void unseen_restricted_records_are_none_of_those_that_somebody_sees() {
        var held = about(jay());
        restrict(held, bilal);
        transactions.inScope(town.scope(), () -> {
            assertThat(concerns.byIds(Policy.unseenRestricted(amina), List.of(id(held)))).hasSize(1);
            assertThat(concerns.byIds(Policy.unseenRestricted(bilal), List.of(id(held)))).isEmpty();
            assertThat(concerns.byIds(Policy.unseenRestricted(omar), List.of(id(held)))).as("no officer").isEmpty();
            barring.exclude(lena, id(held), amina.staff(), "FAMILY");
            assertThat(concerns.byIds(Policy.unseenRestricted(amina), List.of(id(held)))).hasSize(1);
            assertThat(concerns.byIds(Policy.hinted(amina), List.of(id(held)))).isEmpty();
        });
    }

    @Test
    void the_audit_log_names_every_concern_that_was_read_of_a_known_person() {
        var one = about(jay());
        var two = about(jay());
        var another = about(jay());
        same(lena, one, two);
        known.say(lena, one, naming(one), naming(another), KnownLink.Saying.DIFFERENT, "",
                known.standing(lena, one, naming(one), naming(another)));
        known.person(amina, naming(one));
        assertThat(town.texts("select unnest(found)::text from platform.trail where act = 'known.view'"))
                .contains(id(one).toString(), id(two).toString(), id(another).toString());
        known.match(amina, another);
        assertThat(
                town.texts("select unnest(found)::text from platform.trail where act = 'known.match' and record_id = '"
                        + id(another) + "'"))
                .contains(id(one).toString(), id(two).toString());
    }
}
