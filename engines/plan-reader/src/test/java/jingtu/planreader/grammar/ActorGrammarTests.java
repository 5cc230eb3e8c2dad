package jingtu.planreader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has to act, on sentences of our own. */
class ActorGrammarTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          县水务局要每月巡查沟渠。                 | 县水务局
          2021年底前，各乡镇要上报台账。           | 各乡镇
          列入清单的企业每年要自测一次。           | 列入清单的企业
          老厂区地块，由土地使用权人负责调查。     | 土地使用权人
          受污染地块由所在镇政府组织围挡。         | 所在镇政府
          施工期间，建设单位应设立公告牌。         | 建设单位
          （1）住建局，负责提供规划资料；          | 住建局
          对入库的企业每年要核查一次。             | 入库的企业
          加强对养殖企业的指导。                   |
          引导有关企业采用新工艺。                 |
          建设覆盖全县的监测网。                   |
          定期对重点企业周边开展监测。             |
          """)
  void namesWhoeverHasToAct(String sentence, String actor) {
    assertThat(ActorGrammar.find(sentence).orElse("")).isEqualTo(actor == null ? "" : actor);
  }
}
