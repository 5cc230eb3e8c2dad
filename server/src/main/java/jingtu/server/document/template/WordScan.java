package jingtu.server.document.template;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.vocabulary.Language;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Walks through a Word template paragraph by paragraph, so that each field is known with its place:
 * the n-th paragraph of the text, the cell of the n-th table, the text box of a paragraph, the n-th
 * header. Empty paragraphs count, as they do for a person with the cursor keys.
 */
final class WordScan {

  private final TemplateKind kind;
  private final TagPlaces places;
  private final TagReport report;

  WordScan(TemplateKind kind, Language language, TagReport report) {
    this.kind = kind;
    this.places = new TagPlaces(language);
    this.report = report;
  }

  /**
   * Where paragraphs are counted.
   *
   * @param place begins the place of everything in it
   * @param counted whether its paragraphs are told apart; those of a cell are not
   * @param rows whether a row or a paragraph that lies here may be repeated
   * @param filled whether fields are filled here at all
   */
  private record Around(
      String place, boolean counted, boolean rows, boolean filled, Optional<List<String>> row) {

    Around unfilled() {
      return new Around(place, counted, rows, false, row);
    }
  }

  /** How many paragraphs and tables came before, in one text. */
  private static final class Count {
    private int paragraphs;
    private int tables;
  }

  void walk(WordPart part, boolean sections) {
    boolean body = part.kind() == WordPart.Kind.BODY;
    Around around =
        new Around(
            places.part(part.kind(), part.number()),
            true,
            body,
            part.kind() != WordPart.Kind.NOTES,
            Optional.empty());
    Element root =
        body ? children(part.root(), "body").findFirst().orElse(part.root()) : part.root();
    if (body && sections) {
      walkSections(root, around);
    } else {
      walk(root, around, new Count());
    }
  }

  /** A section ends with the paragraph that describes it; the last one with the text. */
  private void walkSections(Element body, Around around) {
    int section = 1;
    Count count = new Count();
    for (Element child : children(body).toList()) {
      Around here =
          new Around(
              places.section(section), true, around.rows(), around.filled(), Optional.empty());
      step(child, here, count);
      if (endsSection(child)) {
        section++;
        count = new Count();
      }
    }
  }

  private void walk(Element parent, Around around, Count count) {
    children(parent).forEach(child -> step(child, around, count));
  }

  private void step(Element child, Around around, Count count) {
    switch (child.getLocalName()) {
      case "p" -> paragraph(child, around, ++count.paragraphs);
      case "tbl" -> table(child, around, ++count.tables);
      case "sdt" -> children(child, "sdtContent").forEach(in -> walk(in, around.unfilled(), count));
      case "ins", "smartTag" -> walk(child, around, count);
      case "footnote", "endnote" -> walk(child, around, count);
      default -> {}
    }
  }

  private void paragraph(Element paragraph, Around around, int number) {
    String place = around.counted() ? places.paragraph(around.place(), number) : around.place();
    TagText text = new TagText(text(paragraph, false));
    if (around.filled()) {
      report.read(text, place, kind, repeated(paragraph, around), around.row().orElse(text.tags()));
    } else {
      report.unfilled(text, place);
    }
    report.unfilled(new TagText(text(paragraph, true)), place);
    textBoxes(paragraph)
        .forEach(
            box ->
                walk(
                    box,
                    new Around(
                        places.textBox(place), true, false, around.filled(), Optional.empty()),
                    new Count()));
  }

  /** A paragraph of the text itself is repeated, unless a section ends with it. */
  private static TagReport.Repeated repeated(Element paragraph, Around around) {
    if (around.row().isPresent()) {
      return TagReport.Repeated.ROW;
    }
    return around.rows() && around.counted() && !endsSection(paragraph)
        ? TagReport.Repeated.PARAGRAPH
        : TagReport.Repeated.NOTHING;
  }

  private static boolean endsSection(Element paragraph) {
    return children(paragraph, "pPr").flatMap(p -> children(p, "sectPr")).findAny().isPresent();
  }

  private void table(Element table, Around around, int number) {
    List<Element> rows = children(table, "tr").toList();
    for (int r = 0; r < rows.size(); r++) {
      List<String> tags =
          around.rows()
              ? descendants(rows.get(r)).flatMap(p -> new TagText(p).tags().stream()).toList()
              : List.of();
      int column = 1;
      for (Element cell : children(rows.get(r), "tc").toList()) {
        String place = places.cell(around.place(), number, r + 1, column);
        Optional<List<String>> row = around.rows() ? Optional.of(tags) : Optional.empty();
        walk(cell, new Around(place, false, around.rows(), around.filled(), row), new Count());
        column += span(cell);
      }
    }
  }

  /** The texts of a row's own paragraphs, without those of tables in its cells. */
  private static Stream<String> descendants(Element row) {
    return children(row, "tc").flatMap(cell -> children(cell, "p")).map(p -> text(p, false));
  }

  private static int span(Element cell) {
    return children(cell, "tcPr")
        .flatMap(properties -> children(properties, "gridSpan"))
        .findFirst()
        .map(span -> Integer.parseInt(span.getAttributeNS(span.getNamespaceURI(), "val")))
        .orElse(1);
  }

  /** The words of a paragraph; {@code controls} asks for those in its content controls instead. */
  private static String text(Element paragraph, boolean controls) {
    StringBuilder text = new StringBuilder();
    collect(paragraph, text, controls, !controls);
    return text.toString();
  }

  private static void collect(Node parent, StringBuilder text, boolean controls, boolean taken) {
    for (Element child : children(parent).toList()) {
      switch (child.getLocalName()) {
        case "t" -> text.append(taken ? child.getTextContent() : "");
        case "tab" -> text.append(taken ? "\t" : "");
        case "br", "cr" -> text.append(taken ? "\n" : "");
        case "sdt" -> collect(child, text, controls, controls);
        case "txbxContent", "pPr", "rPr", "sdtPr" -> {}
        default -> collect(child, text, controls, taken);
      }
    }
  }

  /** The text boxes that hang on a paragraph; of two spellings of the same box the newer. */
  private static Stream<Element> textBoxes(Element parent) {
    return children(parent)
        .filter(child -> !"Fallback".equals(child.getLocalName()))
        .flatMap(
            child ->
                "txbxContent".equals(child.getLocalName()) ? Stream.of(child) : textBoxes(child));
  }

  private static Stream<Element> children(Node parent, String name) {
    return children(parent).filter(child -> name.equals(child.getLocalName()));
  }

  private static Stream<Element> children(Node parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  /** Whether a text is divided into several sections. */
  static boolean hasSections(WordPart part) {
    return part.kind() == WordPart.Kind.BODY
        && children(part.root(), "body")
            .flatMap(body -> children(body, "p"))
            .anyMatch(WordScan::endsSection);
  }
}
