package jingtu.server.register.exchange.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.server.register.exchange.MadeNames;
import jingtu.server.register.exchange.MadeYards;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.server.scope.Role;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTemplateTests {

  @TempDir Path folder;

  private Path template(Role role, Shape shape) throws IOException {
    Definition definition = MadeYards.definition(shape);
    Path file = folder.resolve("template.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      new ImportTemplate(
              definition,
              SheetColumns.of(definition, role, Language.ZH),
              MadeNames.names(),
              Language.ZH)
          .write(out);
    }
    return file;
  }

  private static List<String> row(XSSFSheet sheet, int number) {
    List<String> texts = new ArrayList<>();
    sheet.getRow(number).forEach(cell -> texts.add(cell.getStringCellValue()));
    return texts;
  }

  @Test
  void aColumnStandsForEachFieldThatIsFilledInByTheRole() throws IOException {
    try (InputStream in = Files.newInputStream(template(Role.OFFICER, Shape.POINT));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      assertThat(row(book.getSheetAt(0), 1))
          .containsExactly(
              "本列勿填",
              "*名称",
              "备注",
              "人数",
              "占地面积（m²）",
              "建成日期",
              "许可有效期起",
              "许可有效期止",
              "是否加盖",
              "等级",
              "所在乡镇",
              "责任单位",
              "负责人",
              "统一社会信用代码",
              "不动产单元号",
              "地块编码",
              "公开属性",
              "所属企业",
              "佐证材料",
              "经度",
              "纬度",
              "行政区划",
              "填报单位");
    }
  }

  @Test
  void theHiddenFieldStandsThereForWhoeverMayKnowIt() throws IOException {
    try (InputStream in = Files.newInputStream(template(Role.COORDINATOR, Shape.POLYGON));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      assertThat(row(book.getSheetAt(0), 1)).contains("内部评语", "图形（WKT）").doesNotContain("经度");
    }
  }

  @Test
  void hintsExampleNotesAndChoicesTellWhatMayBeWritten() throws IOException {
    try (InputStream in = Files.newInputStream(template(Role.OFFICER, Shape.POINT));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(row(sheet, 2))
          .startsWith("提示", "必填 文字，最多 60 字")
          .contains("数字，最多 2 位小数，不小于 0，不大于 100000");
      assertThat(row(sheet, 3)).startsWith("示例").contains("一等", "2026-03-05", "118.25");
      assertThat(sheet.getRow(1).getCell(9).getCellComment().getString().getString())
          .contains("从下拉项中选", "仅在满足条件时填写：area > 100");
      assertThat(sheet.getDataValidations())
          .extracting(DataValidation::getValidationConstraint)
          .anySatisfy(check -> assertThat(check.getFormula1()).startsWith("'选项'!$J$1"));
      XSSFSheet lists = book.getSheet("选项");
      assertThat(book.getSheetVisibility(book.getSheetIndex(lists)).name()).isEqualTo("HIDDEN");
      assertThat(lists.getRow(3).getCell(9).getStringCellValue()).isEqualTo("大类/小类");
    }
  }
}
