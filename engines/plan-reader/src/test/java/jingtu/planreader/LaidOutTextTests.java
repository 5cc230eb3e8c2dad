package jingtu.planreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where words stand and how lines break, on plans of our own. */
class LaidOutTextTests {

  @Test
  void joinsALineCutInsideANumber() {
    ReadPlan plan = plan("一、目标", "到2025年，秸秆综合利用率达到9", "3%以上，农膜回收率达到85%。");
    assertThat(plan.goals().getFirst().targets())
        .extracting(target -> target.value().orElseThrow().toPlainString())
        .containsExactly("93", "85");
  }

  @Test
  void joinsALineCutInsideASentence() {
    ReadPlan plan =
        plan(
            "一、任务",
            "（一）清理堆场。以河滩为重点，2024年底前完成渣堆清",
            "运并复绿，逐处验收。（县林草局牵头）",
            "（二）管住渣场。每月巡查，逐场登记，发现渗漏立即报告县林草局。（县林草局牵头）");
    assertThat(plan.tasks()).hasSize(2);
    assertThat(plan.tasks().getFirst().path()).containsExactly("一、任务", "（一）清理堆场");
    assertThat(plan.tasks().getFirst().deadlines())
        .extracting(Deadline::notation)
        .containsExactly("2024-12-31");
  }

  @Test
  void keepsAHeadingApartFromTheTextBelowIt() {
    ReadPlan plan = plan("一、任务", "（一）清理堆场，恢复植被", "每月巡查一次，逐场登记。（县林草局牵头）");
    assertThat(plan.tasks().getFirst().path()).containsExactly("一、任务", "（一）清理堆场，恢复植被");
  }

  @Test
  void takesAnArticleOnItsOwnLineForAHeading() {
    ReadPlan plan = plan("第一章 分工", "第三条 堆场", "每月巡查一次。（县林草局牵头）", "第四条", "每季度通报一次。（县财政局牵头）");
    assertThat(plan.tasks())
        .extracting(task -> String.join("/", task.path()))
        .containsExactly("第一章分工/第三条堆场", "第一章分工/第四条");
  }

  @Test
  void carriesRulesThatStandInAHeadingOrBeforeTheFirst() {
    ReadPlan heading = plan("一、任务（以下任务均由各镇落实，不再列出）", "（一）清理堆场。每月巡查一次。（县林草局牵头）");
    assertThat(heading.tasks().getFirst().implementers()).containsExactly("各镇");
    ReadPlan front = plan("（各项任务均由各镇落实，不再列出）", "一、任务", "（一）清理堆场。每月巡查一次。（县林草局牵头）");
    assertThat(front.tasks().getFirst().implementers()).containsExactly("各镇");
  }

  @Test
  void readsATableOfTargets() {
    ReadPlan plan =
        plan(
            "一、目标",
            "序号\t指标名称\t2022年现状\t2024年\t2025年目标\t责任单位",
            "1\t农膜回收率（%）\t80\t84\t86以上\t县农牧局",
            "2\t堆场存量\t9万吨\t5万吨以下\t不超过3万吨\t县林草局",
            "3\t示范片（个）\t-\t-\t12\t县农牧局");
    assertThat(plan.tasks()).isEmpty();
    assertThat(plan.goals().stream().flatMap(goal -> goal.targets().stream()))
        .extracting(
            target ->
                String.join(
                    " ",
                    target.indicator(),
                    target.comparator().sign(),
                    target.value().orElseThrow().toPlainString(),
                    target.unit(),
                    target.by().orElseThrow().notation()))
        .containsExactly(
            "农膜回收率 >= 84 % 2024-12-31",
            "农膜回收率 >= 86 % 2025-12-31",
            "堆场存量 <= 50000 吨 2024-12-31",
            "堆场存量 <= 30000 吨 2025-12-31",
            "示范片 >= 12 个 2025-12-31");
  }

  @Test
  void readsGoalsThatStandBeforeTheFirstHeading() {
    ReadPlan plan =
        plan(
            "为管好全县土壤环境，结合我县实际情况，制定本方案如下，请认真组织实施。",
            "主要指标：到2025年，农膜回收率达到86%以上。",
            "一、任务",
            "（一）清理堆场。每月巡查一次。（县林草局牵头）");
    assertThat(plan.goals()).hasSize(1);
    assertThat(plan.goals().getFirst().targets()).hasSize(1);
  }

  @Test
  void readsALetterWithItsAnnexesListedAsThePapersOfThePlan() {
    String text =
        """
        青岚县人民政府办公室关于印发青岚县净土工作方案的通知
        青政办〔2022〕9号
        各镇人民政府：
        《青岚县净土工作方案》已经县政府同意，现印发给你们。请各镇于6月20日前将细则报县农牧局。
        附件：1.青岚县净土工作领导小组名单
        2.青岚县净土工作任务分解表
        青岚县人民政府办公室
        2022年5月30日
        青岚县净土工作方案
        一、任务
        （一）清理堆场。每月巡查一次。（县林草局牵头）
        """;
    List<ReadPlan> plans = PlanReader.readText(text).plans();
    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst().head().title()).isEqualTo("青岚县净土工作方案");
    Obligation asked = plans.getFirst().obligations().getFirst();
    assertThat(asked.actor()).contains("各镇");
    assertThat(asked.deadlines()).extracting(Deadline::notation).containsExactly("2022-06-20");
  }

  @Test
  void takesAnImprintForNoClause() {
    ReadPlan plan =
        plan(
            "一、任务",
            "（一）清理堆场。每月巡查一次。（县林草局牵头）",
            "二、要求",
            "县财政局要按季度拨付资金。",
            "主办：青岚县人民政府办公室",
            "网站标识码：3300000000");
    assertThat(plan.tasks()).hasSize(1);
    assertThat(plan.obligations()).hasSize(1);
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void completesDatesWithTheYearOfIssueWhereThePlanLooksNoFurther() {
    String letter = "青政发〔2022〕9号\n2022年3月1日\n青岚县净土工作方案\n一、任务\n";
    assertThat(deadlines(letter + "（一）清理堆场。11月底前清运。（县林草局牵头）")).containsExactly("2022-11-30");
    assertThat(deadlines(letter + "（一）清理堆场。11月底前清运，2024年底前复绿。（县林草局牵头）"))
        .containsExactly("R/P1Y;--11-30", "2024-12-31");
  }

  private static List<String> deadlines(String text) {
    Task task = PlanReader.readText(text).plans().getFirst().tasks().getFirst();
    return task.deadlines().stream().map(Deadline::notation).toList();
  }

  private static ReadPlan plan(String... lines) {
    String text = "青岚县净土工作方案\n" + String.join("\n", List.of(lines)) + "\n";
    return PlanReader.readText(text).plans().getFirst();
  }
}
