package jingtu.server.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jingtu.testing.Needs;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;

/** A Word template with a fault in every place where a field may stand. */
class WordFaultsTests {

  private static final Path EXPECTED =
      Needs.repository().resolve("server/src/test/resources/templates/word-faults.txt");

  private static final String BOX =
      """
      <xml-fragment xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'
        xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape style='width:100pt;height:50pt'>
        <v:textbox><w:txbxContent><w:p><w:r><w:t>{{计划名陈}}</w:t></w:r></w:p></w:txbxContent></v:textbox>
      </v:shape></w:pict></xml-fragment>
      """;

  @Test
  void everyFaultIsNamedWithItsPlaceAndNothingElseIs() throws Exception {
    assertThat(Sample.said(TemplateFormat.WORD, faulty()))
        .isEqualTo(Files.readString(EXPECTED, StandardCharsets.UTF_8));
  }

  @Test
  void inADocumentOfSeveralSectionsParagraphsAreCountedInTheirSection() {
    XWPFDocument word = new XWPFDocument();
    word.createParagraph().createRun().setText("第一节");
    word.createParagraph().getCTP().addNewPPr().addNewSectPr();
    word.createParagraph().createRun().setText("第二节");
    word.createParagraph().createRun().setText("{{计划名}}");

    assertThat(Sample.faults(TemplateFormat.WORD, Sample.bytes(word)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.place()).isEqualTo("第2节第2段"));
  }

  private static byte[] faulty() throws XmlException {
    XWPFDocument word = new XWPFDocument();
    Sample.runs(word.createParagraph(), "标题{", "{计", "划名}}");
    Sample.runs(word.createParagraph(), "由{{行.承办", "单味}}办理");
    Sample.runs(word.createParagraph(), "{{行.章节|合并}}");
    Sample.runs(word.createParagraph(), "｛｛计划名称｝｝");
    Sample.runs(word.createParagraph(), "{计划名称}");
    Sample.runs(word.createParagraph(), "{{计划名称");
    Sample.runs(word.createParagraph(), "{{计划名称|合并}}和{{计划名称}}");
    Sample.runs(word.createParagraph(), "{{完全不相干的字}}");
    box(word.createParagraph());
    XWPFTable table = word.createTable(2, 2);
    table.getRow(0).getCell(0).setText("章节");
    table.getRow(0).getCell(1).setText("承办单位");
    table.getRow(1).getCell(0).setText("{{行.章节|合井}}");
    table.getRow(1).getCell(1).setText("{{行.承办单位}}{{行.没有}}");
    control(word);
    XWPFHeader head = word.createHeader(HeaderFooterType.DEFAULT);
    Sample.runs(head.createParagraph(), "{{文好}}");
    Sample.runs(head.createParagraph(), "{{行.章节}}");
    XWPFTable foot = word.createFooter(HeaderFooterType.DEFAULT).createTable(1, 2);
    foot.getRow(0).getCell(1).setText("{{文号x}}");
    word.createFootnote().createParagraph().createRun().setText("{{计划名称}}");
    return Sample.bytes(word);
  }

  private static void box(XWPFParagraph paragraph) throws XmlException {
    paragraph.createRun().getCTR().set(CTR.Factory.parse(BOX));
  }

  private static void control(XWPFDocument word) {
    var control = word.getDocument().getBody().addNewSdt();
    control.addNewSdtPr().addNewId().setVal(BigInteger.ONE);
    control.addNewSdtContent().addNewP().addNewR().addNewT().setStringValue("{{计划名称}}");
  }
}
