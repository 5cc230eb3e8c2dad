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
