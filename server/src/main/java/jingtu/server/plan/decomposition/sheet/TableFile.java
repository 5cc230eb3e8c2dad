package jingtu.server.plan.decomposition.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import jingtu.sheets.CellArea;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** The tables of a file that somebody sends: an .xlsx, a .csv or a .docx; its content decides. */
final class TableFile {

  /** Rows of one table; the longest known have some hundred. */
  static final int MOST_ROWS = 20_000;

  /** Merged areas of one table that are looked at. */
  private static final int MOST_AREAS = 50_000;

  private static final String DOCUMENT = "word/document.xml";

  private TableFile() {}

  /** What became of a file. */
  sealed interface Reading {
    record Tables(List<SheetTable> tables) implements Reading {
      public Tables {
        tables = List.copyOf(tables);
      }
    }

    record Refused(Finding finding) implements Reading {}
  }

  /** Reads all tables that the file does not hide. */
  static Reading read(Path file) {
    return isDocument(file) ? WordTables.read(file) : sheets(file);
  }

  static boolean isDocument(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(DOCUMENT) != null;
    } catch (ZipException noZip) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Reading sheets(Path file) {
    return switch (SheetFile.open(file)) {
      case SheetFile.Refused(Finding finding) -> new Reading.Refused(finding);
      case SheetFile.Opened(SheetFile opened) -> sheets(opened);
    };
  }

  private static Reading sheets(SheetFile file) {
    List<SheetTable> tables = new ArrayList<>();
    for (String sheet : file.sheets()) {
      if (file.isHidden(sheet)) {
        continue;
      }
      List<Row> rows = new ArrayList<>();
      Optional<Finding> brokenOff =
          file.rowsWhile(
              sheet,
              row -> {
                rows.add(row);
                return rows.size() <= MOST_ROWS;
              });
      if (brokenOff.isPresent()) {
        return new Reading.Refused(brokenOff.get());
      }
      List<CellArea> merged = file.merged(sheet);
      if (rows.size() > MOST_ROWS || merged.size() > MOST_AREAS) {
        return tooLong(sheet);
      }
      tables.add(new SheetTable(sheet, rows, merged));
    }
    return new Reading.Tables(tables);
  }

  static Reading tooLong(String table) {
    return new Reading.Refused(
        new Finding(
            table,
            Message.of("returned-table.too-long", MOST_ROWS),
            Message.of("returned-table.too-long-remedy")));
  }
}
