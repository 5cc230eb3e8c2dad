package jingtu.server.plan;

import static jingtu.server.PretendOffice.CITY;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.PretendOffice.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingtu.planreader.Passage;
import jingtu.planreader.PlanReading;
import jingtu.planreader.Span;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.document.DocumentId;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class PlansTests {

  private static final Instant AT = Instant.parse("2026-04-01T02:03:04.567891Z");

  @Autowired Plans plans;
  @Autowired Regions regions;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  @Test
  void anyReadingComesBackAsItWasStored() {
    Scope scope = coordinator(COUNTY);
    Seeded.forAll(
        60,
        MadeReadings::any,
        reading -> {
          List<StoredPlan> stored = storeAndLoad(scope, reading);

          assertThat(stored).extracting(StoredPlan::reading).isEqualTo(reading.plans());
          assertThat(stored)
              .allSatisfy(
                  plan -> {
                    assertThat(plan.text()).isEqualTo(reading.text());
                    assertThat(plan.passages()).isEqualTo(reading.passages());
                    assertThat(plan.fileFindings()).isEqualTo(reading.findings());
                  });
        });
  }

  @Test
  void aLineOfTheRegisterCountsWhatThePlanHolds() {
    Scope scope = coordinator(COUNTY);
    Seeded.forAll(
        20,
        MadeReadings::any,
        reading ->
            assertThat(storeAndLoad(scope, reading))
                .allSatisfy(
                    plan -> {
                      RegisteredPlan line = plan.summary();
                      assertThat(line.disclosure()).isEqualTo(plan.reading().head().disclosure());
                      assertThat(line.taskCount()).isEqualTo(plan.reading().tasks().size());
                      assertThat(line.findingCount())
                          .isEqualTo(plan.reading().findings().size() + reading.findings().size());
                      assertThat(line.importedAt()).isEqualTo(AT);
                      assertThat(line.importedBy()).isEqualTo(scope.username());
                    }));
  }

  @Test
  void aPlanOfSeveralInAFileShowsWhatIsNotAnothers() {
    PlanReading reading =
        Readings.ofPlans(
            List.of(new Span(10, 20), new Span(20, 30)),
            List.of(new Span(0, 9), new Span(10, 20), new Span(20, 25), new Span(31, 35)));

    List<StoredPlan> stored = storeAndLoad(coordinator(COUNTY), reading);

    assertThat(stored)
        .extracting(plan -> plan.passages().stream().map(Passage::span).toList())
        .containsExactly(
            List.of(new Span(0, 9), new Span(10, 20), new Span(31, 35)),
            List.of(new Span(0, 9), new Span(20, 25), new Span(31, 35)));
  }

  @Test
  void isSeenInItsRegionAboveAndBelowAndNowhereElse() {
    PlanId id = storeOne(COUNTY);

    for (RegionCode seeing : List.of(COUNTY, CITY, TOWNSHIP)) {
      assertThat(plans.find(officer(seeing), id)).as("from %s", seeing).isPresent();
      assertThat(plans.list(officer(seeing)))
          .as("from %s", seeing)
          .extracting(RegisteredPlan::id)
          .contains(id);
    }
    assertThat(plans.find(officer(NEIGHBOUR), id)).isEmpty();
    assertThat(plans.findSummary(officer(NEIGHBOUR), id)).isEmpty();
    assertThat(plans.list(officer(NEIGHBOUR))).extracting(RegisteredPlan::id).doesNotContain(id);
  }

  @Test
  void aRegionHasAFileOnceAndItsNeighbourMayHaveItToo() {
    PlanReading reading = Readings.of(1);
    plans.store(
        coordinator(COUNTY),
        new ImportedFile(document(), COUNTY, "a".repeat(64), AT),
        reading,
        Entries.of(reading));
    plans.store(
        coordinator(NEIGHBOUR),
        new ImportedFile(document(), NEIGHBOUR, "a".repeat(64), AT),
        reading,
        Entries.of(reading));

    assertThatThrownBy(
            () ->
                plans.store(
                    coordinator(COUNTY),
                    new ImportedFile(document(), COUNTY, "a".repeat(64), AT),
                    reading,
                    Entries.of(reading)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void aLongPlanTakesAsManyStatementsAsAShortOne() {
    Scope scope = coordinator(COUNTY);
    PlanId shortPlan = store(scope, COUNTY, Readings.of(1)).getFirst().id();
    PlanId longPlan = store(scope, COUNTY, Readings.of(600)).getFirst().id();

    int forShort = Statements.countOf(() -> plans.find(scope, shortPlan));
    int forLong = Statements.countOf(() -> assertThat(plans.find(scope, longPlan)).isPresent());

    assertThat(forShort).isPositive();
    assertThat(forLong).isEqualTo(forShort);
  }

  private List<StoredPlan> storeAndLoad(Scope scope, PlanReading reading) {
    return store(scope, COUNTY, reading).stream()
        .map(plan -> plans.find(scope, plan.id()).orElseThrow())
        .toList();
  }

  private PlanId storeOne(RegionCode region) {
    return store(coordinator(region), region, Readings.of(2)).getFirst().id();
  }

  private List<RegisteredPlan> store(Scope scope, RegionCode region, PlanReading reading) {
    DocumentId document = document();
    String sha256 = document.value().toString().replace("-", "").repeat(2);
    plans.store(
        scope, new ImportedFile(document, region, sha256, AT), reading, Entries.of(reading));
    return plans.listOfFile(scope, document);
  }

  private static DocumentId document() {
    return new DocumentId(UUID.randomUUID());
  }
}
