package jingtu.server.duty.refill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.vocabulary.Message;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A form that is a .docx with tables. Tables are numbered from 1; the columns of a table are those
 * of its grid, of which a merged cell covers several. Source: ECMA-376-1, 17.4.
 */
final class WordForm implements FormFile {

  private static final String MAIN = "word/document.xml";

  /** In twentieths of a point. */
  private static final int NARROW_CHARACTER = 105;

  private static final int LINE = 312;

  /** What a cell may hold besides paragraphs without being more than a text. */
  private static final Set<String> LOST_WITH_TEXT = Set.of("tbl", "drawing", "pict", "object");

  private static final Set<String> RECKONED = Set.of("fldSimple", "instrText");

  private static final Set<String> KEPT_IN_PARAGRAPH =
      Set.of("pPr", "bookmarkStart", "bookmarkEnd");

  private final byte[] content;

  WordForm(byte[] content) {
    this.content = content;
    OfficeParts parts = new OfficeParts(content);
    if (parts.find(MAIN).isEmpty()) {
      throw new Unreadable(Message.of("refill.damaged"));
    }
    if (tables(parts.tree(MAIN)).isEmpty()) {
      throw new Unreadable(Message.of("refill.no-tables"));
    }
  }

  /** A cell with the element that is it. */
  private record Placed(FormCell cell, Element element) {}

  @Override
  public FormGrid grid() {
    Document tree = new OfficeParts(content).tree(MAIN);
    List<FormSheet> sheets = new ArrayList<>();
    for (Element table : tables(tree)) {
      String name = String.valueOf(sheets.size() + 1);
      List<FormCell> cells = cells(name, table).stream().map(Placed::cell).toList();
      int rows = rows(table).size();
      List<FormCell> seen =
          cells.stream()
              .filter(
                  cell -> cell.place().row() < MOST_ROWS && cell.place().column() < MOST_COLUMNS)
              .toList();
      sheets.add(
          new FormSheet(
              name,
              Math.min(rows, MOST_ROWS),
              widths(table).stream().limit(MOST_COLUMNS).toList(),
              seen,
              seen.size() < cells.size()));
    }
    return new FormGrid(sheets);
  }

  @Override
  public byte[] with(Map<Place, CellValue> values) {
    OfficeParts parts = new OfficeParts(content);
    List<Element> tables = tables(parts.tree(MAIN));
    Map<Place, Element> places = new HashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      for (Placed placed : cells(String.valueOf(i + 1), tables.get(i))) {
        places.put(placed.cell().place(), placed.element());
      }
    }
    parts.changed(MAIN);
    values.forEach(
        (place, value) ->
            write(
                Optional.ofNullable(places.get(place))
                    .orElseThrow(() -> new IllegalArgumentException("no cell " + place.text())),
                value.text()));
    return parts.bytes();
  }

  private static List<Element> tables(Node within) {
    List<Element> tables = new ArrayList<>();
    for (Element child : Elements.of(within)) {
      if ("tbl".equals(child.getLocalName())) {
        tables.add(child);
      } else if (!"p".equals(child.getLocalName())) {
        tables.addAll(tables(child));
      }
    }
    return tables;
  }

  private static List<Element> rows(Element table) {
    return nested(table, "tr");
  }

  /** The children of a name, also those within content controls. */
  private static List<Element> nested(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Element child : Elements.of(parent)) {
      if (name.equals(child.getLocalName())) {
        found.add(child);
      } else if (Set.of("sdt", "sdtContent", "ins").contains(child.getLocalName())) {
        found.addAll(nested(child, name));
      }
    }
    return found;
  }

  private static List<Integer> widths(Element table) {
    return Elements.first(table, "tblGrid").stream()
        .flatMap(grid -> Elements.of(grid, "gridCol").stream())
        .map(column -> number(value(column, "w")) / NARROW_CHARACTER)
        .toList();
  }

  private static List<Placed> cells(String name, Element table) {
    List<Integer> widths = widths(table);
    List<Placed> cells = new ArrayList<>();
    Map<Integer, Integer> open = new HashMap<>();
    List<Element> rows = rows(table);
    for (int row = 0; row < rows.size(); row++) {
      int column =
          Elements.first(rows.get(row), "trPr", "gridBefore")
              .map(skipped -> number(value(skipped, "val")))
              .orElse(0);
      for (Element cell : nested(rows.get(row), "tc")) {
        int span =
            Elements.first(cell, "tcPr", "gridSpan")
                .map(spanned -> Math.max(1, number(value(spanned, "val"))))
                .orElse(1);
        Optional<String> vertical =
            Elements.first(cell, "tcPr", "vMerge").map(merge -> value(merge, "val"));
        boolean continues = vertical.isPresent() && !"restart".equals(vertical.get());
        Integer above = open.get(column);
        if (continues && above != null) {
          cells.set(above, taller(cells.get(above)));
        } else {
          open.put(column, cells.size());
          cells.add(placed(new Place(name, row, column), span, rows.get(row), cell, widths));
        }
        column += span;
      }
    }
    return cells;
  }

  private static Placed placed(
      Place place, int span, Element row, Element cell, List<Integer> widths) {
    String text = text(cell);
    FormCell.Content content =
        holds(cell, RECKONED)
            ? FormCell.Content.FORMULA
            : holds(cell, LOST_WITH_TEXT) || !isPlain(cell)
                ? FormCell.Content.OTHER
                : text.isBlank() ? FormCell.Content.EMPTY : FormCell.Content.TEXT;
    int width = widths.stream().skip(place.column()).limit(span).mapToInt(each -> each).sum();
    int lines =
        Elements.first(row, "trPr", "trHeight")
            .filter(height -> "exact".equals(value(height, "hRule")))
            .map(height -> Math.max(1, number(value(height, "val")) / LINE))
            .orElse(0);
    return new Placed(
        new FormCell(
            place,
            1,
            span,
            text,
            content,
            FormCell.Format.GENERAL,
            width * lines,
            width,
            List.of(),
            false),
        cell);
  }

  /** Whether paragraphs stand in it and no control, whose content is not at hand. */
  private static boolean isPlain(Element cell) {
    return Elements.first(cell, "p").isPresent() && Elements.first(cell, "sdt").isEmpty();
  }

  private static Placed taller(Placed placed) {
    FormCell cell = placed.cell();
    return new Placed(
        new FormCell(
            cell.place(),
            cell.rowSpan() + 1,
            cell.columnSpan(),
            cell.text(),
            cell.content(),
            cell.format(),
            0,
            cell.width(),
            cell.choices(),
            cell.summed()),
        placed.element());
  }

  /** Puts a text where the first paragraph stands, in the hand of its first letters. */
  private static void write(Element cell, String text) {
    Element paragraph = Elements.first(cell, "p").orElseThrow();
    Optional<Element> style =
        first(paragraph, "r")
            .flatMap(run -> Elements.first(run, "rPr"))
            .or(() -> Elements.first(paragraph, "pPr", "rPr"))
            .map(found -> (Element) found.cloneNode(true));
    for (Element child : Elements.of(cell)) {
      if (!child.isSameNode(paragraph) && !"tcPr".equals(child.getLocalName())) {
        cell.removeChild(child);
      }
    }
    Elements.of(paragraph).stream()
        .filter(child -> !KEPT_IN_PARAGRAPH.contains(child.getLocalName()))
        .forEach(paragraph::removeChild);
    String writable = Elements.writable(text);
    if (!writable.isEmpty()) {
      paragraph.appendChild(run(paragraph, style, writable));
    }
  }

  private static Element run(Element paragraph, Optional<Element> style, String text) {
    Element run = make(paragraph, "r");
    style.ifPresent(run::appendChild);
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.appendChild(make(paragraph, "br"));
      }
      Element words = make(paragraph, "t");
      words.setAttribute("xml:space", "preserve");
      words.setTextContent(lines[i]);
      run.appendChild(words);
    }
    return run;
  }

  private static Element make(Element like, String name) {
    String prefix = like.getPrefix() == null ? "" : like.getPrefix() + ":";
    return like.getOwnerDocument().createElementNS(like.getNamespaceURI(), prefix + name);
  }

  private static Optional<Element> first(Element within, String name) {
    for (Element child : Elements.of(within)) {
      Optional<Element> found =
          name.equals(child.getLocalName()) ? Optional.of(child) : first(child, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Element within, Set<String> names) {
    return names.stream().anyMatch(name -> first(within, name).isPresent());
  }

  private static String text(Element cell) {
    return String.join("\n", Elements.of(cell, "p").stream().map(WordForm::words).toList());
  }

  private static String words(Element within) {
    StringBuilder words = new StringBuilder();
    for (Element child : Elements.of(within)) {
      switch (child.getLocalName()) {
        case "t" -> words.append(child.getTextContent());
        case "tab" -> words.append('\t');
        case "br" -> words.append('\n');
        case "pPr", "del" -> {}
        default -> words.append(words(child));
      }
    }
    return words.toString();
  }

  /** An attribute of the element's own name space. */
  private static String value(Element element, String name) {
    return element.getAttributeNS(element.getNamespaceURI(), name);
  }

  private static int number(String text) {
    return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
  }
}
