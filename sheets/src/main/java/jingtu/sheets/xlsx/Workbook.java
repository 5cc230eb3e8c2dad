package jingtu.sheets.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jingtu.sheets.CellArea;
import jingtu.sheets.Limits;
import jingtu.sheets.Marks;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.sheets.Unreadable;
import jingtu.vocabulary.Finding;
import org.jspecify.annotations.Nullable;

/**
 * An .xlsx (ECMA-376 part 1, 18). Its list of sheets and its formats are read when it is opened,
 * the texts that cells share when the first row is wanted, rows each time anew.
 */
public final class Workbook implements SheetFile {

  private final Path file;
  private final List<SheetEntry> sheets;
  private final boolean from1904;
  private final String sharedPart;
  private final NumberFormats formats;
  private final Memory memory;
  private final DoubleConsumer progress;

  /** What has been read once and serves every later reading. */
  private static final class Memory {
    private @Nullable SharedTexts shared;
    private final Map<String, List<CellArea>> merged = new HashMap<>();
  }

  private Workbook(
      Path file,
      List<SheetEntry> sheets,
      boolean from1904,
      String sharedPart,
      NumberFormats formats,
      Memory memory,
      DoubleConsumer progress) {
    this.file = file;
    this.sheets = sheets;
    this.from1904 = from1904;
    this.sharedPart = sharedPart;
    this.formats = formats;
    this.memory = memory;
    this.progress = progress;
  }

  /** Opens a zip file, which is a workbook if its main part says so. */
  public static Workbook open(Path file) throws Unreadable {
    try (OfficePackage zip = OfficePackage.open(file)) {
      String main = WorkbookPart.find(zip);
      WorkbookPart workbook = WorkbookPart.read(zip, main);
      Optional<String> styles = zip.relatedSurely(main, "styles");
      NumberFormats formats = NumberFormats.none();
      if (styles.isPresent()) {
        try (XmlPart xml = zip.xml(styles.get())) {
          formats = NumberFormats.read(xml);
        }
      }
      return new Workbook(
          file,
          workbook.sheets(),
          workbook.from1904(),
          zip.related(main, "sharedStrings").orElse(""),
          formats,
          new Memory(),
          share -> {});
    }
  }

  @Override
  public List<String> sheets() {
    return sheets.stream().map(SheetEntry::name).collect(Collectors.toUnmodifiableList());
  }

  @Override
  public boolean isHidden(String sheet) {
    return find(sheet).hidden();
  }

  private SheetEntry find(String sheet) {
    return sheets.stream()
        .filter(entry -> entry.name().equals(sheet))
        .findFirst()
        .orElseThrow(() -> new UnknownSheet(sheet));
  }

  @Override
  public SheetFile watchedBy(DoubleConsumer watcher) {
    return new Workbook(file, sheets, from1904, sharedPart, formats, memory, watcher);
  }

  @Override
  public Optional<Finding> rowsWhile(String sheet, Predicate<Row> goOn) {
    SheetEntry entry = find(sheet);
    try (OfficePackage zip = OfficePackage.open(file)) {
      Progress read = new Progress(zip, entry.part());
      SharedTexts shared = shared(zip, read);
      try (XmlPart xml = XmlPart.open(entry.part(), zip.bytes(entry.part(), read::add))) {
        new SheetReader(sheet, shared, formats, from1904).read(xml, goOn);
      }
      return Optional.empty();
    } catch (Unreadable rest) {
      return Optional.of(rest.finding(place(sheet)));
    }
  }

  @Override
  public void writeMarked(Marks marks, OutputStream target) throws IOException, Unreadable {
    try (OfficePackage zip = OfficePackage.open(file)) {
      Optional<SheetEntry> earlier = Optional.empty();
      for (SheetEntry entry : sheets) {
        earlier = listsFindings(entry) ? Optional.of(entry) : earlier;
      }
      new MarkedWorkbook(zip, sheets, earlier, marks, target).write();
    }
  }

  /** Whether a sheet is that of an earlier copy. */
  private boolean listsFindings(SheetEntry entry) {
    boolean[] found = {false};
    boolean named =
        Marks.inEveryLanguage("marks").stream().anyMatch(name -> entry.name().startsWith(name));
    if (named) {
      rowsWhile(
          entry.name(),
          row -> {
            found[0] = FindingsSheet.isHeader(row);
            return false;
          });
    }
    return found[0];
  }

  private String place(String sheet) {
    return file.getFileName() + " " + sheet;
  }

  private SharedTexts shared(OfficePackage zip, Progress read) throws Unreadable {
    synchronized (memory) {
      SharedTexts known = memory.shared;
      if (known == null) {
        known = readShared(zip, read);
        memory.shared = known;
      }
      return known;
    }
  }

  private SharedTexts readShared(OfficePackage zip, Progress read) throws Unreadable {
    if (sharedPart.isEmpty()) {
      return SharedTexts.none();
    }
    try (XmlPart xml = XmlPart.open(sharedPart, zip.bytes(sharedPart, read::add))) {
      return SharedTexts.read(xml);
    } catch (IOException noRoom) {
      throw Unreadable.because("no-room");
    }
  }

  @Override
  public List<CellArea> merged(String sheet) {
    SheetEntry entry = find(sheet);
    synchronized (memory) {
      return memory.merged.computeIfAbsent(sheet, name -> readMerged(entry));
    }
  }

  /** What cannot be read here has been told, or will be, by the reading of the rows. */
  private List<CellArea> readMerged(SheetEntry entry) {
    List<CellArea> areas = new ArrayList<>();
    try (OfficePackage zip = OfficePackage.open(file);
        XmlPart xml = zip.xml(entry.part())) {
      while (xml.next() && areas.size() < Limits.MERGED_AREAS) {
        if (xml.isStart("mergeCell")) {
          CellReference.area(xml.attribute("ref", "")).ifPresent(areas::add);
        }
      }
    } catch (Unreadable rest) {
      return List.copyOf(areas);
    }
    return List.copyOf(areas);
  }

  /** Tells which share of the texts and the sheet has been read. */
  private final class Progress {
    private final double all;
    private double done;

    Progress(OfficePackage zip, String part) {
      long texts = memory.shared == null ? zip.size(sharedPart) : 0;
      all = Math.max(1, texts + zip.size(part));
    }

    void add(long bytes) {
      done += bytes;
      progress.accept(Math.min(1, done / all));
    }
  }
}
