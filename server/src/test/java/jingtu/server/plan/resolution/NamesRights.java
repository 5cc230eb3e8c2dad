package jingtu.server.plan.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The names of a plan that is imported for the one request that asks for them. */
@TestComponent
@Order(0)
public class NamesRights implements RightsFixture {

  private static final LocalDate DAY = LocalDate.of(2019, 3, 1);

  private final ImportPlan importPlan;
  private final ResolveNames resolveNames;
  private final Organisations organisations;
  private final County county;

  NamesRights(
      ImportPlan importPlan,
      ResolveNames resolveNames,
      Organisations organisations,
      County county) {
    this.importPlan = importPlan;
    this.resolveNames = resolveNames;
    this.organisations = organisations;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/plans/{id}/names") || path.equals("/api/organisation-tasks");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    UUID organisation =
        organisations
            .add(
                coordinator,
                OrganisationEntry.named("局 " + UUID.randomUUID(), Optional.of(region), List.of()))
            .id();
    if (path.equals("/api/organisation-tasks")) {
      return MockMvcRequestBuilders.get(path).param("organisation", organisation.toString());
    }
    PlanId plan = imported(coordinator, region);
    if (method.equals(HttpMethod.GET)) {
      return MockMvcRequestBuilders.get(path, plan.value()).param("name", "县城管局");
    }
    return MockMvcRequestBuilders.put(path, plan.value())
        .contentType(MediaType.APPLICATION_JSON)
        .content(path.endsWith("/successors") ? choice(coordinator, plan, organisation) : DECISION);
  }

  private static final String DECISION =
      """
      {"name": "县城管局", "version": 0, "verdict": "NOBODY", "alias": false, "note": ""}
      """;

  private String choice(Scope coordinator, PlanId plan, UUID organisation) {
    UUID task =
        resolveNames.of(coordinator, plan, DAY).orElseThrow().tasks().getFirst().id().value();
    return """
    {"tasks": [{"id": "%s", "version": 0}], "predecessorId": "%s", "turnedOn": "%s",
     "successorId": "%s"}
    """
        .formatted(task, organisation, DAY, organisation);
  }

  /** A plan whose names nobody has decided on: they are remembered for the region. */
  private PlanId imported(Scope coordinator, RegionCode region) {
    byte[] file =
        """
        某县土壤污染防治工作方案

        一、主要任务

        （一）清查堆场。逐个登记，编号 %s。（县城管局牵头，县水利局参与）
        """
            .formatted(UUID.randomUUID())
            .getBytes(UTF_8);
    return switch (importPlan.from(coordinator, region, "方案.txt", file)) {
      case ImportOutcome.Imported imported -> imported.plans().getFirst().id();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }
}
