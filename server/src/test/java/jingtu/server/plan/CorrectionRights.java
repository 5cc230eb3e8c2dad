package jingtu.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.plan.correction.ChangeKind;
import jingtu.server.plan.correction.CorrectPlan;
import jingtu.server.plan.correction.EntryChange;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Corrections and findings of plans, each plan imported for the one request that corrects it. */
@TestComponent
public class CorrectionRights implements RightsFixture {

  private final ImportPlan importPlan;
  private final Plans plans;
  private final CorrectPlan correctPlan;
  private final County county;

  CorrectionRights(ImportPlan importPlan, Plans plans, CorrectPlan correctPlan, County county) {
    this.importPlan = importPlan;
    this.plans = plans;
    this.correctPlan = correctPlan;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return isOne(path);
  }

  /** Whether it is the address of a correction or of a finding. */
  static boolean isOne(String path) {
    return path.startsWith("/api/plans/{id}/changes")
        || path.startsWith("/api/plans/{id}/findings");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    PlanId plan = imported(coordinator, region);
    EntryState task = plans.find(coordinator, plan).orElseThrow().entries().tasks().getFirst();
    if (path.contains("{finding}")) {
      return MockMvcRequestBuilders.request(method, path, plan.value(), 0);
    }
    if (path.contains("{change}")) {
      UUID change = removed(coordinator, plan, task);
      if (path.endsWith("/redo")) {
        correctPlan.undo(coordinator, plan, change);
      }
      return MockMvcRequestBuilders.request(method, path, plan.value(), change);
    }
    return MockMvcRequestBuilders.request(method, path, plan.value())
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            """
            {"kind": "REMOVE", "entries": [{"kind": "TASK", "id": "%s", "version": 0}]}
            """
                .formatted(task.id()));
  }

  private UUID removed(Scope coordinator, PlanId plan, EntryState task) {
    EntryChange gone = new EntryChange(EntryKind.TASK, task.id(), 0, null, null);
    return switch (correctPlan.make(
        coordinator, plan, ChangeKind.REMOVE, Optional.empty(), List.of(gone))) {
      case CorrectPlan.Outcome.Changed changed -> changed.change().id();
      case CorrectPlan.Outcome other -> throw new AssertionError("not changed: " + other);
    };
  }

  /** A plan with a finding: a bracket that is never closed. */
  private PlanId imported(Scope coordinator, RegionCode region) {
    byte[] plan =
        """
        某县土壤污染防治工作方案

        一、主要任务

        （一）清查堆场。逐个登记（含已停用的，编号 %s。（县城管局牵头，县水利局参与）

        （二）回收农膜。回收率达到**%%。（县农业农村局牵头）
        """
            .formatted(UUID.randomUUID())
            .getBytes(UTF_8);
    return switch (importPlan.from(coordinator, region, "方案.txt", plan)) {
      case ImportOutcome.Imported imported -> imported.plans().getFirst().id();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }
}
