package jingtu.server.duty.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.duty.DutyOrigin;
import jingtu.server.plan.resolution.NameRole;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The list of duties as a workbook. */
class DutyWorkbookTests {

  @Test
  void whatLooksLikeAFormulaStaysAText() throws IOException {
    Row row = row(duty("=HYPERLINK(\"http://x\")", "@SUM(1)"));

    assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(3).getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
    assertThat(row.getCell(3).getCellStyle().getQuotePrefixed()).isTrue();
    assertThat(row.getCell(4).getCellStyle().getQuotePrefixed()).isTrue();
    assertThat(row.getCell(7).getCellStyle().getQuotePrefixed()).isFalse();
    assertThat(row.getCell(7).getCellStyle().getDataFormatString()).isEqualTo("@");
  }

  @Test
  void aLineTellsWhoDoesWhatByWhen() throws IOException {
    Row row = row(duty("逐个登记。", "甲局"));

    assertThat(row)
        .extracting(cell -> cell.getStringCellValue())
        .containsExactly(
            "某县方案",
            "一、任务",
            "3",
            "逐个登记。",
            "甲局",
            "甲县",
            "牵头",
            "县甲局",
            "10月底前",
            "2026-10-31（推定）\n2027-10-31",
            "100%",
            "报送");
  }

  private static Row row(ListedDutyView duty) throws IOException {
    byte[] bytes = new DutyWorkbook(Language.ZH).of(List.of(duty));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("承办事项");
      return book.getSheetAt(0).getRow(1);
    }
  }

  private static ListedDutyView duty(String sentence, String organisation) {
    return new ListedDutyView(
        new UUID(0, 1),
        new UUID(0, 2),
        "某县方案",
        DutyOrigin.Kind.TASK,
        3,
        10,
        20,
        null,
        null,
        null,
        "一、任务",
        "一、任务",
        sentence,
        NameRole.LEAD,
        "县甲局",
        new UUID(0, 3),
        organisation,
        "甲县",
        true,
        true,
        true,
        "100%",
        List.of(
            new ListedDutyView.DutyTimeView("2026-10-31", "10月底前", true),
            new ListedDutyView.DutyTimeView("2027-10-31", "10月底前", false)),
        null,
        List.of(
            new ListedDutyView.DueDayView(LocalDate.of(2026, 10, 31), true),
            new ListedDutyView.DueDayView(LocalDate.of(2027, 10, 31), false)),
        null,
        null,
        false,
        false,
        false,
        false,
        1,
        "somebody",
        Instant.EPOCH);
  }
}
