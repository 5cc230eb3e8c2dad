package jingtu.server.plan.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkItemColumnTests {

  @Test
  void theSheetHasItsColumnsInThisOrder() {
    assertThat(headings(Language.ZH))
        .isEqualTo("编号 章节 任务 措施 承办单位 角色 具体工作 完成标准 时限 年度安排 时间节点 成果 责任领导 责任人 联系人 联系电话");
    assertThat(headings(Language.EN))
        .isEqualTo(
            "Code Chapter Task Action Organisation Role Work Done when Deadline By year Milestones"
                + " Deliverables Leader responsible Person responsible Liaison Telephone");
  }

  @Test
  void everyCellReadsBackInEveryLanguage() {
    WorkItem item = full();
    for (Language language : Language.values()) {
      for (WorkItemColumn column : WorkItemColumn.values()) {
        assertThat(column.read(item, column.text(item, language))).as("%s", column).contains(item);
      }
    }
  }

  @Test
  void anEmptyCellEmptiesWhatMayBeEmpty() {
    assertThat(
            Arrays.stream(WorkItemColumn.values())
                .filter(column -> column.read(full(), " ").isEmpty())
                .toList())
        .containsExactly(WorkItemColumn.ORGANISATION, WorkItemColumn.ROLE);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"牵头,LEAD", "牵头单位,LEAD", " 参与 ,PARTICIPANT", "lead,LEAD", "ACTOR,ACTOR", "主管,"})
  void aRoleIsReadByItsWordsAndByItsName(String word, @Nullable ItemRole role) {
    assertThat(ItemRole.of(word)).isEqualTo(Optional.ofNullable(role));
  }

  @ParameterizedTest(name = "years {0} are {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026年：建台账；2027年：排查50%         | 2026 建台账, 2027 排查50%
          2026年度: 建台账                       | 2026 建台账
          2026:建台账;2027:复核;                 | 2026 建台账, 2027 复核
          2026年：一是摸底；二是建档；2027年：复核 | 2026 一是摸底；二是建档, 2027 复核
          每年两次                               | -
          2026年：甲；2026年：乙                  | -
          2026年：；2027年：乙                    | -
          """)
  void yearsAreReadAsPeopleWriteThem(String cell, String expected) {
    String read =
        YearShare.read(cell)
            .map(
                shares ->
                    shares.stream()
                        .map(share -> share.year() + " " + share.text())
                        .collect(Collectors.joining(", ")))
            .orElse("-");
    assertThat(read).isEqualTo(expected);
  }

  @ParameterizedTest(name = "milestones {0} are {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-06-30 完成初查；2026-12-31 报告     | 2026-06-30 完成初查, 2026-12-31 报告
          2026年6月30日：完成初查                   | 2026-06-30 完成初查
          2026年6月底前，完成初查                   | 2026-06-30 完成初查
          2026/2 初查                              | 2026-02-28 初查
          2026.6.30 初查                           | 2026-06-30 初查
          2026-06-31 初查                          | -
          六月底 初查                               | -
          2026-06-30                               | -
          """)
  void milestonesAreReadAsPeopleWriteThem(String cell, String expected) {
    String read =
        Milestone.read(cell)
            .map(
                milestones ->
                    milestones.stream()
                        .map(milestone -> milestone.day() + " " + milestone.text())
                        .collect(Collectors.joining(", ")))
            .orElse("-");
    assertThat(read).isEqualTo(expected);
  }

  private static String headings(Language language) {
    return Arrays.stream(WorkItemColumn.values())
        .map(column -> column.heading(language))
        .collect(Collectors.joining(" "));
  }

  private static WorkItem full() {
    return new ItemFields(MadeItems.bare("县农业农村局", "开展受污染耕地安全利用"))
        .heading("二、主要任务")
        .task("安全利用")
        .sentence("到2026年底完成。")
        .role(ItemRole.PARTICIPANT)
        .standard("通过核查")
        .deadline("2026-12-31")
        .years(List.of(new YearShare(2026, "1000亩"), new YearShare(2027, "2000亩")))
        .milestones(List.of(new Milestone(LocalDate.of(2026, 6, 30), "完成初查")))
        .deliverables("报告")
        .leader("甲某")
        .person("乙某")
        .liaison("丙某")
        .telephone("0990-1234567")
        .item();
  }
}
