package jingtu.planreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who signs a plan, and when, at the end of its text. */
class SignatureTests {

  private static final String PLAN =
      """
      某县土壤污染防治工作方案

      一、主要任务

      （一）清查堆场。2026年12月底前完成清查。（县城管局牵头，县水利局参与）

      某县人民政府
      2026年3月18日
      """;

  @Test
  void saysWhenThePlanWasIssuedAndObligesNobody() {
    ReadPlan plan = PlanReader.readText(PLAN).plans().getFirst();

    assertThat(plan.head().date()).contains(LocalDate.of(2026, 3, 18));
    assertThat(plan.tasks()).hasSize(1);
    assertThat(plan.obligations()).isEmpty();
    assertThat(plan.goals()).isEmpty();
  }
}
