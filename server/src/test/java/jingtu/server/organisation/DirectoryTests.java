package jingtu.server.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.OnBothDatabases;
import jingtu.server.edge.Problem;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.annotation.Transactional;

/** Changes of the directory, who may make them, and what cannot be. */
@ApplicationModuleTest(BootstrapMode.DIRECT_DEPENDENCIES)
@OnBothDatabases
@Transactional
class DirectoryTests {

  private static final RegionCode COUNTY = new RegionCode("991101");
  private static final LocalDate REFORM = LocalDate.of(2019, 3, 1);

  @Autowired Regions regions;
  @Autowired Areas areas;
  @Autowired Organisations organisations;
  @Autowired Successions successions;
  @Autowired Liaisons liaisons;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void load() {
    InventedRegions.load(regions);
  }

  private static Scope as(Role role, String code) {
    return new Scope(
        new UUID(0, 1), "tester", role, Optional.of(new RegionCode(code)), Optional.empty());
  }

  private static Scope keeper() {
    return as(Role.COORDINATOR, "991101");
  }

  private Organisation add(String name, String... aliases) {
    return organisations.add(
        keeper(), OrganisationEntry.named(name, Optional.of(COUNTY), List.of(aliases)));
  }

  private static OrganisationEntry supervisedBy(String name, Organisation supervisor) {
    return new OrganisationEntry(
        name, Optional.empty(), Optional.empty(), List.of(), Optional.of(supervisor.id()), "");
  }

  private static void refused(ThrowingCallable call, String key) {
    assertThatThrownBy(call)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("organisation." + key);
  }

  @Test
  void everybodyReadsWhoThereIs() {
    Organisation added = add("某局");
    assertThat(organisations.list(as(Role.OFFICER, "991102"))).contains(added);
    assertThat(organisations.find(as(Role.AUDITOR, "990000"), added.id())).contains(added);
  }

  /** Whose telephone numbers an account reads; {@code own} is the county's organisation itself. */
  @ParameterizedTest(name = "{0} of {1}: reads {2}, keeps {3}, names {4}")
  @CsvSource({
    "COORDINATOR,      991101,    true,  true,  true",
    "OFFICER,          991101,    true,  false, false",
    "ADMINISTRATOR,    991101,    true,  true,  true",
    "SECURITY_OFFICER, 991101,    false, false, false",
    "AUDITOR,          991101,    false, false, false",
    "COORDINATOR,      991100,    true,  true,  true",
    "OFFICER,          990000,    true,  false, false",
    "COORDINATOR,      991101001, false, false, false",
    "OFFICER,          991102,    false, false, false",
    "COORDINATOR,      991102,    false, false, false",
    "OFFICER,          own,       true,  false, true",
    "AUDITOR,          own,       true,  false, false"
  })
  void personsAreForTheOrganisationAndForItsRegionAndThoseAbove(
      Role role, String from, boolean reads, boolean keeps, boolean names) {
    Organisation added = add("某局");
    liaisons.replace(keeper(), added.id(), 0, List.of(new Liaison("某人", "科长", "0000-1")));
    Scope scope =
        from.equals("own")
            ? new Scope(
                new UUID(0, 1), "tester", role, Optional.of(COUNTY), Optional.of(added.id()))
            : as(role, from);
    assertThat(liaisons.list(scope).containsKey(added.id())).isEqualTo(reads);
    Keeper keeper = organisations.keeper(scope);
    Organisation now = organisations.get(added.id());
    assertThat(keeper.keeps(now)).isEqualTo(keeps);
    assertThat(keeper.namesLiaisons(now)).isEqualTo(names);
    if (names) {
      liaisons.replace(scope, added.id(), 1, List.of());
      assertThat(liaisons.list(keeper()).get(added.id())).isEmpty();
    } else {
      refused(() -> liaisons.replace(scope, added.id(), 1, List.of()), "not-yours");
    }
    if (!keeps) {
      refused(
          () -> organisations.change(scope, added.id(), 2, supervisedBy("改", added)), "not-yours");
    }
  }

  @Test
  void personsStandInTheirOrderAndTheirTelephonesAreNotInTheAudit() {
    Organisation added = add("某局");
    List<Liaison> named =
        List.of(new Liaison("乙", "科长", "0000-7654321"), new Liaison(" 甲 ", "", ""));
    liaisons.replace(keeper(), added.id(), 0, named);
    assertThat(liaisons.list(keeper()).get(added.id()))
        .containsExactly(new Liaison("乙", "科长", "0000-7654321"), new Liaison("甲", "", ""));
    assertThat(
            jdbc.sql("select detail from audit_entry where action = 'organisation.liaisons-named'")
                .query(String.class)
                .list())
        .allSatisfy(detail -> assertThat(detail).contains("乙").doesNotContain("7654321"));
  }

  @Test
  void aChangeIsKeptWithItsTraceAndAnotherFromTheSameVersionIsRefused() {
    Organisation supervisor = add("市局");
    Organisation added = add("某局", "旧名");
    Organisation changed =
        organisations.change(
            keeper(),
            added.id(),
            added.version(),
            new OrganisationEntry(
                "某分局",
                Optional.of(COUNTY),
                Optional.empty(),
                List.of("某局"),
                Optional.of(supervisor.id()),
                "土壤监督管理"));
    assertThat(changed.name()).isEqualTo("某分局");
    assertThat(changed.aliases()).containsExactly("某局");
    assertThat(changed.supervisor()).contains(supervisor.id());
    assertThat(changed.functions()).isEqualTo("土壤监督管理");
    refused(
        () ->
            organisations.change(
                keeper(), added.id(), added.version(), supervisedBy("乙", supervisor)),
        "changed-meanwhile");
    refused(
        () -> liaisons.replace(keeper(), added.id(), added.version(), List.of()),
        "changed-meanwhile");
    assertThat(organisations.get(added.id())).isEqualTo(changed);
    assertThat(
            jdbc.sql("select detail from audit_entry where action = 'organisation.changed'")
                .query(String.class)
                .list())
        .anySatisfy(detail -> assertThat(detail).contains("name: 某局 -> 某分局", "[旧名] -> [某局]"));
  }

  @Test
  void theRegionStays() {
    Organisation added = add("某局");
    OrganisationEntry elsewhere =
        OrganisationEntry.named("某局", Optional.of(new RegionCode("991101001")), List.of());
    refused(
        () -> organisations.change(keeper(), added.id(), added.version(), elsewhere),
        "region-stays");
  }

  @Test
  void aNameMeansOneOrganisationOfThoseAtWorkInARegion() {
    Organisation old = add("旧局", "简称");
    refused(() -> add("新局", "简称"), "alias-taken");
    refused(() -> add("简称"), "alias-taken");
    refused(() -> add("新局", "旧局"), "alias-taken");
    organisations.end(keeper(), old.id(), REFORM);
    assertThat(add("新局", "旧局", "简称").aliases()).containsExactly("旧局", "简称");
  }

  @Test
  void whatHasEndedStaysAndCanBeTakenBack() {
    Organisation added = add("某局");
    assertThat(organisations.end(keeper(), added.id(), REFORM).endedOn()).contains(REFORM);
    assertThat(organisations.list(keeper())).extracting(Organisation::id).contains(added.id());
    assertThat(organisations.reopen(keeper(), added.id()).endedOn()).isEmpty();
    refused(
        () -> organisations.end(as(Role.COORDINATOR, "991102"), added.id(), REFORM), "not-yours");
    refused(() -> organisations.end(keeper(), UUID.randomUUID(), REFORM), "unknown");
  }

  @Test
  void nobodySupervisesItself() {
    Organisation a = add("甲局");
    Organisation b = organisations.add(keeper(), supervisedBy("乙局", a));
    Organisation c = organisations.add(keeper(), supervisedBy("丙局", b));
    refused(
        () -> organisations.change(keeper(), a.id(), a.version(), supervisedBy("甲局", c)),
        "supervises-itself");
    refused(
        () -> organisations.change(keeper(), a.id(), a.version(), supervisedBy("甲局", a)),
        "supervises-itself");
    OrganisationEntry unknown =
        new OrganisationEntry(
            "丁局",
            Optional.of(COUNTY),
            Optional.empty(),
            List.of(),
            Optional.of(UUID.randomUUID()),
            "");
    refused(() -> organisations.add(keeper(), unknown), "unknown-supervisor");
  }

  @Test
  void anAreaHoldsOrganisationsOfItsRegionAndGoesOnlyWhenEmpty() {
    Area zone = areas.add(keeper(), " 产业园 ", AreaKind.DEVELOPMENT_ZONE, COUNTY);
    assertThat(zone.name()).isEqualTo("产业园");
    OrganisationEntry inside =
        new OrganisationEntry(
            "管委会", Optional.of(COUNTY), Optional.of(zone.id()), List.of(), Optional.empty(), "");
    Organisation added = organisations.add(keeper(), inside);
    assertThat(added.area()).contains(zone.id());
    refused(() -> areas.remove(keeper(), zone.id()), "area-in-use");
    refused(
        () -> areas.add(keeper(), "园", AreaKind.FARM, new RegionCode("991102")), "unknown-region");
    refused(
        () -> areas.change(as(Role.COORDINATOR, "991102"), zone.id(), "改", AreaKind.FARM),
        "unknown-region");
    OrganisationEntry elsewhere =
        new OrganisationEntry(
            "乡里的单位",
            Optional.of(new RegionCode("991101001")),
            Optional.of(zone.id()),
            List.of(),
            Optional.empty(),
            "");
    refused(() -> organisations.add(keeper(), elsewhere), "area-elsewhere");
    organisations.change(
        keeper(),
        added.id(),
        added.version(),
        OrganisationEntry.named("管委会", Optional.empty(), List.of()));
    assertThat(areas.change(keeper(), zone.id(), "农场", AreaKind.FARM).kind())
        .isEqualTo(AreaKind.FARM);
    areas.remove(keeper(), zone.id());
    assertThat(areas.list(keeper())).extracting(Area::id).doesNotContain(zone.id());
    refused(() -> areas.remove(keeper(), zone.id()), "unknown-area");
  }

  @Test
  void anAreaIsNamedOncePerRegion() {
    areas.add(keeper(), "产业园", AreaKind.DEVELOPMENT_ZONE, COUNTY);
    refused(() -> areas.add(keeper(), "产业园", AreaKind.FARM, COUNTY), "area-taken");
  }

  private Succession succeed(Organisation from, Organisation to, LocalDate on, String function) {
    return successions.add(keeper(), from.id(), to.id(), on, function, "", function.isEmpty());
  }

  @Test
  void whoPassesEverythingOnEndsAndTheFunctionsOfASplitGoTheirWays() {
    Organisation old = add("旧局");
    Organisation one = add("甲局");
    Organisation other = add("乙局");
    succeed(old, one, REFORM, "农用地");
    succeed(old, other, REFORM, "");
    assertThat(organisations.get(old.id()).endedOn()).contains(REFORM);
    assertThat(successions.list(keeper()))
        .filteredOn(s -> s.predecessor().equals(old.id()))
        .extracting(Succession::whole)
        .containsExactlyInAnyOrder(false, true);
    Succession known = successions.list(keeper()).getLast();
    successions.remove(keeper(), known.id());
    assertThat(successions.list(keeper())).doesNotContain(known);
    refused(() -> successions.remove(keeper(), known.id()), "unknown-succession");
  }

  @Test
  void aFunctionMayComeBackOnALaterDayButNotOnTheSame() {
    Organisation a = add("甲局");
    Organisation b = add("乙局");
    Organisation c = add("丙局");
    succeed(a, b, REFORM, "气候变化");
    succeed(b, c, REFORM, "气候变化");
    refused(() -> succeed(c, a, REFORM, "气候变化"), "succession-circle");
    succeed(c, a, REFORM.plusYears(5), "气候变化");
    refused(() -> succeed(a, a, REFORM, ""), "succeeds-itself");
    refused(() -> succeed(a, b, REFORM, "气候变化"), "succession-known");
  }

  @Test
  void whatHasEndedPassesNothingOnLaterAndTakesNothingOver() {
    Organisation old = add("旧局");
    Organisation next = add("新局");
    organisations.end(keeper(), old.id(), REFORM);
    succeed(old, next, REFORM, "土地整治");
    refused(() -> succeed(old, next, REFORM.plusDays(1), ""), "predecessor-ended");
    refused(() -> succeed(next, old, REFORM, ""), "successor-ended");
  }

  @Test
  void aSuccessionNeedsSomebodyWhoKeepsBoth() {
    Organisation old = add("旧局");
    Organisation elsewhere =
        organisations.add(
            as(Role.COORDINATOR, "991102"),
            OrganisationEntry.named("丙局", Optional.empty(), List.of()));
    refused(() -> succeed(old, elsewhere, REFORM, ""), "not-yours");
    Scope city = as(Role.COORDINATOR, "991100");
    assertThat(
            successions.add(city, old.id(), elsewhere.id(), REFORM, "", " 机构改革方案 ", false).basis())
        .isEqualTo("机构改革方案");
    assertThat(organisations.get(old.id()).endedOn()).isEmpty();
  }
}
