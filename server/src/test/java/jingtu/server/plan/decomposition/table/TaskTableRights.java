package jingtu.server.plan.decomposition.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Task tables of a plan that is imported for the one request that asks for it. */
@TestComponent
public class TaskTableRights implements RightsFixture {

  private final ImportPlan importPlan;
  private final County county;

  TaskTableRights(ImportPlan importPlan, County county) {
    this.importPlan = importPlan;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.endsWith("-table/{format}");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    return MockMvcRequestBuilders.request(method, path, imported(region), "docx");
  }

  private UUID imported(RegionCode region) {
    String text =
        """
        某县土壤污染防治工作方案

        一、主要任务

        （一）清查堆场。逐个登记，编号 %s。（县城管局牵头，县水利局参与）
        """
            .formatted(UUID.randomUUID());
    return switch (importPlan.from(
        county.person(Role.COORDINATOR, region).scope(), region, "方案.txt", text.getBytes(UTF_8))) {
      case ImportOutcome.Imported imported -> imported.plans().getFirst().id().value();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }
}
