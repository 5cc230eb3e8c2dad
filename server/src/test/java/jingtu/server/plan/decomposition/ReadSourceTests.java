package jingtu.server.plan.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is to be found in a notice, in a meeting's decisions and in an inspection's findings. */
class ReadSourceTests {

  private static final String NOTICE =
      """
      关于做好2026年下半年土壤污染防治重点工作的通知

      各乡镇人民政府，县直有关部门：

      为推进年度任务落实，现就有关事项通知如下：

      一、县农业农村局要在2026年9月15日前完成受污染耕地安全利用措施核查，并将核查表报县生态环境分局。

      二、各乡镇人民政府应于2026年8月底前完成辖区历史遗留堆场排查，建立台账。

      三、县自然资源局、县住房和城乡建设局要加强用途变更地块联动监管，每季度报送地块清单。

      净原县生态环境保护委员会办公室
      2026年7月6日
      """;

  private static final String MEETING =
      """
      县政府专题会议议定事项

      会议议定：
      1.由县财政局牵头，县生态环境分局配合，2026年7月底前落实专项资金320万元。
      2.石漪镇人民政府应于9月底前完成沿河堆场清运。
      """;

  private static final String INSPECTION =
      """
      （一）沿河堆场未清。2026年10月底前完成清运，复核渗漏情况。（县城市管理局牵头，县水利局配合）
      """;

  @Test
  void aNoticeHasItsDutiesAlsoWhereTheyStandLikeHeadings() {
    assertThat(said(NOTICE))
        .containsExactly(
            "县农业农村局 ACTOR 2026-09-15 | 县农业农村局要在2026年9月15日前完成受污染耕地安全利用措施核查，并将核查表报县生态环境分局。",
            "各乡镇人民政府 ACTOR 2026-08-31 | 各乡镇人民政府应于2026年8月底前完成辖区历史遗留堆场排查，建立台账。",
            "县自然资源局 ACTOR、县住房和城乡建设局 ACTOR 每季度 | 县自然资源局、县住房和城乡建设局要加强用途变更地块联动监管，每季度报送地块清单。");
  }

  @Test
  void decisionsOfAMeetingTakeTheYearTheyAreRead() {
    assertThat(said(MEETING))
        .containsExactly(
            "县财政局 ACTOR 2026-07-31 | 1.由县财政局牵头，县生态环境分局配合，2026年7月底前落实专项资金320万元。",
            "石漪镇人民政府 ACTOR 2026-09-30 | 2.石漪镇人民政府应于9月底前完成沿河堆场清运。");
  }

  @Test
  void aFindingWithItsClauseNamesLeadAndParticipants() {
    assertThat(said(INSPECTION))
        .containsExactly("县城市管理局 LEAD、县水利局 PARTICIPANT 2026-10-31 | 2026年10月底前完成清运，复核渗漏情况。");
  }

  @Test
  void everyPlaceIsThatOfItsWords() {
    for (String text : List.of(NOTICE, MEETING, INSPECTION)) {
      int[] codePoints = text.codePoints().toArray();
      assertThat(ReadSource.duties(text, 2026))
          .allSatisfy(
              duty ->
                  assertThat(new String(codePoints, duty.start(), duty.end() - duty.start()))
                      .isEqualTo(duty.sentence()));
    }
  }

  @Test
  void aTextWithoutDutiesHasNone() {
    assertThat(ReadSource.duties("", 2026)).isEmpty();
    assertThat(ReadSource.duties("今天天气很好。\n", 2026)).isEmpty();
  }

  private static List<String> said(String text) {
    return ReadSource.duties(text, 2026).stream()
        .map(
            duty ->
                duty.organisations().stream()
                        .map(named -> named.organisation() + " " + named.role())
                        .collect(Collectors.joining("、"))
                    + " "
                    + duty.deadline()
                    + " | "
                    + duty.sentence())
        .toList();
  }
}
