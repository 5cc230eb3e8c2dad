package jingtu.planreader.format;

import static jingtu.planreader.format.WordFile.cell;
import static jingtu.planreader.format.WordFile.deleted;
import static jingtu.planreader.format.WordFile.inserted;
import static jingtu.planreader.format.WordFile.item;
import static jingtu.planreader.format.WordFile.level;
import static jingtu.planreader.format.WordFile.list;
import static jingtu.planreader.format.WordFile.p;
import static jingtu.planreader.format.WordFile.paragraph;
import static jingtu.planreader.format.WordFile.row;
import static jingtu.planreader.format.WordFile.run;
import static jingtu.planreader.format.WordFile.table;
import static jingtu.planreader.format.WordFile.textBox;
import static jingtu.planreader.format.WordFile.use;
import static org.assertj.core.api.Assertions.assertThat;

import jingtu.planreader.Span;
import jingtu.planreader.format.Extraction.Extracted;
import jingtu.planreader.format.Extraction.Refused;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDocumentTests {

  private static final String LEVELS =
      list(
          7,
          level(0, "chineseCountingThousand", "%1、"),
          level(1, "chineseCounting", "（%2）"),
          level(2, "decimal", "%3."),
          level(3, "decimalEnclosedCircleChinese", "%4"));

  @Test
  void printsAutomaticNumbersAsWordDoes() {
    WordFile file =
        WordFile.of(
                item(1, 0, "总体目标"),
                item(1, 1, "近期"),
                item(1, 2, "查清底数"),
                item(1, 3, "布点"),
                item(1, 3, "采样"),
                item(1, 2, "建立清册"),
                item(1, 3, "建账"),
                item(1, 1, "远期"),
                item(1, 2, "持续改善"),
                p("说明段落"),
                item(1, 0, "保障措施"),
                item(1, 1, "组织"))
            .numbering(LEVELS + use(1, 7, ""));

    assertThat(textOf(file))
        .isEqualTo(
            """
            一、总体目标
            （一）近期
            1.查清底数
            ①布点
            ②采样
            2.建立清册
            ①建账
            （二）远期
            1.持续改善
            说明段落
            二、保障措施
            （一）组织
            """);
  }

  /** ECMA-376, 17.9.27: an override begins anew; without it two lists of one kind count on. */
  @Test
  void beginsAnewOnlyWhereTheListSaysSo() {
    String anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
    WordFile file =
        WordFile.of(item(1, 0, "甲"), item(2, 0, "乙"), item(3, 0, "丙"), item(3, 0, "丁"))
            .numbering(LEVELS + use(1, 7, "") + use(2, 7, "") + use(3, 7, anew));

    assertThat(textOf(file)).isEqualTo("一、甲\n二、乙\n一、丙\n二、丁\n");
  }

  @Test
  void takesTheListFromTheStyle() {
    String heading =
        "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/><w:pPr>"
            + "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"own\"/>"
            + "<w:basedOn w:val=\"H\"/></w:style>";
    String off = "<w:pStyle w:val=\"H\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>";
    WordFile file =
        WordFile.of(
                paragraph("<w:pStyle w:val=\"H\"/>", run("目标")),
                paragraph(off, run("附件")),
                paragraph("<w:pStyle w:val=\"Own\"/>", run("任务")))
            .styles(heading)
            .numbering(LEVELS + use(1, 7, ""));

    assertThat(textOf(file)).isEqualTo("一、目标\n附件\n二、任务\n");
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "COUNTING, 1, 一",
    "COUNTING, 10, 十",
    "COUNTING, 11, 十一",
    "COUNTING, 20, 二十",
    "COUNTING, 101, 一百零一",
    "COUNTING, 110, 一百一十",
    "COUNTING, 1001, 一千零一",
    "COUNTING, 10010, 一万零一十",
    "DIGITS, 105, 一〇五",
    "LEGAL, 15, 壹拾伍",
    "STEMS, 3, 丙",
    "STEMS, 11, 11",
    "CIRCLED, 20, ⑳",
    "CIRCLED, 21, 21",
    "PARENTHESISED, 2, ⑵",
    "LOWER_ROMAN, 14, xiv",
    "UPPER_LETTER, 28, BB",
    "DECIMAL_ZERO, 7, 07",
    "FULL_WIDTH, 12, １２",
  })
  void writesNumbersInEveryManner(Numerals numerals, int number, String written) {
    assertThat(numerals.write(number)).isEqualTo(written);
  }

  @Test
  void readsTheTextWithAllChangesAccepted() {
    String joined = paragraph("<w:rPr><w:del w:id=\"3\"/></w:rPr>", run("前半句"));
    WordFile file =
        WordFile.of(
            "<w:p>" + run("年底前") + deleted("建成") + inserted("完成") + run("调查。") + "</w:p>",
            joined,
            p("后半句。"),
            "<w:moveFrom w:id=\"5\">" + p("旧处") + "</w:moveFrom>",
            p("末段"));

    assertThat(textOf(file)).isEqualTo("年底前完成调查。\n前半句后半句。\n末段\n");
  }

  @Test
  void leavesOutWhatIsNotPrinted() {
    String hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗记</w:t></w:r>";
    String field =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + run("5")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    WordFile file = WordFile.of("<w:p>" + run("共") + field + hidden + run("件") + "</w:p>");

    assertThat(textOf(file.header("页眉"))).isEqualTo("共5件\n");
  }

  @Test
  void putsATextBoxAfterItsParagraphAndOnce() {
    WordFile file = WordFile.of("<w:p>" + textBox("公开方式：主动公开") + run("标题") + "</w:p>", p("正文"));

    assertThat(textOf(file)).isEqualTo("标题\n公开方式：主动公开\n正文\n");
  }

  @Test
  void putsNotesAtTheEnd() {
    String reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    WordFile file =
        WordFile.of("<w:p>" + run("重点行业") + reference + run("名录") + "</w:p>")
            .footnotes("<w:footnote w:id=\"2\">" + p("指附录所列。") + "</w:footnote>");

    assertThat(textOf(file)).isEqualTo("重点行业名录\n[1] 指附录所列。\n");
  }

  @Test
  void breaksALineWhereTheAuthorDid() {
    WordFile file = WordFile.of("<w:p>" + run("甲") + "<w:r><w:br/></w:r>" + run("乙") + "</w:p>");

    assertThat(textOf(file)).isEqualTo("甲\n乙\n");
  }

  @Test
  void marksATableOfContentsAsBoilerplate() {
    String toc = "<w:style w:styleId=\"T1\"><w:name w:val=\"toc 1\"/></w:style>";
    WordFile file =
        WordFile.of(paragraph("<w:pStyle w:val=\"T1\"/>", run("一、目标 3")), p("一、目标")).styles(toc);
    DocumentText document = read(file);

    assertThat(document.text()).isEqualTo("一、目标 3\n一、目标\n");
    assertThat(document.boilerplate()).containsExactly(new Span(0, 6));
  }

  @Test
  void knowsWhichPlacesAMergedCellCovers() {
    String down = "<w:vMerge w:val=\"restart\"/>";
    String on = "<w:vMerge/>";
    WordFile file =
        WordFile.of(
            p("附件"),
            table(
                row(cell("任务"), cell("<w:gridSpan w:val=\"2\"/>", p("分工"))),
                row(cell(down, p("建账")), cell("牵头"), cell("<w:vAlign/>", p("县局") + p("乡镇"))),
                row(cell(on, p("")), cell("配合"), cell("村"))),
            p("完"));
    DocumentText document = read(file);
    Table table = document.tables().getFirst();

    assertThat(document.text()).isEqualTo("附件\n任务\t分工\t\n建账\t牵头\t县局 乡镇\n\t配合\t村\n完\n");
    assertThat(table.columns()).isEqualTo(3);
    assertThat(words(document, table, 0, 2)).isEqualTo("分工");
    assertThat(words(document, table, 2, 0)).isEqualTo("建账");
    assertThat(words(document, table, 2, 2)).isEqualTo("村");
    assertThat(table.at(1, 2).orElseThrow().paragraphs()).hasSize(2);
    assertThat(table.span()).isEqualTo(new Span(3, 27));
  }

  @Test
  void leavesDeletedRowsOutAndReadsTablesInsideCells() {
    String removed =
        "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell("旧") + cell("行") + "</w:tr>";
    String inner = table(row(cell("内一"), cell("内二")));
    WordFile file = WordFile.of(table(removed, row(cell("", inner + p("")), cell("外"))));

    assertThat(textOf(file)).isEqualTo("内一 内二\t外\n");
  }

  @Test
  void aTableOfOneColumnOnlyFramesItsParagraphs() {
    WordFile file = WordFile.of(table(row(cell("", p("一") + p("二"))), row(cell("三"))));

    assertThat(textOf(file)).isEqualTo("一\n二\n三\n");
    assertThat(read(file).tables()).isEmpty();
  }

  @Test
  void countsCodePointsNotCharacters() {
    WordFile file = WordFile.of(p("𠮷田"), table(row(cell("甲"), cell("乙"))));

    assertThat(read(file).tables().getFirst().span()).isEqualTo(new Span(3, 6));
  }

  @Test
  void tellsWhatItDidNotRead() {
    String sheet = "<w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r>";
    DocumentText document = read(WordFile.of(p("附表如下"), "<w:p>" + sheet + "</w:p>"));

    assertThat(document.findings()).hasSize(1);
    assertThat(document.findings().getFirst().finding().say(Language.EN))
        .contains("Excel.Sheet.12");
  }

  @Test
  void refusesADocumentWithoutText() {
    assertThat(refusalOf(WordFile.of(p("")).bytes())).contains("没有文字");
  }

  static String textOf(WordFile file) {
    return read(file).text();
  }

  private static DocumentText read(WordFile file) {
    Extraction extraction = Documents.extract("a.docx", file.bytes());
    assertThat(extraction).isInstanceOf(Extracted.class);
    return ((Extracted) extraction).document();
  }

  static String refusalOf(byte[] content) {
    Extraction extraction = Documents.extract("a.docx", content);
    assertThat(extraction).isInstanceOf(Refused.class);
    return ((Refused) extraction).finding().say(Language.ZH);
  }

  private static String words(DocumentText document, Table table, int row, int column) {
    Span span = table.at(row, column).orElseThrow().span();
    int from = document.text().offsetByCodePoints(0, span.start());
    return document
        .text()
        .substring(from, document.text().offsetByCodePoints(from, span.end() - span.start()));
  }
}
