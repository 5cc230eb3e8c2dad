package jingtu.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.plan.decomposition.DecompositionRights;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Plans and their documents, each imported for the one request that asks for it. */
@TestComponent
public class PlanRights implements RightsFixture {

  private final ImportPlan importPlan;
  private final County county;

  PlanRights(ImportPlan importPlan, County county) {
    this.importPlan = importPlan;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/documents")
        || (path.startsWith("/api/plans")
            && !CorrectionRights.isOne(path)
            && !DecompositionRights.isOne(path)
            && !RevisionRights.isIts(path));
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    if (!path.contains("{id}")) {
      return MockMvcRequestBuilders.request(method, path);
    }
    RegisteredPlan plan = imported(region);
    Object id = path.startsWith("/api/plans") ? plan.id().value() : plan.documentId().value();
    return path.endsWith("/entry")
        ? MockMvcRequestBuilders.request(method, path, id)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"title\": \"某县方案\", \"kind\": \"OTHER\", \"level\": \"COUNTY\"}")
        : MockMvcRequestBuilders.request(method, path, id);
  }

  private RegisteredPlan imported(RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    return switch (importPlan.from(coordinator, region, "方案.txt", anyPlan())) {
      case ImportOutcome.Imported imported -> imported.plans().getFirst();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }

  /** A plan that nobody has imported before. */
  static byte[] anyPlan() {
    return """
    某县土壤污染防治工作方案

    一、主要任务

    （一）清查堆场。逐个登记，编号 %s。（县城管局牵头，县水利局参与）
    """
        .formatted(UUID.randomUUID())
        .getBytes(UTF_8);
  }
}
