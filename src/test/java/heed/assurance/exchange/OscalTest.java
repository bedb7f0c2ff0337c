package heed.assurance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.secauto.metaschema.core.metapath.DynamicContext;
import gov.nist.secauto.metaschema.core.metapath.IDocumentLoader;
import gov.nist.secauto.metaschema.core.metapath.item.node.IDocumentNodeItem;
import gov.nist.secauto.metaschema.core.model.IBoundObject;
import gov.nist.secauto.metaschema.core.model.IUriResolver;
import gov.nist.secauto.metaschema.core.model.constraint.DefaultConstraintValidator;
import gov.nist.secauto.metaschema.core.model.constraint.FindingCollectingConstraintValidationHandler;
import gov.nist.secauto.metaschema.core.model.validation.IValidationFinding;
import gov.nist.secauto.metaschema.core.model.validation.JsonSchemaContentValidator;
import gov.nist.secauto.metaschema.databind.io.DeserializationFeature;
import gov.nist.secauto.metaschema.databind.io.Format;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import gov.nist.secauto.oscal.lib.model.AssessmentResults;
import gov.nist.secauto.oscal.lib.model.Catalog;
import gov.nist.secauto.oscal.lib.model.PlanOfActionAndMilestones;
import gov.nist.secauto.oscal.lib.model.Profile;
import heed.assurance.framework.Edition;
import heed.assurance.framework.FrameworkText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves as OSCAL stands up to the schemas and the constraints of OSCAL 1.1.3 itself. */
class OscalTest {
    private static final Instant WHEN = Instant.parse("2026-03-04T05:06:07Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> SCHEMAS = Map.of("catalog", "catalog", "profile", "profile",
            "assessment-results", "ar", "plan-of-action-and-milestones", "poam");
    private static final Map<String, JsonSchemaContentValidator> VALIDATORS = new HashMap<>();
    private static final OscalBindingContext OSCAL = OscalBindingContext.newInstance();
    private static final Map<String, Class<? extends IBoundObject>> MODELS = Map.of("catalog", Catalog.class, "profile",
            Profile.class, "assessment-results", AssessmentResults.class, "plan-of-action-and-milestones",
            PlanOfActionAndMilestones.class);

    /** What OSCAL's own schema has against a document. */
    private static List<String> schema(String document) throws IOException {
        var root = JSON.readTree(document).propertyNames().iterator().next();
        var validator = VALIDATORS.computeIfAbsent(root, r -> {
            try (var in = OscalBindingContext.class
                    .getResourceAsStream("/schema/json/oscal-" + SCHEMAS.get(r) + "_schema.json")) {
                return new JsonSchemaContentValidator(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return said(validator.validate(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                URI.create("urn:test")).getFindings());
    }

    private static List<String> said(List<? extends IValidationFinding> findings) {
        return findings.stream().filter(f -> f.getKind() != IValidationFinding.Kind.PASS)
                .map(f -> f.getSeverity() + " " + f.getPath() + " " + f.getMessage()).toList();
    }

    /** Finds a document's neighbours where it looks for them. */
    private record Beside(Map<String, String> documents) implements IDocumentLoader {
        private static final URI FOLDER = URI.create("https://oscal.example/");

        @Override
        public void setUriResolver(IUriResolver resolver) {
            throw new UnsupportedOperationException("they all lie in one folder");
        }

        @Override
        public IDocumentNodeItem loadAsNodeItem(URI from) throws IOException {
            var name = from.getPath().substring(1);
            var document = documents.get(name);
            if (document == null)
                throw new IOException("no such document");
            var type = MODELS.get(JSON.readTree(document).propertyNames().iterator().next());
            return (IDocumentNodeItem) OSCAL.newDeserializer(Format.JSON, type)
                    .disableFeature(DeserializationFeature.DESERIALIZE_VALIDATE_CONSTRAINTS)
                    .deserializeToNodeItem(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                            FOLDER.resolve(name));
        }
    }

    /** What OSCAL's constraints have against one of them: values that are allowed, ids that are there and only once. */
    private static List<String> constraints(String name, Map<String, String> documents) throws IOException {
        var loader = new Beside(documents);
        var item = loader.loadAsNodeItem(Beside.FOLDER.resolve(name));
        var found = new FindingCollectingConstraintValidationHandler();
        var validator = new DefaultConstraintValidator(found);
        var context = new DynamicContext(item.getStaticContext());
        context.setDocumentLoader(loader);
        validator.validate(item, context);
        validator.finalizeValidation(context);
        return said(found.getFindings());
    }

    @Test
    void sixty_generated_returns_leave_in_documents_that_the_schemas_take() throws IOException {
        int plans = 0;
        for (long seed = 0; seed < 60; seed++)
            for (var document : OscalResults.all(WholeReturnOf.of(seed), WHEN).entrySet()) {
                assertThat(schema(document.getValue())).as(seed + " " + document.getKey()).isEmpty();
                plans += document.getKey().startsWith("plan") ? 1 : 0;
            }
        assertThat(plans).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void they_meet_the_constraints_of_the_model_too(long seed) throws IOException {
        var documents = OscalResults.all(WholeReturnOf.of(seed), WHEN);
        for (var name : documents.keySet())
            assertThat(constraints(name, documents)).as(name).isEmpty();
    }

    @Test
    void a_document_that_is_wrong_is_not_taken() throws IOException {
        var documents = OscalResults.all(WholeReturnOf.some(), WHEN);
        var catalog = documents.get("catalog.json");
        assertThat(schema(catalog.replaceFirst("\"title\" : \"[^\"]*\"", "\"titel\" : \"x\""))).isNotEmpty();
        var results = documents.get("assessment-results.json");
        assertThat(schema(results.replaceFirst("\"oscal-version\" : \"1.1.3\",?", ""))).isNotEmpty();
        assertThat(constraints("catalog.json", Map.of("catalog.json",
                catalog.replaceAll("\"id\" : \"(question|standard)-[^\"]*\"", "\"id\" : \"question-1\""))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ox-2013", "ox-2017", "ox-2022"})
    void the_editions_that_come_with_heed_leave_as_catalog_and_profile(String code) throws IOException {
        var edition = shipped(code);
        var catalog = OscalEdition.catalog(edition, WHEN);
        assertThat(schema(catalog)).isEmpty();
        assertThat(constraints("catalog.json", Map.of("catalog.json", catalog))).isEmpty();
        var profile = OscalEdition.profile(edition, edition.profileCodes().getFirst(), "catalog.json", WHEN);
        assertThat(schema(profile)).isEmpty();
        assertThat(constraints("profile.json", Map.of("catalog.json", catalog, "profile.json", profile))).isEmpty();
        // Every standard and question is there once, and every bullet under its question.
        var ids = new ArrayList<String>();
        ids(JSON.readTree(catalog), ids);
        assertThat(ids).doesNotHaveDuplicates()
                .containsAll(edition.nodes().stream().map(Oscal::token).toList());
        var chosen = JSON.readTree(profile).path("profile").path("imports").get(0);
        if (edition.profiles().isEmpty())
            assertThat(chosen.has("include-all")).isTrue();
        else
            assertThat(chosen.path("include-controls").get(0).path("with-ids"))
                    .hasSize(edition.items(edition.profileCodes().getFirst()).size());
    }

    private static Edition shipped(String code) throws IOException {
        var edition = resource(code);
        var scale = resource(
                edition.lines().filter(l -> l.startsWith("scale: ")).findFirst().orElseThrow().substring(7));
        var read = FrameworkText.edition(edition, 1, scale, 1);
        if (read.edition() == null)
            throw new AssertionError(read.faults().toString());
        return read.edition();
    }

    private static String resource(String code) throws IOException {
        try (var in = OscalTest.class.getResourceAsStream("/frameworks/" + code + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void ids(JsonNode node, List<String> ids) {
        if (node.isObject() && node.has("id"))
            ids.add(node.get("id").asString());
        node.forEach(n -> ids(n, ids));
    }

    @Test
    void one_document_points_at_what_another_says_under_the_same_id() {
        var all = WholeReturnOf.some();
        var documents = OscalResults.all(all, WHEN);
        var catalog = new ArrayList<String>();
        ids(JSON.readTree(documents.get("catalog.json")), catalog);
        var results = JSON.readTree(documents.get("assessment-results.json")).path("assessment-results").path("results")
                .get(0);
        assertThat(catalog).containsAll(results.path("reviewed-controls").findValuesAsString("control-id"));
        assertThat(catalog).containsAll(results.path("findings").findValuesAsString("target-id"));
        assertThat(OscalResults.all(all, WHEN)).isEqualTo(documents);
        var seen = new HashSet<String>();
        for (var observation : results.path("observations"))
            assertThat(seen.add(observation.path("uuid").asString())).isTrue();
        assertThat(seen).containsAll(results.path("findings").findValuesAsString("observation-uuid"));
    }

    @Test
    void a_rating_shows_letter_word_and_definition_and_only_the_best_is_satisfied() {
        var all = WholeReturnOf.some();
        var results = JSON.readTree(OscalResults.of(all, WHEN)).path("assessment-results").path("results").get(0);
        var rated = all.ratings().stream().filter(r -> r.verdict().length() == 1).toList();
        assertThat(results.path("findings")).hasSize(rated.size());
        for (int n = 0; n < rated.size(); n++) {
            var finding = results.path("findings").get(n);
            var status = finding.path("target").path("status");
            assertThat(status.path("state").asString())
                    .isEqualTo(rated.get(n).verdict().equals("B") ? "satisfied" : "not-satisfied");
            assertThat(status.path("remarks").asString()).isEqualTo(switch (rated.get(n).verdict()) {
                case "B" -> "B, Blue: Met and shown";
                case "G" -> "G, Green: Met, not shown";
                default -> "R, Red: Not met";
            });
        }
    }

    @Test
    void a_scale_without_an_order_satisfies_nothing() {
        for (long seed = 0; seed < 100; seed++) {
            var all = WholeReturnOf.of(seed);
            if (all.head().scale().equals("fell-brag") || all.ratings().isEmpty())
                continue;
            var results = JSON.readTree(OscalResults.of(all, WHEN)).path("assessment-results").path("results").get(0);
            assertThat(results.has("findings")).isFalse();
            assertThat(results.path("observations").toString()).contains("\"voice\"");
            return;
        }
        throw new AssertionError("no return on the scale without an order");
    }

    @Test
    void both_colours_of_an_action_and_its_own_words_for_when_leave_with_it() {
        for (long seed = 0; seed < 100; seed++)
            for (var action : WholeReturnOf.of(seed).actions()) {
                if (action.judgement().isEmpty() || action.computed() == null)
                    continue;
                var plan = JSON.readTree(OscalPlan.of("Fellmoor", List.of(action), new UUID(1, 1), WHEN));
                var facets = plan.findValues("facets").stream().map(f -> f.get(0)).toList();
                assertThat(facets).extracting(f -> f.path("name").asString()).containsExactly("lead", "computed");
                assertThat(facets).extracting(f -> f.path("value").asString())
                        .containsExactly(action.judgement().orElseThrow().letter().inFull(),
                                action.computed().letter().inFull());
                return;
            }
        throw new AssertionError("no action with two colours");
    }

    @Test
    void a_week_is_seven_days_and_a_plan_without_actions_is_no_plan() {
        var weekly = new heed.assurance.plan.Schedule.Every(
                new heed.assurance.plan.Schedule.Interval(2, heed.assurance.plan.Schedule.Unit.WEEK), null, null);
        var one = WholeReturnOf.some().actions().getFirst();
        var action = new WholeReturn.ActionLine(one.ref(), one.plan(), one.item(), one.source(), one.words(),
                TimescaleLine.of(weekly), one.posts(), one.state(), null, null, null, null, null, null, List.of(),
                List.of(), null);
        var timing = JSON.readTree(OscalPlan.of("Fellmoor", List.of(action), new UUID(1, 1), WHEN)).findValue("timing");
        assertThat(timing.path("at-frequency").path("period").asInt()).isEqualTo(14);
        assertThat(timing.path("at-frequency").path("unit").asString()).isEqualTo("days");
        assertThatThrownBy(() -> OscalPlan.of("Fellmoor", List.of(), new UUID(1, 1), WHEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_is_of_version_5_and_the_same_for_the_same_names_only() {
        assertThat(UUID.fromString(Oscal.id("a", "b")).version()).isEqualTo(5);
        assertThat(UUID.fromString(Oscal.id("a", "b")).variant()).isEqualTo(2);
        assertThat(Oscal.id("a", "b")).isEqualTo(Oscal.id("a", "b")).isNotEqualTo(Oscal.id("a/b"))
                .isNotEqualTo(Oscal.id("ab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*stars*", "_under_", "`tick`", "{{ insert: param, x }}", "<b>", "[a](b)", "# no heading",
            "a | b", "x~2~ y^2^", "&amp;", "back\\slash", "1. one", "+ plus"})
    void what_was_typed_shows_as_it_was_typed(String typed) throws IOException {
        var shown = gov.nist.secauto.metaschema.core.datatype.markup.MarkupLine.fromMarkdown(Oscal.line(typed))
                .toHtml();
        assertThat(org.jsoup.Jsoup.parse(shown).text()).isEqualTo(typed);
    }

    @Test
    void lists_and_tables_stay_what_they_are() {
        assertThat(Oscal.prose("Two:\n- one *a*\n- two\n\n| A | B |\n|---|---|\n| 1 | x_y |\n\nhttps://a.example/b_c"))
                .isEqualTo("Two:\n\n- one \\*a\\*\n- two\n\n| A | B |\n| --- | --- |\n| 1 | x\\_y |\n\n"
                        + "<https://a.example/b_c>");
    }
}
