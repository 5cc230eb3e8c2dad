package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.planreader.format.Block.Grid;

/**
 * Reads the sheets of an .xlsx (ECMA-376 part 1, 18) that are not hidden and hold anything. Cells
 * are written as Excel shows them. Rows above and below a sheet's table that hold one cell are
 * paragraphs: its title and its notes.
 */
final class SheetDocument {

  private SheetDocument() {}

  static DocumentText read(OfficePackage file) throws Unreadable {
    String main = file.relations("").getOrDefault("officeDocument", "xl/workbook.xml");
    Map<String, String> relations = file.relations(main);
    CellTexts texts = CellTexts.read(file, relations);
    Map<String, List<Block>> filled = new LinkedHashMap<>();
    for (Map.Entry<String, String> sheet : sheets(file, main).entrySet()) {
      String part = relations.getOrDefault(sheet.getValue(), "");
      Optional<XmlPart> found = part.contains("/worksheets/") ? file.find(part) : Optional.empty();
      if (found.isPresent()) {
        try (XmlPart xml = found.get()) {
          List<Block> blocks = Sheet.read(xml, texts).blocks();
          if (!blocks.isEmpty()) {
            filled.put(sheet.getKey(), blocks);
          }
        }
      }
    }
    return Draft.of(inOrder(filled), List.of());
  }

  /** A sheet's name is printed only where there are several to tell apart. */
  private static List<Block> inOrder(Map<String, List<Block>> filled) throws Unreadable {
    Blocks all = new Blocks();
    for (Map.Entry<String, List<Block>> sheet : filled.entrySet()) {
      if (filled.size() > 1) {
        all.paragraph(sheet.getKey());
      }
      for (Block block : sheet.getValue()) {
        all.add(block);
      }
    }
    return all.list();
  }

  /** Names of the sheets that are shown, to the ids of their relations. */
  private static Map<String, String> sheets(OfficePackage file, String main) throws Unreadable {
    Map<String, String> sheets = new LinkedHashMap<>();
    try (XmlPart xml = file.get(main)) {
      while (xml.next()) {
        boolean shown = xml.isStart() && xml.name().equals("sheet");
        if (shown && xml.attribute("state").orElse("visible").equals("visible")) {
          sheets.put(xml.attribute("name").orElse(""), relation(xml));
        }
      }
    }
    return sheets;
  }

  /** {@code sheetId} comes first and is another thing than {@code r:id}. */
  private static String relation(XmlPart xml) {
    return xml.attribute("id").orElse("");
  }

  /** Turns a grid into paragraphs and the table between them. */
  static List<Block> split(Grid grid) {
    List<List<Block.GridCell>> rows = new ArrayList<>(grid.rows());
    List<Block> above = new ArrayList<>();
    List<Block> below = new ArrayList<>();
    while (!rows.isEmpty() && standsAlone(rows.getFirst())) {
      addParagraphs(above, rows.removeFirst());
    }
    while (!rows.isEmpty() && standsAlone(rows.getLast())) {
      List<Block> last = new ArrayList<>();
      addParagraphs(last, rows.removeLast());
      below.addAll(0, last);
    }
    if (!rows.isEmpty()) {
      above.add(new Grid(rows, false));
    }
    above.addAll(below);
    return above;
  }

  private static boolean standsAlone(List<Block.GridCell> row) {
    long filled = row.stream().filter(cell -> !cell.paragraphs().isEmpty()).count();
    boolean low = row.stream().allMatch(cell -> cell.rowSpan() == 1);
    return filled <= 1 && low;
  }

  private static void addParagraphs(List<Block> blocks, List<Block.GridCell> row) {
    row.stream()
        .flatMap(cell -> cell.paragraphs().stream())
        .forEach(words -> blocks.add(Block.Paragraph.of(words)));
  }
}
