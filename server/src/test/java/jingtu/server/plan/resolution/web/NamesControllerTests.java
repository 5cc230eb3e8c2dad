package jingtu.server.plan.resolution.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.scope.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@WholeServer
class NamesControllerTests {

  @Autowired County county;
  @Autowired ImportPlan importPlan;
  @Autowired Organisations organisations;

  @Test
  void aNameIsProposedDecidedRememberedAndAVersionBehindIsRefused() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    Organisation office = office("甲县档案" + mark + "管理局");
    String path = path(mark);
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);

    assertThat(coordinator.get(path))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.names[0].candidates[0].organisation.name")
        .isEqualTo(office.name());
    String decision =
        """
        {"name": "县档案%s局", "version": 0, "verdict": "ORGANISATION", "organisationId": "%s",
         "alias": false, "note": "简称"}
        """
            .formatted(mark, office.id());
    assertThat(coordinator.send(HttpMethod.PUT, path, decision))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.version")
        .isEqualTo(1);
    assertThat(county.client(Role.OFFICER, County.OWN).get(path))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.names[0].state")
        .isEqualTo("DECIDED");
    assertThat(coordinator.send(HttpMethod.PUT, path, decision))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/decided-meanwhile");
    assertThat(coordinator.get(path + "/history?name=县档案" + mark + "局"))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$[0].note")
        .isEqualTo("简称");
    assertThat(coordinator.get("/api/organisation-tasks?organisation=" + office.id()))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$[0].standing")
        .isEqualTo("NOW");
  }

  @Test
  void aDecisionWithoutAnOrganisationIsIncomplete() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String path = path(mark);
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);

    assertThat(
            coordinator.send(
                HttpMethod.PUT,
                path,
                """
                {"name": "县档案%s局", "version": 0, "verdict": "NEW_ORGANISATION", "newName": " ",
                 "alias": false, "note": ""}
                """
                    .formatted(mark)))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/incomplete");
  }

  private Organisation office(String name) {
    return organisations.add(
        county.person(Role.COORDINATOR, County.OWN).scope(),
        OrganisationEntry.named(name, Optional.of(County.OWN), List.of()));
  }

  private String path(String mark) {
    byte[] file =
        """
        某县土壤污染防治工作方案

        一、主要任务

        （一）清查档案。逐个登记。（县档案%s局负责）
        """
            .formatted(mark)
            .getBytes(UTF_8);
    return switch (importPlan.from(
        county.person(Role.COORDINATOR, County.OWN).scope(), County.OWN, "方案.txt", file)) {
      case ImportOutcome.Imported imported ->
          "/api/plans/" + imported.plans().getFirst().id().value() + "/names";
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }
}
