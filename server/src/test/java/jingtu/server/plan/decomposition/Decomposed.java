package jingtu.server.plan.decomposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;

/** A small invented plan, imported anew for whoever asks. */
final class Decomposed {

  private Decomposed() {}

  /** Two tasks: one with a sentence of its own for a township, one with implementers. */
  static byte[] text() {
    return """
    禾汀县土壤污染防治工作方案

    一、主要任务

    （一）清查堆场。2026年10月底前形成点位清单，编号 %s。石漪镇人民政府应于2026年9月底前报送堆场名单。（县城市管理局牵头，县水利局参与）

    （二）开展例行监测。每年监测1次，数据于每年12月20日前汇总入库，监测点位达到30个以上。（县生态环境分局、县农业农村局牵头，县财政局参与，各乡镇人民政府落实）
    """
        .formatted(UUID.randomUUID())
        .getBytes(UTF_8);
  }

  static PlanId imported(ImportPlan importPlan, Scope scope, RegionCode region) {
    return switch (importPlan.from(scope, region, "方案.txt", text())) {
      case ImportOutcome.Imported imported -> imported.plans().getFirst().id();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }

  /** What a list of changes left, where it was applied. */
  static List<WorkItem> applied(WorkItems.Outcome outcome) {
    if (outcome instanceof WorkItems.Outcome.Applied(List<WorkItem> items)) {
      return items;
    }
    throw new AssertionError("not applied: " + outcome);
  }
}
