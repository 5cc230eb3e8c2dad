package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jingtu.planreader.PlanReader;
import jingtu.testing.Seeded;

/** A plan made of chapters with tasks, that can be edited and printed. */
record MadePlan(List<List<MadeTask>> chapters) {

  private static final List<String> DEEDS =
      List.of("排查", "整治", "监测", "修复", "登记", "核查", "清运", "评估", "公示", "培训");
  private static final List<String> THINGS =
      List.of("河道滩地", "废弃矿井", "农药仓库", "灌溉水渠", "养殖场粪污", "尾矿库坝体", "工业园区地块", "饮用水源地", "菜地大棚", "加油站油罐");
  private static final List<String> WAYS =
      List.of("建立完整台账", "委托第三方采样", "按网格布设点位", "张贴警示标志", "签订责任书", "组织现场观摩", "设立举报电话", "安装在线设备");
  private static final List<String> OFFICES =
      List.of("县农业农村局", "县水利局", "县财政局", "县自然资源局", "县应急管理局", "县林业局", "县公安局", "县教育局");

  /** One task; {@code id} stands in its heading and in each sentence, so that no two are alike. */
  record MadeTask(String id, String heading, List<String> sentences, String lead, String other) {

    MadeTask withSentences(List<String> others) {
      return new MadeTask(id, heading, others, lead, other);
    }

    MadeTask withLead(String office) {
      return new MadeTask(id, heading, sentences, office, other);
    }
  }

  static MadePlan of(RandomGenerator random, int chapters, int tasks) {
    return new MadePlan(
        IntStream.range(0, chapters)
            .mapToObj(
                chapter ->
                    IntStream.range(0, tasks)
                        .mapToObj(task -> task(random, chapter * tasks + task))
                        .toList())
            .toList());
  }

  static MadeTask task(RandomGenerator random, int number) {
    String id = name(number);
    String lead = Seeded.oneOf(random, OFFICES);
    List<String> rest = OFFICES.stream().filter(office -> !office.equals(lead)).toList();
    return new MadeTask(
        id,
        Seeded.oneOf(random, DEEDS) + id + Seeded.oneOf(random, THINGS),
        IntStream.range(0, 2 + random.nextInt(3))
            .mapToObj(i -> sentence(random, id + "甲乙丙丁".charAt(i)))
            .toList(),
        lead,
        Seeded.oneOf(random, rest));
  }

  static String sentence(RandomGenerator random, String id) {
    return "对%s片区的%s%s开展%s，%s，在%d月底前完成。"
        .formatted(
            id,
            nickname(random),
            Seeded.oneOf(random, THINGS),
            Seeded.oneOf(random, DEEDS),
            Seeded.oneOf(random, WAYS),
            1 + random.nextInt(12));
  }

  /** Sentences of real plans have more in them than a form that is filled in. */
  private static String nickname(RandomGenerator random) {
    String letters = "青绿蓝紫红橙金银铜玉石沙泉溪湖江河海岭峰谷坡坪坝湾岛洲林竹草花叶鹤雁鹭鹰虎鹿马牛羊燕鱼虾云霞雪霜露雨";
    return IntStream.range(0, 8)
        .mapToObj(i -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
        .collect(Collectors.joining());
  }

  /** Two characters that no other number has; no digits, no words that mean something. */
  private static String name(int number) {
    String letters = "桂松柏梅兰菊荷莲桃李杏梨枣榆槐柳";
    return ""
        + letters.charAt(number % 16)
        + letters.charAt(number / 16 % 16)
        + (char) ('佰' + number / 256);
  }

  /** The office after one, so that it is another. */
  static String otherOffice(MadeTask task) {
    return OFFICES.stream()
        .filter(office -> !office.equals(task.lead()) && !office.equals(task.other()))
        .findFirst()
        .orElseThrow();
  }

  MadePlan copy() {
    return new MadePlan(
        chapters.stream().map(chapter -> (List<MadeTask>) new ArrayList<>(chapter)).toList());
  }

  String printed() {
    StringBuilder text = new StringBuilder("某县土壤污染防治工作方案\n\n");
    for (int i = 0; i < chapters.size(); i++) {
      text.append("%s、第%s部分任务\n".formatted("一二三四五六七八九十".charAt(i), "甲乙丙丁戊己庚辛壬癸".charAt(i)));
      for (int j = 0; j < chapters.get(i).size(); j++) {
        MadeTask task = chapters.get(i).get(j);
        text.append(
            "%d.%s。%s（%s牵头，%s参与）\n"
                .formatted(
                    j + 1,
                    task.heading(),
                    task.sentences().stream().collect(Collectors.joining()),
                    task.lead(),
                    task.other()));
      }
    }
    return text.toString();
  }

  PlanText read() {
    return PlanText.of(PlanReader.readText(printed()), 0);
  }
}
