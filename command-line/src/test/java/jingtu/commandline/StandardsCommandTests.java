package jingtu.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsCommandTests {

  private static final String LOCAL =
      """
      standard: DB 99/T 1
      edition: "2024"
      title: {zh: 虚构的地方标准, en: an invented local standard}
      medium: SOIL
      from: 2024-01-01
      until: 2025-12-31
      confidence: B
      source: 虚构
      tables:
        - table: "1"
          title: {zh: 筛选值, en: screening values}
          clause: "4"
          meaning: SCREENING
          unit: mg/kg
          thresholds:
            - {analyte: Tl, value: 1.0}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void listsTheEditionsInAlignedColumns() {
    Run run = Run.of("standards", "list");
    List<String> lines = run.out().lines().toList();

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst()).startsWith("编号").contains("实施", "核实", "文件");
    assertThat(lines.get(1))
        .contains("GB 15618-2018", "农用地", "土壤", "2018-08-01", "79", "A 79 ", "gb15618");
    assertThat(lines)
        .extracting(line -> places(line.substring(0, indexOfMedium(line))))
        .containsOnly(places(lines.get(1).substring(0, indexOfMedium(lines.get(1)))));
  }

  /** How many places a text takes on a terminal: two for what stands in the squares of Chinese. */
  private static int places(String text) {
    return text.codePoints().map(point -> point >= 0x2e80 ? 2 : 1).sum();
  }

  private static int indexOfMedium(String line) {
    for (String medium : List.of("介质", " 土壤 ", " 灌溉水 ", " 地下水 ", " 食品 ")) {
      int at = line.indexOf(medium);
      if (at >= 0) {
        return medium.startsWith(" ") ? at + 1 : at;
      }
    }
    throw new AssertionError("no medium in " + line);
  }

  @Test
  void listsAsCommaSeparatedValues() {
    Run run = Run.of("standards", "list", "--format", "csv", "--lang", "en");

    assertThat(run.out().lines().toList())
        .startsWith(
            "kind,id,title,medium,from,until,thresholds,confidence_a,confidence_b,confidence_c,file")
        .contains(
            "edition,GB/T 14848-2017,Standard for groundwater quality,GROUNDWATER,2018-05-01,,"
                + "268,0,68,200,gbt14848-2017.yaml");
  }

  @Test
  void showsTheTableAsPrinted() {
    Run run = Run.of("standards", "show", "gb15618", "--analyte", "镉");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("GB 15618-2018  土壤环境质量", "2018-08-01 起", "表1 ", "（第4.1条）", "表3 ")
        .contains("水田 5.5<pH<=6.5  筛选值  0.4", "pH>7.5       管制值  4.0  mg/kg  A")
        .contains("注1：重金属和类金属砷均按元素总量计")
        .contains("高于筛选值（有管制值的项目）：可能存在", "（第6.2条）")
        .doesNotContain("汞", "超标", "苯并");
  }

  @Test
  void marksWhatIsUnverifiedAndTellsWhatIsMissing() {
    Run run = Run.of("standards", "show", "GB 5084-2021", "--analyte", "全盐量");

    assertThat(run.out())
        .contains("未收录：", "水田作物 盐碱土地区", "2000  mg/L  未核实  1")
        .contains("超过限值：超标")
        .contains("（第4条，未核实）");
    assertThat(Run.of("standards", "show", "GB 36600", "--lang", "en").out())
        .contains("Not held: Appendix A", "Note a: Where the content measured")
        .contains("Above the screening value: there may be a risk to human health");
  }

  @Test
  void showsAsCommaSeparatedValues() {
    Run run = Run.of("standards", "show", "GB 36600-2018", "--analyte", "As", "--format", "csv");

    assertThat(run.out().lines().toList())
        .containsExactly(
            "standard,edition,table,clause,item,analyte,name,meaning,land_use,ph_band,category,"
                + "condition,value,unit,background,confidence,notes",
            "GB 36600-2018,2018,1,5.1,1,As,砷,SCREENING,CLASS_1,,,,20,mg/kg,true,A,a",
            "GB 36600-2018,2018,1,5.1,1,As,砷,SCREENING,CLASS_2,,,,60,mg/kg,true,A,a",
            "GB 36600-2018,2018,1,5.1,1,As,砷,CONTROL,CLASS_1,,,,120,mg/kg,false,A,",
            "GB 36600-2018,2018,1,5.1,1,As,砷,CONTROL,CLASS_2,,,,140,mg/kg,false,A,");
  }

  @Test
  void showsOneNumberForSeveralFoodsOnce() {
    Run run = Run.of("standards", "show", "GB 2762", "--analyte", "无机砷");

    assertThat(run.out()).contains("稻谷、糙米（稻谷，糙米）  限值  0.35", "大米(粉)                  限值  0.2 ");
    assertThat(run.out().lines().filter(line -> line.contains("0.35"))).hasSize(1);
  }

  @Test
  void showsRangesAndWhatMustNotBeDetected() {
    assertThat(Run.of("standards", "show", "gbt14848", "--analyte", "pH").out())
        .contains("5.5～6.5 或 8.5～9.0");
    assertThat(Run.of("standards", "show", "gbt14848", "--analyte", "LAS").out()).contains("不得检出");
  }

  @Test
  void readsDroppedFilesAndSaysWhichItRefuses() throws IOException {
    Files.writeString(folder.resolve("local.yaml"), LOCAL);
    Files.writeString(folder.resolve("faulty.yaml"), LOCAL.replace("Tl", "Tll"));
    Files.writeString(
        folder.resolve("background.yaml"),
        """
        background: made-2024
        title: {zh: 虚构县背景值, en: made}
        region: 虚构县
        source: 虚构
        confidence: C
        unit: mg/kg
        values: {As: 11.2}
        """);
    Run list = Run.of("standards", "list", "--standards", folder.toString());
    Run show = Run.of("standards", "show", "db99t1", "--standards", folder.toString());

    assertThat(list.exitCode()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
    assertThat(list.out()).contains("DB 99/T 1-2024", "2025-12-31", "made-2024", "背景值：虚构县");
    assertThat(list.err()).contains("faulty.yaml:16: 不认识的项目“Tll”。 请用");
    assertThat(show.exitCode()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
    assertThat(show.out()).contains("2024-01-01 至 2025-12-31", "铊", "1.0");
  }

  @Test
  void saysWhyItDidNothing() {
    refused("没有标准“GB 15168-2018”。相近的有：GB 15618-2018", "show", "GB 15168-2018");
    refused("不认识项目“镉镉”", "show", "GB 15618", "--analyte", "镉镉");
    refused("缺少参数 ID", "show");
    refused("text|csv", "list", "--format", "xml");
    refused("找不到目录", "list", "--standards", folder.resolve("nowhere").toString());
  }

  private static void refused(String said, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "standards";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Run run = Run.of(all);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.NOT_DONE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said);
  }

  @Test
  void saysThatAnAnalyteHasNoThreshold() {
    Run run = Run.of("standards", "show", "GB 36600", "--analyte", "锌");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("GB 36600-2018 中没有 Zn 的限值");
  }

  @Test
  void helpsWithEachOfItsCommands() {
    assertThat(Run.of("standards").out()).contains("list", "show");
    assertThat(Run.of("standards", "list", "--help").out()).contains("--standards", "DIR");
    assertThat(Run.of("standards", "show", "--help", "--lang", "en").out())
        .contains("--analyte", "Only this analyte", "Number of the standard", "Exit codes");
  }
}
