package jingtu.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import jingtu.vocabulary.Finding;

/**
 * A file of tables: an .xlsx with its sheets or a .csv, which is one sheet without a name.
 *
 * <p>Rows stream in the order of the file and in memory that does not grow with their number; each
 * reading opens the file anew, so that it can be read as often as needed. Nothing is kept open
 * between readings.
 */
public interface SheetFile {

  /** What became of a file that somebody sent. */
  sealed interface Opening permits Opened, Refused {}

  /** A file whose sheets can be read. */
  record Opened(SheetFile file) implements Opening {}

  /** A file that is no table, or none that is read; its content decides, not its name. */
  record Refused(Finding finding) implements Opening {}

  /** Decides by its content what a file is. */
  static Opening open(Path file) {
    return FileKind.open(file);
  }

  /** The sheets' names in the order of the file, hidden ones included. */
  List<String> sheets();

  /** Whether the file hides the sheet from its readers. */
  boolean isHidden(String sheet);

  /**
   * Gives every row that holds anything to {@code consumer}.
   *
   * @return what ended the reading before the sheet did; the rows up to there were given
   */
  default Optional<Finding> rows(String sheet, Consumer<Row> consumer) {
    return rowsWhile(
        sheet,
        row -> {
          consumer.accept(row);
          return true;
        });
  }

  /**
   * Gives rows to {@code goOn} until it answers false.
   *
   * @return what ended the reading before the sheet or {@code goOn} did
   * @throws UnknownSheet where the file has no sheet of that name
   */
  Optional<Finding> rowsWhile(String sheet, Predicate<Row> goOn);

  /**
   * The merged areas of a sheet, in the order of the file; as far as they can be read. The value of
   * a merged area stands in its first cell. Costs a pass over the sheet the first time.
   */
  List<CellArea> merged(String sheet);

  /**
   * The same file, telling while it is read which share of the bytes has been read, from 0 to 1.
   */
  SheetFile watchedBy(DoubleConsumer progress);

  /** Writes the file anew with findings in their cells; {@link MarkedCopy} is the way to ask. */
  void writeMarked(Marks marks, OutputStream target) throws IOException, Unreadable;

  /** A sheet was asked for that the file does not have: a defect of the program. */
  final class UnknownSheet extends RuntimeException {
    public UnknownSheet(String sheet) {
      super("no sheet '" + sheet + "'");
    }
  }
}
