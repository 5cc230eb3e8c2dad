package jingtu.server.document.template;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jingtu.vocabulary.Language;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The fields of an Excel template: in its cells, and in what is printed around a sheet. */
final class SheetTags {

  private SheetTags() {}

  static TagReport of(byte[] content, TemplateKind kind, Language language) {
    TagReport report = new TagReport();
    TagPlaces places = new TagPlaces(language);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        read(book.getSheetAt(i), kind, places, report);
      }
    } catch (IOException | POIXMLException damaged) {
      report.unreadable();
    }
    return report;
  }

  private static void read(XSSFSheet sheet, TemplateKind kind, TagPlaces places, TagReport report) {
    for (Row row : sheet) {
      List<String> tags = texts(row).flatMap(text -> text.tags().stream()).toList();
      for (Cell cell : row) {
        String at = new CellReference(cell).formatAsString(false);
        String place = sheet.getSheetName() + "!" + at;
        if (cell.getCellType() == CellType.FORMULA) {
          report.unfilled(new TagText(cell.getCellFormula()), place);
        } else {
          report.read(text(cell), place, kind, TagReport.Repeated.ROW, tags);
        }
      }
    }
    margin(sheet.getHeader(), places.sheetMargin(sheet.getSheetName(), true), kind, report);
    margin(sheet.getFooter(), places.sheetMargin(sheet.getSheetName(), false), kind, report);
  }

  private static void margin(
      HeaderFooter margin, String place, TemplateKind kind, TagReport report) {
    Stream.of(margin.getLeft(), margin.getCenter(), margin.getRight())
        .forEach(
            words ->
                report.read(
                    new TagText(words), place, kind, TagReport.Repeated.NOTHING, List.of()));
  }

  static Stream<TagText> texts(Row row) {
    return StreamSupport.stream(row.spliterator(), false).map(SheetTags::text);
  }

  /** The words of a cell that holds words. */
  static TagText text(Cell cell) {
    return new TagText(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "");
  }
}
