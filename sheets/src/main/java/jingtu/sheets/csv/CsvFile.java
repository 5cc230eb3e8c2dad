package jingtu.sheets.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import jingtu.sheets.Blanks;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellArea;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Limits;
import jingtu.sheets.Marks;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.sheets.Unreadable;
import jingtu.vocabulary.Finding;

/**
 * A table as a text file: encoding and separator are told by its content. A row is a record, as
 * spreadsheets count them: a cell may hold line ends, an empty line is a row.
 */
public final class CsvFile implements SheetFile {

  /** The one sheet's name. */
  private static final String SHEET = "";

  private static final int OPENING_CHARACTERS = 1 << 16;

  /** Share of control characters above which bytes are no text. */
  private static final double MOST_CONTROLS = 0.01;

  private static final char REPLACEMENT = '\uFFFD';

  private final Path file;
  private final TextEncoding encoding;
  private final char separator;
  private final long size;
  private final DoubleConsumer progress;

  private CsvFile(
      Path file, TextEncoding encoding, char separator, long size, DoubleConsumer progress) {
    this.file = file;
    this.encoding = encoding;
    this.separator = separator;
    this.size = size;
    this.progress = progress;
  }

  /** Opens a file that is neither a zip file nor a compound file. */
  public static CsvFile open(Path file) throws IOException, Unreadable {
    TextEncoding encoding = TextEncoding.of(file);
    String opening = opening(file, encoding);
    refuseWhatIsNoTable(opening);
    char separator = Separators.find(opening);
    return new CsvFile(file, encoding, separator, Files.size(file), share -> {});
  }

  private static String opening(Path file, TextEncoding encoding) throws IOException {
    try (LosslessText text = new LosslessText(Files.newInputStream(file), encoding, bytes -> {})) {
      char[] characters = new char[OPENING_CHARACTERS];
      int length = 0;
      int count = 0;
      while (count >= 0 && length < characters.length - 1) {
        length += count;
        count = text.read(characters, length, characters.length - length);
      }
      return new String(characters, 0, length);
    }
  }

  private static void refuseWhatIsNoTable(String opening) throws Unreadable {
    String text = Blanks.strip(opening);
    if (text.isEmpty()) {
      throw Unreadable.because("empty");
    }
    if (text.startsWith("<")) {
      throw Unreadable.because("markup");
    }
    long controls = text.chars().filter(CsvFile::isControl).count();
    boolean documented = text.startsWith("%PDF") || text.startsWith("{\\rtf");
    if (documented || controls > Math.max(1, text.length() * MOST_CONTROLS)) {
      throw Unreadable.because("no-table");
    }
  }

  private static boolean isControl(int character) {
    return character < ' ' && character != '\t' && character != '\n' && character != '\r';
  }

  private static boolean isSuspicious(int character) {
    return isControl(character)
        || character == REPLACEMENT
        || LosslessText.isEscaped((char) character);
  }

  @Override
  public List<String> sheets() {
    return List.of(SHEET);
  }

  @Override
  public boolean isHidden(String sheet) {
    requireSheet(sheet);
    return false;
  }

  @Override
  public List<CellArea> merged(String sheet) {
    requireSheet(sheet);
    return List.of();
  }

  @Override
  public SheetFile watchedBy(DoubleConsumer watcher) {
    return new CsvFile(file, encoding, separator, size, watcher);
  }

  @Override
  public Optional<Finding> rowsWhile(String sheet, Predicate<Row> goOn) {
    requireSheet(sheet);
    try (LosslessText text = text()) {
      CsvRecords records = records(text);
      while (records.next()) {
        Row row = row(records);
        boolean holdsAnything = !row.isEmpty() || !row.faults().isEmpty();
        if (holdsAnything && !goOn.test(row)) {
          break;
        }
      }
      return Optional.empty();
    } catch (Unreadable rest) {
      return Optional.of(rest.finding(file));
    } catch (IOException unreachable) {
      return Optional.of(Unreadable.because("unreachable").finding(file));
    }
  }

  @Override
  public void writeMarked(Marks marks, OutputStream target) throws IOException, Unreadable {
    new MarkedCsv(this, marks).write(target);
  }

  /** The text from its first character, as records. */
  CsvRecords records(Reader text) {
    return new CsvRecords(text, separator);
  }

  TextEncoding encoding() {
    return encoding;
  }

  char separator() {
    return separator;
  }

  InputStream bytes() throws IOException {
    return Files.newInputStream(file);
  }

  private static void requireSheet(String sheet) {
    if (!sheet.equals(SHEET)) {
      throw new UnknownSheet(sheet);
    }
  }

  LosslessText text() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return new LosslessText(
        bytes, encoding, read -> progress.accept(Math.min(1, (double) read / Math.max(1, size))));
  }

  private Row row(CsvRecords records) {
    int number = records.number();
    int columns = Math.min(records.fields(), Limits.COLUMNS);
    List<Cell> cells = new ArrayList<>(columns);
    List<CellFinding> faults = new ArrayList<>();
    int filled = 0;
    for (int i = 0; i < columns; i++) {
      CellAddress at = new CellAddress(SHEET, number, i + 1);
      String text = sound(Blanks.strip(records.field(i)), at, faults);
      if (records.isUnclosed(i)) {
        faults.add(Unreadable.inCell(at, "unclosed-quote"));
      }
      cells.add(new Cell(at, text.isEmpty() ? Cell.Kind.EMPTY : Cell.Kind.TEXT, text));
      filled = text.isEmpty() ? filled : i + 1;
    }
    if (records.fields() > Limits.COLUMNS && !records.raw(columns, records.fields()).isBlank()) {
      CellAddress last = new CellAddress(SHEET, number, Limits.COLUMNS);
      faults.add(Unreadable.inCell(last, "wide-row", Limits.COLUMNS));
    }
    return new Row(SHEET, number, cells.subList(0, filled), faults);
  }

  /** The text with a mark for each character that is none; such a text is never taken for sound. */
  private String sound(String text, CellAddress at, List<CellFinding> faults) {
    if (text.chars().noneMatch(CsvFile::isSuspicious)) {
      return text;
    }
    StringBuilder marked = new StringBuilder(text.length());
    boolean broken = false;
    boolean control = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean undecoded = LosslessText.isBroken(text, i);
      broken |= undecoded || character == REPLACEMENT;
      control |= isControl(character);
      marked.append(undecoded || isControl(character) ? REPLACEMENT : character);
    }
    if (broken) {
      faults.add(Unreadable.inCell(at, "broken-text", marked, encoding.name()));
    }
    if (control) {
      faults.add(Unreadable.inCell(at, "control-character", marked));
    }
    return broken || control ? marked.toString() : text;
  }
}
