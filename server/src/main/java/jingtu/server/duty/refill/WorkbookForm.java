package jingtu.server.duty.refill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.vocabulary.Message;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A form that is an .xlsx. */
final class WorkbookForm implements FormFile {

  private final byte[] content;

  WorkbookForm(byte[] content) {
    this.content = content;
    open(content);
  }

  @Override
  public FormGrid grid() {
    try (XSSFWorkbook book = open(content)) {
      Summed summed = Summed.in(book);
      return new FormGrid(
          shown(book).map(sheet -> new ReadWorkbookSheet(sheet, summed).read()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] with(Map<Place, CellValue> values) {
    return new WriteWorkbook(content).with(values);
  }

  private static Stream<XSSFSheet> shown(XSSFWorkbook book) {
    return IntStream.range(0, book.getNumberOfSheets())
        .filter(i -> !book.isSheetHidden(i) && !book.isSheetVeryHidden(i))
        .mapToObj(book::getSheetAt);
  }

  /** Opens what looks like a workbook; also what the library says of a damaged one. */
  static XSSFWorkbook open(byte[] content) {
    new OfficeParts(content);
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(content));
    } catch (IOException | POIXMLException | IllegalArgumentException damaged) {
      throw new Unreadable(Message.of("refill.damaged"));
    }
  }
}
