package jingtu.server.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jingtu.testing.Golden;
import jingtu.testing.Needs;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

class WordTemplateTests {

  @Test
  void theFilledTextIsAsItWasRead() {
    XWPFDocument filled = filled(template(), Sample.values());

    Golden.check(
        Needs.repository().resolve("server/src/test/resources/templates/word-filled.txt"),
        new XWPFWordExtractor(filled).getText());
  }

  @Test
  void aFieldThatLiesInSeveralRunsKeepsTheFontOfItsFirst() {
    XWPFDocument word = new XWPFDocument();
    XWPFRun first = word.createParagraph().createRun();
    first.setBold(true);
    first.setText("{{计");
    Sample.runs(word.getParagraphArray(0), "划名", "称}}");

    XWPFDocument filled = filled(word, Sample.values());

    XWPFRun run = filled.getParagraphArray(0).getRuns().getFirst();
    assertThat(run.text()).isEqualTo("净原县土壤污染防治工作方案");
    assertThat(run.isBold()).isTrue();
  }

  @Test
  void aRowIsRepeatedForEachRecordAndEqualNeighboursBecomeOneCell() {
    XWPFTable table = filled(template(), Sample.values()).getTables().getFirst();

    assertThat(table.getRows()).hasSize(2 + Sample.WORKS.size());
    assertThat(table.getRow(0).isRepeatHeader()).isTrue();
    assertThat(table.getRow(5).getCell(1).getText()).isEqualTo("以上各项");
    assertThat(merges(table, 0)).containsExactly("restart", "continue", "restart", "continue");
    assertThat(merges(table, 2))
        .as("the same organisation, but in another chapter")
        .containsExactly("restart", "continue", "-", "-");
    assertThat(table.getRow(2).getCell(0).getText()).isEmpty();
  }

  @Test
  void withoutRecordsTheRowStaysAndIsEmpty() {
    XWPFTable table = filled(template(), Sample.values(List.of())).getTables().getFirst();

    assertThat(table.getRows()).hasSize(3);
    assertThat(table.getRow(1).getTableCells())
        .extracting(XWPFTableCell::getText)
        .containsExactly("", "。", "", "");
  }

  @Test
  void aPictureIsPlacedAndItsFieldIsGone() {
    XWPFDocument filled = filled(template(), Sample.values());

    assertThat(filled.getAllPictures()).hasSize(1);
    XWPFPictureData picture = filled.getAllPictures().getFirst();
    assertThat(picture.getData())
        .isEqualTo(((TemplateValue.Picture) ExamplePicture.value()).content());
    assertThat(filled.getDocument().xmlText()).doesNotContain("县徽");
  }

  @Test
  void bracesAndControlCharactersInAValueAreWordsLikeOthers() {
    var odd = new Sample.Work("{{计划名称}}", "一\u0007\u000b二", "{{行.章节}}{{", 1);
    XWPFTable table = filled(template(), Sample.values(List.of(odd))).getTables().getFirst();

    assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("{{计划名称}}");
    assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("一二。");
    assertThat(table.getRow(1).getCell(2).getText()).isEqualTo("{{行.章节}}{{");
  }

  @Test
  void paragraphsOfTheSameRecordsAreRepeatedTogether() {
    XWPFDocument word = new XWPFDocument();
    Sample.runs(word.createParagraph(), "前");
    Sample.runs(word.createParagraph(), "{{行.承办单位}}：", "{{行.措", "施}}");
    Sample.runs(word.createParagraph(), "（{{行.数量}}）");
    Sample.runs(word.createParagraph(), "后{{文号}}");

    assertThat(paragraphs(filled(word, Sample.values(Sample.WORKS.subList(1, 3)))))
        .containsExactly(
            "前", "县农业农村局：建立企业用地档案", "（30）", "县农业农村局：划定类别\n更新清单", "（1）", "后净政发〔2026〕5号");
    assertThat(paragraphs(filled(word, Sample.values(List.of()))))
        .as("without records they go")
        .containsExactly("前", "后净政发〔2026〕5号");
  }

  @Test
  void wordsAndFieldsOfOneRunKeepTheFontOfChineseLetters() {
    XWPFDocument word = new XWPFDocument();
    font(word.createParagraph().createRun()).setText("据{{文号}}、{{计划名称}}办理{{行.措施}}。");
    XWPFTable table = word.createTable(1, 1);
    font(table.getRow(0).getCell(0).getParagraphs().getFirst().createRun())
        .setText("第{{行.数量}}项：{{行.措施}}");
    font(word.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun())
        .setText("见{{文号}}。");

    XWPFDocument filled = filled(word, Sample.values());

    List<XWPFParagraph> all = new ArrayList<>(filled.getParagraphs());
    filled
        .getTables()
        .getFirst()
        .getRows()
        .forEach(row -> all.addAll(row.getCell(0).getParagraphs()));
    all.addAll(filled.getHeaderList().getFirst().getParagraphs());
    assertThat(all).hasSize(2 * Sample.WORKS.size() + 1);
    assertThat(all)
        .flatExtracting(XWPFParagraph::getRuns)
        .allSatisfy(
            run -> {
              assertThat(run.getCTR().getRPr().getRFontsArray(0).getEastAsia()).isEqualTo("仿宋");
              assertThat(run.getFontSizeAsDouble()).isEqualTo(16);
            });
  }

  @Test
  void aPictureThatIsMissingLeavesNothing() {
    XWPFDocument filled = filled(template(), new TemplateValues(Map.of(), Map.of()));

    assertThat(filled.getAllPictures()).isEmpty();
    assertThat(filled.getParagraphArray(1).getText()).isEqualTo("印：");
  }

  private static XWPFRun font(XWPFRun run) {
    run.setFontSize(16);
    CTFonts fonts = run.getCTR().getRPr().addNewRFonts();
    fonts.setEastAsia("仿宋");
    fonts.setAscii("Times New Roman");
    return run;
  }

  private static List<String> paragraphs(XWPFDocument word) {
    return word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
  }

  /** A title, a picture, and a table whose second row is repeated; a header and a footer. */
  static XWPFDocument template() {
    XWPFDocument word = new XWPFDocument();
    Sample.runs(word.createParagraph(), "{{ 计划", "名称 }}", "任务表（{{number}}）");
    Sample.runs(word.createParagraph(), "印：{{县徽}}");
    XWPFTable table = word.createTable(3, 4);
    List<String> heads = List.of("章节", "措施", "承办单位", "数量");
    List<String> fields = List.of("{{行.章节|合并}}", "{{行.措施}}。", "{{行.承办单位｜合并}}", "{{行．数量}}");
    for (int i = 0; i < heads.size(); i++) {
      table.getRow(0).getCell(i).setText(heads.get(i));
      table.getRow(1).getCell(i).setText(fields.get(i));
    }
    table.getRow(0).setRepeatHeader(true);
    table.getRow(2).getCell(1).setText("以上各项");
    Sample.runs(word.createHeader(HeaderFooterType.DEFAULT).createParagraph(), "{{文号}}");
    Sample.runs(word.createFooter(HeaderFooterType.DEFAULT).createParagraph(), "{{计划名称}}");
    return word;
  }

  private static XWPFDocument filled(XWPFDocument template, TemplateValues values) {
    return Sample.word(Sample.filled(TemplateFormat.WORD, Sample.bytes(template), values));
  }

  private static List<String> merges(XWPFTable table, int column) {
    return IntStream.rangeClosed(1, Sample.WORKS.size())
        .mapToObj(row -> table.getRow(row).getCell(column).getCTTc().getTcPr())
        .map(
            properties ->
                properties == null || !properties.isSetVMerge()
                    ? "-"
                    : properties.getVMerge().getVal() == STMerge.RESTART ? "restart" : "continue")
        .toList();
  }
}
