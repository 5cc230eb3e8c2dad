package jingtu.server.register.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.register.lifecycle.Functions.HeldFunction;
import jingtu.server.register.lifecycle.Functions.Use;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeLifecycle
class FunctionsTests {

  @Autowired StepOffice office;
  @Autowired Functions functions;
  @Autowired Organisations organisations;
  @Autowired JdbcClient jdbc;

  private final Scope county = PretendOffice.coordinator(PretendOffice.COUNTY);

  @BeforeEach
  void open() {
    office.open();
  }

  private HeldFunction held(RegionCode region, String function) {
    return functions.list(PretendOffice.coordinator(region), region).stream()
        .filter(each -> each.id().equals(function))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(HeldFunction held) {
    return held.holders().stream().map(Organisation::name).toList();
  }

  @Test
  void areListedWithWhatTheyAreForAndWhoHoldsThem() {
    HeldFunction supervisor = held(PretendOffice.COUNTY, "test-supervisor");

    assertThat(supervisor.region()).contains(PretendOffice.COUNTY);
    assertThat(names(supervisor)).containsExactly("emergency office");
    assertThat(supervisor.uses())
        .containsExactly(new Use("试验步骤", List.of("开始治理", "验收"), List.of("建档")));
    assertThat(held(PretendOffice.COUNTY, "test-acceptor").region()).contains(PretendOffice.CITY);
    assertThat(held(PretendOffice.COUNTY, "test-striker").region()).isEmpty();
    assertThat(held(PretendOffice.NEIGHBOUR, "test-supervisor").holders()).isEmpty();
  }

  @Test
  void aRegionSaysForItselfAndNobodyLeavesItToTheRegionAbove() {
    UUID works = office.id("works");
    functions.assign(county, PretendOffice.COUNTY, "test-acceptor", List.of(works));
    assertThat(names(held(PretendOffice.TOWNSHIP, "test-acceptor"))).containsExactly("works");
    assertThat(audited()).isEqualTo("register.function-assigned test-acceptor 991121: works");

    functions.assign(county, PretendOffice.COUNTY, "test-acceptor", List.of());
    assertThat(names(held(PretendOffice.TOWNSHIP, "test-acceptor"))).containsExactly("city office");
  }

  private String audited() {
    return jdbc.sql(
            "select action, subject, detail from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
        .single();
  }

  @Test
  void areAssignedOnlyByWhoActsForTheRegionToOrganisationsThatAreAtWork() {
    List<UUID> works = List.of(office.id("works"));
    refuses("not-your-region", PretendOffice.CITY, "test-acceptor", works);
    refuses("unknown-region", PretendOffice.NEIGHBOUR, "test-acceptor", works);
    refuses("unknown-function", PretendOffice.COUNTY, "test-flier", works);
    refuses(
        "unknown-organisation", PretendOffice.COUNTY, "test-acceptor", List.of(new UUID(0, 77)));
    UUID old =
        organisations
            .add(
                county,
                OrganisationEntry.named(
                    "旧局 " + UUID.randomUUID(), Optional.of(PretendOffice.COUNTY), List.of()))
            .id();
    organisations.end(county, old, LocalDate.of(2019, 3, 1));
    refuses("ended-organisation", PretendOffice.COUNTY, "test-acceptor", List.of(old));
  }

  private void refuses(String key, RegionCode region, String function, List<UUID> holders) {
    assertThatThrownBy(() -> functions.assign(county, region, function, holders))
        .hasMessageContaining("register-lifecycle." + key);
  }
}
