package jingtu.server.plan;

import java.time.LocalDate;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.plan.revision.ChangeLife;
import jingtu.server.plan.revision.LifeOutcome;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Versions of plans, each two imported for the one request that asks for them. */
@TestComponent
public class RevisionRights implements RightsFixture {

  private final ImportPlan importPlan;
  private final DraftImport draftImport;
  private final ChangeLife changeLife;
  private final Plans plans;
  private final County county;

  RevisionRights(
      ImportPlan importPlan,
      DraftImport draftImport,
      ChangeLife changeLife,
      Plans plans,
      County county) {
    this.importPlan = importPlan;
    this.draftImport = draftImport;
    this.changeLife = changeLife;
    this.plans = plans;
    this.county = county;
  }

  static boolean isIts(String path) {
    return path.contains("/comparison")
        || path.endsWith("/versions")
        || path.endsWith("/older")
        || path.endsWith("/withdrawal")
        || path.endsWith("/archive");
  }

  @Override
  public boolean covers(String path) {
    return isIts(path);
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    RegisteredPlan older = imported(coordinator, region);
    if (path.startsWith("/api/plan-drafts")) {
      return MockMvcRequestBuilders.request(method, path, drafted(coordinator, older));
    }
    RegisteredPlan newer = imported(coordinator, region);
    UUID id = newer.id().value();
    LocalDate day = LocalDate.of(2030, 1, 1);
    boolean linked =
        path.contains("{task}") || (path.endsWith("/older") && method.equals(HttpMethod.DELETE));
    if (linked && !revised(coordinator, newer, older, day)) {
      throw new AssertionError("not linked");
    }
    if (path.contains("{task}")) {
      UUID task = plans.find(coordinator, newer.id()).orElseThrow().taskIds().getFirst().value();
      return MockMvcRequestBuilders.request(method, path, id, task)
          .contentType(MediaType.APPLICATION_JSON)
          .content("{\"tasks\": [], \"version\": 1}");
    }
    return MockMvcRequestBuilders.request(method, path, id)
        .param("before", older.id().value().toString())
        .param("version", linked ? "1" : "0")
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            path.endsWith("/older")
                ? "{\"planId\": \"%s\", \"from\": \"%s\", \"version\": 0}"
                    .formatted(older.id().value(), day)
                : "{\"on\": \"%s\", \"by\": \"某通知\", \"version\": 0}".formatted(day));
  }

  private boolean revised(
      Scope coordinator, RegisteredPlan newer, RegisteredPlan older, LocalDate day) {
    return changeLife.revise(coordinator, newer.id(), older.id(), day, 0)
        instanceof LifeOutcome.Changed;
  }

  private UUID drafted(Scope coordinator, RegisteredPlan older) {
    return switch (draftImport.revising(coordinator, older.id(), "方案.txt", PlanRights.anyPlan())) {
      case DraftImport.Outcome.Drafted(Draft draft) -> draft.id().value();
      case DraftImport.Outcome other -> throw new AssertionError("not drafted: " + other);
    };
  }

  private RegisteredPlan imported(Scope coordinator, RegionCode region) {
    return switch (importPlan.from(coordinator, region, "方案.txt", PlanRights.anyPlan())) {
      case ImportOutcome.Imported imported -> imported.plans().getFirst();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }
}
