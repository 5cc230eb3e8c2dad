package jingtu.server.plan;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.PlanReading;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.document.DocumentId;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class CorrectEntryTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);

  @Autowired CorrectEntry correctEntry;
  @Autowired Plans plans;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  @Test
  void theRegisterSaysSomethingElseAndTheTextDoesNot() {
    RegisteredPlan plan = registered();
    RegisterEntry entry = Entries.numbered("禾汀县净土方案", Optional.of("禾政发〔2026〕7号"));

    assertThat(correctEntry.of(COORDINATOR, plan.id(), entry))
        .isInstanceOfSatisfying(
            CorrectEntry.Outcome.Corrected.class,
            corrected -> assertThat(corrected.plan().entry()).isEqualTo(entry));

    StoredPlan stored = plans.find(COORDINATOR, plan.id()).orElseThrow();
    assertThat(stored.summary().title()).isEqualTo("禾汀县净土方案");
    assertThat(stored.reading().head().title()).isEqualTo("某县方案");
    assertThat(lastAudited())
        .isEqualTo("plan.corrected title: 方案1 → 禾汀县净土方案; number: - → 禾政发〔2026〕7号");
  }

  @Test
  void sayingTheSameAgainChangesAndAuditsNothing() {
    RegisteredPlan plan = registered();
    String before = lastAudited();

    assertThat(correctEntry.of(COORDINATOR, plan.id(), plan.entry()))
        .isEqualTo(new CorrectEntry.Outcome.Corrected(plan));
    assertThat(lastAudited()).isEqualTo(before);
  }

  @Test
  void aParentIsRegisteredAndNotBelowThePlanItself() {
    RegisteredPlan city = registered();
    RegisteredPlan county = registered();
    PlanId nowhere = new PlanId(UUID.randomUUID());
    correctEntry.of(COORDINATOR, county.id(), Entries.below(county.entry(), city.id()));

    assertThat(plans.findSummary(COORDINATOR, county.id()).orElseThrow().entry().parent())
        .contains(city.id());
    assertThat(parentOf(city, county.id()))
        .isEqualTo(new CorrectEntry.Outcome.NoParent(county.id()));
    assertThat(parentOf(city, city.id())).isEqualTo(new CorrectEntry.Outcome.NoParent(city.id()));
    assertThat(parentOf(city, nowhere)).isEqualTo(new CorrectEntry.Outcome.NoParent(nowhere));
  }

  @Test
  void aPlanWhoseParentIsTakenBackStandsAlone() {
    RegisteredPlan city = registered();
    RegisteredPlan county = registered();
    correctEntry.of(COORDINATOR, county.id(), Entries.below(county.entry(), city.id()));

    plans.removeFile(COORDINATOR, city.documentId());

    assertThat(plans.findSummary(COORDINATOR, county.id()).orElseThrow().entry().parent())
        .isEmpty();
  }

  @Test
  void onlyWhoGovernsItsRegionCorrectsAPlan() {
    RegisteredPlan plan = registered();

    assertThat(correctEntry.of(coordinator(TOWNSHIP), plan.id(), Entries.titled("别的")))
        .isEqualTo(new CorrectEntry.Outcome.NotYourRegion(COUNTY));
    assertThat(correctEntry.of(coordinator(NEIGHBOUR), plan.id(), Entries.titled("别的")))
        .isEqualTo(new CorrectEntry.Outcome.Unknown());
    assertThat(plans.findSummary(COORDINATOR, plan.id())).contains(plan);
  }

  private CorrectEntry.Outcome parentOf(RegisteredPlan plan, PlanId parent) {
    return correctEntry.of(COORDINATOR, plan.id(), Entries.below(plan.entry(), parent));
  }

  private RegisteredPlan registered() {
    DocumentId document = new DocumentId(UUID.randomUUID());
    String sha256 = document.value().toString().replace("-", "").repeat(2);
    PlanReading reading = Readings.of(1);
    plans.store(
        COORDINATOR,
        new ImportedFile(document, COUNTY, sha256, Instant.EPOCH),
        reading,
        Entries.of(reading));
    return plans.listOfFile(COORDINATOR, document).getFirst();
  }

  private String lastAudited() {
    return jdbc.sql("select action, detail from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString("action") + " " + row.getString("detail"))
        .optional()
        .orElse("");
  }
}
