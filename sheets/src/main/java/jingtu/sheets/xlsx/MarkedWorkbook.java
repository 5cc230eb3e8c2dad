package jingtu.sheets.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingtu.sheets.Limits;
import jingtu.sheets.Marks;
import jingtu.sheets.Unreadable;

/**
 * A workbook on its way into the copy, part by part. Parts that findings do not touch are copied;
 * those that they touch keep every character but for what is added (ECMA-376 parts 1 and 2).
 */
final class MarkedWorkbook {

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String NO_RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
  private static final String FINDINGS_ID = "rIdJingtuFindings";
  private static final String STYLES_ID = "rIdJingtuStyles";

  private final OfficePackage zip;
  private final Marks marks;
  private final ZipOutputStream target;
  private final String main;
  private final CellStyles styles;
  private final String stylesPart;
  private final List<SheetEntry> sheets;
  private final Optional<SheetEntry> earlierFindings;
  private final String findingsPart;
  private final boolean listsFindings;

  private final Map<String, SheetPlan> plans = new LinkedHashMap<>();
  private final Set<String> written = new LinkedHashSet<>();

  MarkedWorkbook(
      OfficePackage zip,
      List<SheetEntry> sheets,
      Optional<SheetEntry> earlierFindings,
      Marks marks,
      OutputStream target)
      throws Unreadable {
    this.zip = zip;
    this.marks = marks;
    this.target = new ZipOutputStream(target);
    this.sheets = sheets;
    this.earlierFindings = earlierFindings;
    this.main = WorkbookPart.find(zip);
    Optional<String> known = zip.related(main, "styles");
    this.stylesPart = known.orElse("xl/stylesJingtu.xml");
    this.styles = known.isPresent() ? readStyles(known.get()) : newStyles();
    this.findingsPart =
        earlierFindings.map(SheetEntry::part).orElse("xl/worksheets/sheetJingtuFindings.xml");
    this.listsFindings = earlierFindings.isPresent() || !marks.findings().isEmpty();
    int number = 0;
    for (SheetEntry sheet : sheets) {
      number++;
      if (!earlierFindings.equals(Optional.of(sheet))) {
        plans.put(key(sheet.part()), SheetPlan.of(zip, sheet, marks, number));
      }
    }
  }

  private CellStyles readStyles(String part) throws Unreadable {
    try (XmlPart xml = zip.xml(part)) {
      return CellStyles.read(xml);
    }
  }

  private static CellStyles newStyles() throws Unreadable {
    try (XmlPart xml = XmlPart.open("styles", new java.io.StringReader(CellStyles.NONE))) {
      return CellStyles.read(xml);
    }
  }

  private static String key(String part) {
    return part.toLowerCase(Locale.ROOT);
  }

  /** What happens to one part. */
  private interface PartWriter {
    void write(String part) throws IOException, Unreadable;
  }

  void write() throws IOException, Unreadable {
    Map<String, PartWriter> writers = writers();
    Set<String> last = writtenLast();
    for (ZipEntry entry : zip.entries()) {
      String part = entry.getName();
      if (!entry.isDirectory() && !last.contains(key(part))) {
        put(part, writers.getOrDefault(key(part), this::copy));
      }
    }
    for (SheetPlan plan : plans.values()) {
      if (plan.hasComments()) {
        writeComments(plan);
      }
      if (!plan.relations().isEmpty()
          && !written.contains(key(Relation.partOf(plan.sheet().part())))) {
        put(Relation.partOf(plan.sheet().part()), part -> relate(part, plan.relations()));
      }
    }
    if (listsFindings) {
      int style = styles.wrapped();
      List<String> names = sheets.stream().map(SheetEntry::name).toList();
      put(findingsPart, part -> FindingsSheet.write(marks, names, style, target));
    }
    put(stylesPart, this::writeStyles);
    target.finish();
  }

  private Map<String, PartWriter> writers() throws Unreadable {
    Map<String, PartWriter> writers = new HashMap<>();
    writers.put(key(CONTENT_TYPES), this::writeContentTypes);
    writers.put(key(main), this::writeMain);
    List<Relation> added = mainRelations();
    writers.put(key(Relation.partOf(main)), part -> relate(part, added));
    for (SheetPlan plan : plans.values()) {
      String sheet = plan.sheet().part();
      if (plan.changes(styles) || !plan.shapesId().isEmpty()) {
        writers.put(key(sheet), part -> writeSheet(part, plan));
      }
      if (!plan.relations().isEmpty()) {
        writers.put(key(Relation.partOf(sheet)), part -> relate(part, plan.relations()));
      }
    }
    return writers;
  }

  /** Parts that depend on what is found while others are written. */
  private Set<String> writtenLast() {
    Set<String> last = new LinkedHashSet<>();
    last.add(key(stylesPart));
    last.add(key(findingsPart));
    for (SheetPlan plan : plans.values()) {
      last.add(key(plan.comments()));
      last.add(key(plan.shapes()));
    }
    return last;
  }

  private void put(String part, PartWriter writer) throws IOException, Unreadable {
    if (written.add(key(part))) {
      target.putNextEntry(new ZipEntry(part));
      writer.write(part);
      target.closeEntry();
    }
  }

  private void copy(String part) throws IOException, Unreadable {
    byte[] buffer = new byte[1 << 16];
    try (InputStream bytes = zip.bytes(part, read -> {})) {
      for (int count = read(bytes, buffer, part); count >= 0; count = read(bytes, buffer, part)) {
        target.write(buffer, 0, count);
      }
    }
  }

  private static int read(InputStream bytes, byte[] buffer, String part) throws Unreadable {
    try {
      return bytes.read(buffer);
    } catch (Part.Oversized bomb) {
      throw Unreadable.because("bomb", part);
    } catch (IOException damaged) {
      throw Unreadable.because("damaged", part);
    }
  }

  private void writeSheet(String part, SheetPlan plan) throws IOException, Unreadable {
    try (Rewriting sheet = Rewriting.of(zip, part, target)) {
      new MarkedSheet(sheet, styles, plan.cells(), plan.shapesId()).write();
    }
  }

  private void writeComments(SheetPlan plan) throws IOException, Unreadable {
    MarkedComments comments = new MarkedComments(plan.words(marks));
    put(
        plan.comments(),
        part -> {
          try (Rewriting text = rewriting(part, MarkedComments.NONE)) {
            comments.write(text);
          }
        });
    put(plan.shapes(), part -> writeShapes(part, plan, comments));
  }

  private Rewriting rewriting(String part, String otherwise) throws IOException, Unreadable {
    return zip.has(part) ? Rewriting.of(zip, part, target) : Rewriting.of(part, otherwise, target);
  }

  private void writeShapes(String part, SheetPlan plan, MarkedComments comments)
      throws IOException, Unreadable {
    String known = zip.has(part) ? whole(part) : NoteShapes.NONE;
    String kept = NoteShapes.without(known, comments.dropped());
    int end = kept.lastIndexOf("</xml>");
    if (end < 0) {
      throw Unreadable.because("damaged", part);
    }
    StringBuilder shapes = new StringBuilder(kept.substring(0, end));
    Map<String, String> words = plan.words(marks);
    int number = NoteShapes.nextNumber(kept);
    for (String cell : comments.added()) {
      int row = CellReference.row(cell).orElseThrow();
      int column = CellReference.column(cell).orElseThrow();
      int characters = words.getOrDefault(cell, "").length();
      shapes.append(NoteShapes.shape(number++, row, column, characters));
    }
    target.write(shapes.append(kept.substring(end)).toString().getBytes(StandardCharsets.UTF_8));
  }

  private String whole(String part) throws Unreadable {
    try (InputStream bytes = zip.bytes(part, read -> {})) {
      byte[] content = bytes.readNBytes(Limits.WHOLE_PART);
      if (bytes.read() >= 0) {
        throw Unreadable.because("bomb", part);
      }
      return new String(content, StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw Unreadable.because("damaged", part);
    }
  }

  private void writeStyles(String part) throws IOException, Unreadable {
    try (Rewriting text = rewriting(part, CellStyles.NONE)) {
      styles.write(text);
    }
  }

  private List<Relation> mainRelations() {
    List<Relation> added = new ArrayList<>();
    if (listsFindings && earlierFindings.isEmpty()) {
      added.add(new Relation(FINDINGS_ID, "worksheet", findingsPart));
    }
    if (!zip.has(stylesPart)) {
      added.add(new Relation(STYLES_ID, "styles", stylesPart));
    }
    return added;
  }

  private void relate(String part, List<Relation> relations) throws IOException, Unreadable {
    try (Rewriting text = rewriting(part, NO_RELATIONS)) {
      XmlPart xml = text.xml();
      append(
          text,
          "Relationships",
          () -> String.join("", relations.stream().map(r -> r.written(xml.prefix())).toList()));
    }
  }

  /** Text that is made once it is known with which prefix. */
  private interface Added {
    String make();
  }

  /** Adds to the end of an element, which may be empty so far. */
  private static void append(Rewriting text, String element, Added added)
      throws IOException, Unreadable {
    XmlPart xml = text.xml();
    while (xml.next()) {
      if (xml.isStart(element)) {
        text.copyToHere();
        String tag = text.takeThroughHere();
        text.write(Tag.opened(tag));
        if (Tag.isEmpty(tag)) {
          text.write(added.make() + "</" + xml.prefix() + element + ">");
          break;
        }
      } else if (xml.isEnd(element)) {
        text.copyToHere();
        text.write(added.make());
        break;
      }
    }
    text.finish();
  }

  private void writeMain(String part) throws IOException, Unreadable {
    try (Rewriting text = Rewriting.of(zip, part, target)) {
      XmlPart xml = text.xml();
      int highest = 0;
      while (xml.next() && !xml.isEnd("sheets")) {
        if (xml.isStart("sheet")) {
          highest = Math.max(highest, xml.number("sheetId", 0));
          renameEarlier(text);
        }
      }
      if (listsFindings && earlierFindings.isEmpty()) {
        text.copyToHere();
        text.write(
            "<%ssheet name=\"%s\" sheetId=\"%d\" xmlns:r=\"%s\" r:id=\"%s\"/>"
                .formatted(
                    xml.prefix(), Tag.escape(freeName()), highest + 1, RELATIONS, FINDINGS_ID));
      }
      text.finish();
    }
  }

  /** The sheet of an earlier copy may be in the other language. */
  private void renameEarlier(Rewriting text) throws IOException, Unreadable {
    String name = text.xml().attribute("name", "");
    boolean earlier = earlierFindings.isPresent() && earlierFindings.get().name().equals(name);
    if (earlier && !name.startsWith(marks.say("marks"))) {
      text.copyToHere();
      text.write(Tag.with(text.takeThroughHere(), "name", freeName()));
    }
  }

  private String freeName() {
    String name = marks.say("marks");
    String free = name;
    for (int i = 2; isTaken(free); i++) {
      free = name + " " + i;
    }
    return free;
  }

  private boolean isTaken(String name) {
    return sheets.stream().anyMatch(sheet -> sheet.name().equalsIgnoreCase(name));
  }

  private void writeContentTypes(String part) throws IOException, Unreadable {
    Map<String, String> types = new LinkedHashMap<>();
    for (SheetPlan plan : plans.values()) {
      if (plan.hasComments()) {
        types.put(plan.comments(), "spreadsheetml.comments+xml");
        types.put(plan.shapes(), "vmlDrawing");
      }
    }
    types.put(stylesPart, "spreadsheetml.styles+xml");
    if (listsFindings) {
      types.put(findingsPart, "spreadsheetml.worksheet+xml");
    }
    try (Rewriting text = Rewriting.of(zip, part, target)) {
      XmlPart xml = text.xml();
      append(text, "Types", () -> overrides(types, xml.prefix()));
    }
  }

  /** Types of the parts that are new. */
  private String overrides(Map<String, String> types, String prefix) {
    StringBuilder overrides = new StringBuilder();
    types.forEach(
        (part, type) -> {
          if (!zip.has(part)) {
            overrides.append(
                "<%sOverride PartName=\"/%s\" ContentType=\"%s%s\"/>"
                    .formatted(prefix, Tag.escape(part), SHEET_TYPE, type));
          }
        });
    return overrides.toString();
  }
}
