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
          土地使用权人接到告知书后，须停止施工。   | 土地使用权人
          各镇收到清单之日起20日内完成核对。       | 各镇
          企业发现渗漏的，立即停用储罐。           | 企业
          当事人应自送达之日起15日内缴款。         | 当事人
          被督办单位应在3个工作日内回复。          | 被督办单位
          重点监管单位每2至3年排查一轮隐患。       | 重点监管单位
          县级技术组每月下田1次。                  | 县级技术组
          各镇主要负责人每月到田间督查。           | 各镇主要负责人
          领导小组办公室设在县农牧局，每季度会商。 | 领导小组办公室
          逾期未提交的由区水利局约谈。             | 区水利局
          种粮大户须保存投入品台账。               | 种粮大户
          连片30亩以上的经营主体应当每半年报告。   | 连片30亩以上的经营主体
          建立台账，连片30亩以上的经营主体应当报告。 | 连片30亩以上的经营主体
          企业关停后，须清理残留物。               | 企业
          农膜销售者不得出售不合格农膜。           | 农膜销售者
          县财政局安排专项资金。                   | 县财政局
          某工程，项目单位县水务局。               | 县水务局
          某工程，建设单位：甲镇、乙镇人民政府。   | 甲镇、乙镇人民政府
          责任单位为清溪县城镇建设有限公司。       | 清溪县城镇建设有限公司
          建设单位应设立公告牌。                   | 建设单位
          关闭或者搬迁高风险企业。                 |
          持续推进重点区域企业排查整治。           |
          农膜回收率达到85%。                      |
          加强对养殖企业的指导。                   |
          引导有关企业采用新工艺。                 |
          建设覆盖全县的监测网。                   |
          定期对重点企业周边开展监测。             |
          """)
  void namesWhoeverHasToAct(String sentence, String actor) {
    assertThat(ActorGrammar.find(sentence).orElse("")).isEqualTo(actor == null ? "" : actor);
  }
}
