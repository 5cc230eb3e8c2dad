package jingtu.planreader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What starts or bounds a duty besides dates, on sentences of our own. */
class EventGrammarTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          修复工程完工后，业主要委托评估。         | 修复工程完工后
          施工期间，要设立公告牌。                 | 施工期间
          自接到通知之日起三个月内完成初查。       | 自接到通知之日起三个月内
          发现渗漏的，立即停用储罐。               | 发现渗漏的
          整治完成前，暂停审批。                   | 整治完成前
          在办理用地手续时，核对地块名录。         | 在办理用地手续时
          名录实行动态更新。                       | 动态更新
          所在镇应在收获前划出禁收区。             | 收获前
          使用权人应在办理规划许可前提交报告。     | 办理规划许可前
          并在整改到位前暂停受理申请。             | 整改到位前
          施工单位应在转运污染土15日前备案。       | 转运污染土15日前
          早稻移栽前10天，撒施石灰。               | 早稻移栽前10天
          完工后由责任人委托评估。                 | 完工后
          验收合格后30日内拨付补助。               | 验收合格后30日内
          发生渗漏时，立即停用储罐。               | 发生渗漏时
          自送达之日起15日内缴款。                 | 自送达之日起15日内
          今后由县农牧局管护。                     |
          最后由县农牧局汇总。                     |
          2021年底前由县农牧局汇总。               |
          目前，全县已有名录。                     |
          2021年底前，完成核查。                   |
          """)
  void findsWhatStartsADuty(String sentence, String event) {
    List<String> events = EventGrammar.read(sentence);
    if (event == null) {
      assertThat(events).isEmpty();
    } else {
      assertThat(events).contains(event);
    }
  }
}
