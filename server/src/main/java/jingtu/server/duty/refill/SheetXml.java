package jingtu.server.duty.refill;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The cells of a sheet as they stand in its part of the file. Source: ECMA-376-1, 18.3.1. */
final class SheetXml {

  /** Reads as a character of its own in a workbook, so that the mark before it is written out. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final Document tree;
  private final Element data;
  private final NavigableMap<Integer, Element> rows = new TreeMap<>();
  private final Map<Integer, NavigableMap<Integer, Element>> cells = new HashMap<>();

  SheetXml(Document tree) {
    this.tree = tree;
    this.data = Elements.first(tree.getDocumentElement(), "sheetData").orElseThrow();
    int next = 0;
    for (Element row : Elements.of(data, "row")) {
      int number = row.hasAttribute("r") ? Integer.parseInt(row.getAttribute("r")) - 1 : next;
      rows.put(number, row);
      next = number + 1;
    }
  }

  /** The cell at a place where one stands. */
  Optional<Element> find(int row, int column) {
    return Optional.ofNullable(rows.get(row)).map(found -> cells(row, found).get(column));
  }

  /** Puts a value into a cell, which keeps its style. */
  void put(int row, int column, CellValue value, FormCell.Format format, boolean from1904) {
    Element cell = find(row, column).orElseGet(() -> make(row, column));
    if (Elements.first(cell, "f").isPresent()) {
      throw new IllegalArgumentException("a formula stands in row " + (row + 1));
    }
    clear(cell);
    switch (value) {
      case CellValue.Words words -> text(cell, words.text());
      case CellValue.Amount amount -> {
        if (format == FormCell.Format.TEXT) {
          text(cell, amount.text());
        } else if (amount.percent() && format == FormCell.Format.PERCENT) {
          number(cell, amount.value().movePointLeft(2));
        } else {
          number(cell, amount.value());
        }
      }
      case CellValue.Day(var day, String text) -> {
        if (format == FormCell.Format.DAY) {
          double serial = org.apache.poi.ss.usermodel.DateUtil.getExcelDate(day, from1904);
          number(cell, BigDecimal.valueOf(serial));
        } else {
          text(cell, text);
        }
      }
    }
  }

  /**
   * Keeps what a formula comes to.
   *
   * @param type as the file names it: n, str, b or e; empty where it is not known
   */
  void cache(int row, int column, String type, String value) {
    Element cell = find(row, column).orElseThrow();
    Elements.of(cell, "v").forEach(cell::removeChild);
    cell.removeAttribute("t");
    if (!type.isEmpty()) {
      if (!type.equals("n")) {
        cell.setAttribute("t", type);
      }
      // Of an array formula only the first cell has the formula itself.
      Optional<Element> formula = Elements.first(cell, "f");
      Node after = formula.isPresent() ? formula.get().getNextSibling() : cell.getFirstChild();
      cell.insertBefore(element("v", cell, value), after);
    }
  }

  /** Whether a formula keeps that it comes to this. */
  boolean keeps(int row, int column, String type, String value) {
    Element cell = find(row, column).orElseThrow();
    String own = cell.hasAttribute("t") ? cell.getAttribute("t") : "n";
    String kept = Elements.first(cell, "v").map(Element::getTextContent).orElse("");
    return own.equals(type) && (kept.equals(value) || (type.equals("n") && same(kept, value)));
  }

  private static boolean same(String number, String other) {
    try {
      return Double.parseDouble(number) == Double.parseDouble(other);
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private static void clear(Element cell) {
    Elements.of(cell).stream()
        .filter(child -> !"extLst".equals(child.getLocalName()))
        .forEach(cell::removeChild);
    cell.removeAttribute("t");
  }

  private void text(Element cell, String text) {
    String writable = Elements.writable(text);
    if (writable.isEmpty()) {
      return;
    }
    cell.setAttribute("t", "inlineStr");
    Element words = element("t", cell, ESCAPE.matcher(writable).replaceAll("_x005F_"));
    words.setAttribute("xml:space", "preserve");
    Element is = element("is", cell, "");
    is.appendChild(words);
    cell.insertBefore(is, cell.getFirstChild());
  }

  private void number(Element cell, BigDecimal value) {
    cell.insertBefore(
        element("v", cell, value.stripTrailingZeros().toPlainString()), cell.getFirstChild());
  }

  private Element element(String name, Element like, String text) {
    String prefix = like.getPrefix();
    Element made =
        tree.createElementNS(like.getNamespaceURI(), prefix == null ? name : prefix + ":" + name);
    made.setTextContent(text);
    return made;
  }

  private NavigableMap<Integer, Element> cells(int number, Element row) {
    return cells.computeIfAbsent(
        number,
        n -> {
          NavigableMap<Integer, Element> found = new TreeMap<>();
          int next = 0;
          for (Element cell : Elements.of(row, "c")) {
            int column =
                cell.hasAttribute("r") ? new CellReference(cell.getAttribute("r")).getCol() : next;
            found.put(column, cell);
            next = column + 1;
          }
          return found;
        });
  }

  private Element make(int number, int column) {
    Element row = rows.computeIfAbsent(number, this::makeRow);
    NavigableMap<Integer, Element> own = cells(number, row);
    Element cell = element("c", row, "");
    cell.setAttribute("r", new CellReference(number, column).formatAsString());
    style(row, column).ifPresent(style -> cell.setAttribute("s", style));
    Map.Entry<Integer, Element> after = own.higherEntry(column);
    row.insertBefore(cell, after == null ? null : after.getValue());
    own.put(column, cell);
    return cell;
  }

  private Element makeRow(int number) {
    Element row = element("row", data, "");
    row.setAttribute("r", String.valueOf(number + 1));
    Map.Entry<Integer, Element> after = rows.higherEntry(number);
    data.insertBefore(row, after == null ? null : after.getValue());
    return row;
  }

  /** The style of a cell that is not there yet: its row's, else its column's. */
  private Optional<String> style(Element row, int column) {
    if (row.hasAttribute("s")) {
      return Optional.of(row.getAttribute("s"));
    }
    return Elements.first(tree.getDocumentElement(), "cols").stream()
        .flatMap(cols -> Elements.of(cols, "col").stream())
        .filter(
            col ->
                Integer.parseInt(col.getAttribute("min")) <= column + 1
                    && Integer.parseInt(col.getAttribute("max")) >= column + 1
                    && col.hasAttribute("style"))
        .map(col -> col.getAttribute("style"))
        .findFirst();
  }
}
