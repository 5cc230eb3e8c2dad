package jingtu.planreader.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.Doubt;
import jingtu.planreader.Head;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Task;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class TaskWorkbookTests {

  private static final String TEXT = "=1+1建立清册。（甲局牵头）";

  @Test
  void keepsWhatLooksLikeAFormulaAsText() throws IOException {
    try (XSSFWorkbook book = write(plan("@SUM(A1)"))) {
      XSSFSheet sheet = book.getSheet("任务");
      for (int column : List.of(1, 4, 9)) {
        XSSFCell cell = sheet.getRow(1).getCell(column);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo(column != 4);
      }
      assertThat(sheet.getRow(1).getCell(9).getStringCellValue()).isEqualTo(TEXT);
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
    }
  }

  @Test
  void namesThePlansOnlyWhereThereAreSeveral() throws IOException {
    try (XSSFWorkbook one = write(plan("甲方案"));
        XSSFWorkbook two = write(plan("甲方案"), plan("乙方案"))) {
      assertThat(one.getSheet("任务").getLastRowNum()).isEqualTo(1);
      assertThat(two.getSheet("任务").getLastRowNum()).isEqualTo(4);
      assertThat(two.getSheet("任务").getRow(3).getCell(0).getStringCellValue()).isEqualTo("乙方案");
      assertThat(two.getSheet("任务").getRow(4).getCell(0).getStringCellValue()).isEqualTo("2");
    }
  }

  @Test
  void listsWhatIsToBeConfirmed() throws IOException {
    try (XSSFWorkbook book = write(plan("甲方案"))) {
      XSSFSheet sheet = book.getSheet("待确认");
      assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("第1段");
      assertThat(sheet.getRow(1).getCell(4).getStringCellValue()).isEqualTo("建立");
    }
  }

  private static ReadPlan plan(String title) {
    Span all = new Span(0, TEXT.length());
    Head head =
        new Head(
            all,
            title,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());
    Task task =
        new Task(
            new Span(0, 9),
            Optional.of(new Span(9, TEXT.length())),
            List.of("一、任务", title),
            List.of("甲局"),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            List.of(),
            List.of(),
            List.of());
    Finding finding =
        new Finding(
            "第1段", Message.of("document-format.empty"), Message.of("document-format.empty-remedy"));
    return new ReadPlan(
        head,
        all,
        List.of(),
        List.of(task),
        List.of(),
        List.of(new Doubt(new Span(4, 6), List.of(), finding)));
  }

  private static XSSFWorkbook write(ReadPlan... plans) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PlanReading reading = new PlanReading(TEXT, List.of(), List.of(plans), List.of());
    TaskWorkbook.write(reading, Language.ZH, bytes);
    return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
