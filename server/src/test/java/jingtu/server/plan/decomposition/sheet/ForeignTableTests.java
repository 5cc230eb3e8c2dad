package jingtu.server.plan.decomposition.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.vocabulary.Language;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Tables that somebody else made, with columns of their own. */
class ForeignTableTests {

  private static final List<List<String>> ROWS =
      List.of(
          List.of("序号", "重点任务", "工作措施", "牵头单位", "配合单位", "完成时限", "联系方式"),
          List.of("一、摸清底数", "", "", "", "", "", ""),
          List.of("1", "开展耕地土壤加密调查", "加密布点，查明污染范围", "县农业农村局", "县财政局、县自然资源局", "2026年9月底前", ""),
          List.of("2", "", "化验全部样品", "县农业农村局，县科技局（科技创新中心，园区）", "", "2026/12/31", "0000-1"),
          List.of("合计", "", "2项", "", "", "", ""));

  private static final List<String> EXPECTED =
      List.of(
          "3.1 一、摸清底数|开展耕地土壤加密调查|加密布点，查明污染范围|县农业农村局|牵头|2026年9月底前|",
          "3.2 一、摸清底数|开展耕地土壤加密调查|加密布点，查明污染范围|县财政局|配合|2026年9月底前|",
          "3.3 一、摸清底数|开展耕地土壤加密调查|加密布点，查明污染范围|县自然资源局|配合|2026年9月底前|",
          "4.1 一、摸清底数|开展耕地土壤加密调查|化验全部样品|县农业农村局|牵头|2026-12-31|0000-1",
          "4.2 一、摸清底数|开展耕地土壤加密调查|化验全部样品|县科技局（科技创新中心，园区）|牵头|2026-12-31|0000-1");

  @TempDir Path folder;

  private static List<String> told(Path file, ChosenColumns chosen) {
    return added(read(file, chosen), List.of()).stream()
        .map(
            added ->
                "%d.%d %s|%s|%s|%s|%s|%s|%s"
                    .formatted(
                        added.line().row(),
                        added.line().part(),
                        added.item().heading(),
                        added.item().task(),
                        added.item().sentence(),
                        added.item().organisation(),
                        added.item().role().word(Language.ZH),
                        added.item().deadline().orElse(""),
                        added.item().telephone()))
        .toList();
  }

  private static ReturnedTable read(Path file, ChosenColumns chosen) {
    return switch (ReturnedTable.read(file, chosen)) {
      case ReturnedTable.Reading.Read(ReturnedTable table) -> table;
      case ReturnedTable.Reading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static List<Differences.Added> added(ReturnedTable table, List<WorkItem> items) {
    return CompareLines.of(table.lines(), items, Language.ZH).added();
  }

  private Path sheet(List<List<String>> rows, int[]... merged) {
    return TableWriter.write(
        new TableWriter.Grid(rows, List.of(merged)), folder.resolve("外来表.xlsx"));
  }

  @Test
  void aWorkbookBecomesAnItemForEachOrganisationInItsRole() {
    Path file = sheet(ROWS, new int[] {1, 1, 0, 6}, new int[] {2, 3, 1, 1});
    assertThat(told(file, ChosenColumns.NONE)).isEqualTo(EXPECTED);
    assertThat(read(file, ChosenColumns.NONE).notes())
        .extracting(PassedOver::kind)
        .containsExactly(PassedOver.Kind.CHAPTER, PassedOver.Kind.TOTAL);
  }

  @Test
  void withoutMergedCellsWhatStandsAboveHolds() {
    assertThat(told(sheet(ROWS), ChosenColumns.NONE)).isEqualTo(EXPECTED);
  }

  @Test
  void aTableInADocumentSaysTheSame() throws IOException {
    Path file = folder.resolve("外来表.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText("附件：任务分解表");
      XWPFTable table = document.createTable(ROWS.size(), ROWS.getFirst().size());
      for (int row = 0; row < ROWS.size(); row++) {
        for (int column = 0; column < ROWS.get(row).size(); column++) {
          table.getRow(row).getCell(column).setText(ROWS.get(row).get(column));
        }
      }
      merge(table.getRow(2).getCell(1), STMerge.RESTART);
      merge(table.getRow(3).getCell(1), STMerge.CONTINUE);
      span(table, 1);
      document.write(out);
    }
    assertThat(told(file, ChosenColumns.NONE)).isEqualTo(EXPECTED);
  }

  private static void merge(XWPFTableCell cell, STMerge.Enum how) {
    CTTcPr properties =
        cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    properties.addNewVMerge().setVal(how);
  }

  /** Makes one cell of a row, over all columns. */
  private static void span(XWPFTable table, int row) {
    int cells = table.getRow(row).getTableCells().size();
    for (int cell = cells - 1; cell > 0; cell--) {
      table.getRow(row).removeCell(cell);
    }
    XWPFTableCell only = table.getRow(row).getCell(0);
    CTTcPr properties =
        only.getCTTc().isSetTcPr() ? only.getCTTc().getTcPr() : only.getCTTc().addNewTcPr();
    properties.addNewGridSpan().setVal(java.math.BigInteger.valueOf(cells));
  }

  @Test
  void columnsThatAreNotUnderstoodAreMatchedByHand() {
    List<List<String>> rows =
        List.of(
            List.of("编制单位：某办"),
            List.of("号", "干什么", "哪家干", "啥时候"),
            List.of("1", "化验全部样品", "县农业农村局、县科技局", "2026.12.31"));
    Path file = sheet(rows);
    ReturnedTable unread = read(file, ChosenColumns.NONE);
    assertThat(unread.lines()).isEmpty();
    assertThat(unread.tables().getFirst().understood()).isFalse();
    assertThat(unread.tables().getFirst().header()).isEqualTo(2);
    assertThat(unread.tables().getFirst().columns())
        .extracting(TableColumns.Column::sample)
        .containsExactly("1", "化验全部样品", "县农业农村局、县科技局", "2026.12.31");

    ChosenColumns chosen =
        new ChosenColumns(
            List.of(
                new ChosenColumns.OfTable(
                    "任务分解表",
                    Optional.of(2),
                    Map.of(
                        2, Optional.of(TableField.SENTENCE),
                        3, Optional.of(TableField.RESPONSIBLE),
                        4, Optional.of(TableField.DEADLINE)))));
    assertThat(told(file, chosen))
        .containsExactly("3.1 ||化验全部样品|县农业农村局|责任|2026-12-31|", "3.2 ||化验全部样品|县科技局|责任|2026-12-31|");
  }

  @Test
  void aRowWithoutACodeIsOnlyLikenedToAnItem() {
    List<List<String>> rows =
        List.of(
            List.of("重点任务", "工作措施", "牵头单位", "完成时限"),
            List.of("治理废弃堆场", "清理砚坪堆场积存废渣", "应急管理局", "2026年11月30日"),
            List.of("治理废弃堆场", "清理砚坪堆场积存废渣", "县水利局", ""));
    Differences differences =
        CompareLines.of(
            read(sheet(rows), ChosenColumns.NONE).lines(), InventedItems.all(), Language.ZH);
    assertThat(differences.changed()).isEmpty();
    assertThat(differences.lookalikes()).hasSize(1);
    Differences.Lookalike like = differences.lookalikes().getFirst();
    assertThat(like.item().code()).isEqualTo("2-2-1");
    assertThat(like.likeness()).isBetween(0.8, 1.0);
    assertThat(like.cells()).extracting(CellChange::after).contains("2026-11-30", "清理砚坪堆场积存废渣");
    assertThat(like.asNew()).isPresent();
    assertThat(differences.added()).hasSize(1);
  }
}
