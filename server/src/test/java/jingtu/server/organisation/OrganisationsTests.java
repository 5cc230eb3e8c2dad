package jingtu.server.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.OnBothDatabases;
import jingtu.server.edge.Problem;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.annotation.Transactional;

@ApplicationModuleTest(BootstrapMode.DIRECT_DEPENDENCIES)
@OnBothDatabases
@Transactional
class OrganisationsTests {

  private static final String REGIONS =
      """
      code,name,level,parent
      990000,省,PROVINCE,
      991100,甲市,CITY,990000
      991101,甲县,COUNTY,991100
      991101001,甲乡,TOWNSHIP,991101
      991200,乙市,CITY,990000
      998001,直管县,COUNTY,990000
      """;

  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void load() {
    regions.load(RegionSheet.read(REGIONS).regions());
  }

  private static Scope in(String code) {
    return new Scope(
        new UUID(0, 1),
        "tester",
        Role.ADMINISTRATOR,
        Optional.of(new RegionCode(code)),
        Optional.empty());
  }

  private static OrganisationEntry named(String name, String code) {
    return OrganisationEntry.named(
        name, Optional.of(new RegionCode(code)), List.of("别名" + name, " 别名" + name, ""));
  }

  /** Own region, those above and those below; siblings and what lies below them are not there. */
  @ParameterizedTest(name = "{0} sees {1}")
  @CsvSource({
    "990000, 990000 991100 991101 991101001 991200 998001",
    "991100, 990000 991100 991101 991101001",
    "991101, 990000 991100 991101 991101001",
    "991101001, 990000 991100 991101 991101001",
    "991200, 990000 991200",
    "998001, 990000 998001"
  })
  void anAccountSeesItsOwnRegionThoseAboveAndThoseBelow(String own, String seen) {
    assertThat(regions.visibleTo(in(own)).stream().map(RegionCode::digits))
        .containsExactly(seen.split(" "));
  }

  @Test
  void whatIsAboveIsSeenButNotGoverned() {
    assertThat(regions.governs(in("991101"), new RegionCode("991101001"))).isTrue();
    assertThat(regions.governs(in("991101"), new RegionCode("991101"))).isTrue();
    assertThat(regions.governs(in("991101"), new RegionCode("991100"))).isFalse();
    assertThat(regions.governs(in("991101"), new RegionCode("991200"))).isFalse();
    assertThat(regions.governs(in("991101"), new RegionCode("111111"))).isFalse();
  }

  @Test
  void aNameIsTakenOncePerRegion() {
    organisations.add(in("991100"), named("某局", "991101"));
    organisations.add(in("991100"), named("某局", "991100"));
    assertThatThrownBy(() -> organisations.add(in("991100"), named("某局", "991101")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("name-taken");
  }

  @Test
  void anOrganisationElsewhereCannotBeAdded() {
    assertThatThrownBy(() -> organisations.add(in("991101"), named("乙市某局", "991200")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("unknown-region");
  }

  @Test
  void addingIsAudited() {
    Organisation added = organisations.add(in("991101"), named("被审计的局", "991101"));
    assertThat(added.aliases()).containsExactly("别名被审计的局");
    assertThat(
            jdbc.sql("select actor from audit_entry where subject = :id")
                .param("id", added.id().toString())
                .query(String.class)
                .list())
        .containsExactly("tester");
  }

  @Test
  void loadingTwiceAddsNoRegionAndAnotherNameReplacesTheOld() {
    regions.load(RegionSheet.read(REGIONS).regions());
    regions.load(RegionSheet.read(REGIONS.replace("甲乡", "甲镇")).regions());
    assertThat(regions.list(in("991101001")))
        .hasSize(4)
        .last()
        .extracting(Region::name)
        .isEqualTo("甲镇");
  }
}
