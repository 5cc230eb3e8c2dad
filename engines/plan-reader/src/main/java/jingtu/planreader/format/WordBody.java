package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.planreader.format.Block.Paragraph;

/** Reads paragraphs and tables out of the body, or the notes, of a .docx. */
final class WordBody {

  /**
   * What holds for the whole document.
   *
   * @param unread what was met and cannot be turned into text, by name
   */
  record Context(
      WordStyles styles,
      WordNumbering lists,
      Numbering numbering,
      List<String> unread,
      StruckOut struckOut) {
    Context(WordStyles styles, WordNumbering lists) {
      this(styles, lists, lists.start(), new ArrayList<>(), new StruckOut());
    }
  }

  private final XmlPart xml;
  private final Context context;
  private final List<String> notes = new ArrayList<>();
  private final WordFields fields = new WordFields();
  private CellProperties cell = new CellProperties();
  private int depth;
  private int characters;

  WordBody(XmlPart xml, Context context) {
    this.xml = xml;
    this.context = context;
  }

  Blocks readAll() throws Unreadable {
    return readUntil("document");
  }

  /** The notes that were referred to: {@code footnote 3}. */
  List<String> notes() {
    return notes;
  }

  /** All notes of a part, by kind and id. */
  Map<String, Blocks> readNotes(String kind) throws Unreadable {
    Map<String, Blocks> known = new HashMap<>();
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals(kind)) {
        String id = kind + " " + xml.attribute("id").orElse("");
        known.put(id, readUntil(kind));
      }
    }
    return known;
  }

  /** What stands between here and the end of an element of the given name. */
  private Blocks readUntil(String container) throws Unreadable {
    enter();
    Blocks blocks = new Blocks();
    Unfinished unfinished = new Unfinished();
    while (xml.next() && !(xml.isEnd() && xml.name().equals(container))) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "p" -> readParagraph(blocks, unfinished);
        case "tbl" -> {
          unfinished.flush(blocks);
          blocks.add(readTable());
        }
        case "tcPr" -> readCellProperties();
        case "altChunk" -> context.unread().add("altChunk");
        case "del", "moveFrom", "sdtPr", "sectPr", "mc:Fallback" -> xml.skip();
        default -> {}
      }
    }
    unfinished.flush(blocks);
    depth--;
    return blocks;
  }

  private void enter() throws Unreadable {
    if (++depth > Limits.TABLE_DEPTH) {
      throw Unreadable.because("too-deep", Limits.TABLE_DEPTH);
    }
  }

  /** Words of paragraphs whose mark was deleted: they belong to the next paragraph. */
  private static final class Unfinished {
    private final StringBuilder words = new StringBuilder();

    void keep(String more) {
      words.append(more);
    }

    String take() {
      String taken = words.toString();
      words.setLength(0);
      return taken;
    }

    void flush(Blocks blocks) throws Unreadable {
      String rest = take();
      if (!rest.isEmpty()) {
        blocks.paragraph(rest);
      }
    }
  }

  /** What a paragraph's properties say. */
  private static final class Properties {
    String style = "";
    Optional<String> list = Optional.empty();
    Optional<Integer> level = Optional.empty();
    boolean markDeleted;
  }

  private void readParagraph(Blocks blocks, Unfinished unfinished) throws Unreadable {
    Properties properties = new Properties();
    StringBuilder words = new StringBuilder();
    Blocks floating = new Blocks();
    boolean contents = fields.inContents();
    while (xml.next() && !(xml.isEnd() && xml.name().equals("p"))) {
      if (xml.isStart() && xml.name().equals("pPr")) {
        readProperties(properties);
      } else if (xml.isStart()) {
        readInline(words, floating);
      }
      contents |= fields.inContents();
    }
    contents |= context.styles().isContents(properties.style);
    if (properties.markDeleted) {
      unfinished.keep(words.toString());
    } else {
      finish(blocks, properties, unfinished.take() + words, contents);
    }
    blocks.addAll(floating);
  }

  private void finish(Blocks blocks, Properties properties, String words, boolean contents)
      throws Unreadable {
    Optional<String> label = words.isBlank() ? Optional.empty() : labelOf(properties);
    String whole = label.map(it -> Numbering.join(it, words)).orElse(words);
    for (String line : whole.split("\n", -1)) {
      blocks.add(new Paragraph(line, contents));
    }
  }

  private Optional<String> labelOf(Properties properties) {
    Optional<String> list = properties.list.or(() -> context.styles().listOf(properties.style));
    int level =
        properties
            .level
            .or(() -> context.styles().levelOf(properties.style))
            .or(() -> context.lists().levelOf(properties.style))
            .orElse(0);
    return list.flatMap(it -> context.numbering().label(it, level));
  }

  private void readProperties(Properties properties) throws Unreadable {
    while (xml.next() && !(xml.isEnd() && xml.name().equals("pPr"))) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "pStyle" -> properties.style = xml.attribute("val").orElse("");
        case "numId" -> properties.list = xml.attribute("val");
        case "ilvl" -> properties.level = xml.attribute("val").map(it -> xml.number("val", 0));
        case "del", "moveFrom" -> properties.markDeleted = true;
        case "pPrChange", "rPrChange", "sectPr" -> xml.skip();
        default -> {}
      }
    }
  }

  /** One element inside a paragraph; wrappers such as runs and links are entered by the caller. */
  private void readInline(StringBuilder words, Blocks floating) throws Unreadable {
    switch (xml.name()) {
      case "r" -> readRun(words, floating);
      case "m:t" -> append(words, readText());
      case "del", "moveFrom", "sdtPr", "rt", "mc:Fallback" -> xml.skip();
      case "txbxContent" -> floating.addAll(readUntil("txbxContent"));
      default -> {}
    }
  }

  private void readRun(StringBuilder words, Blocks floating) throws Unreadable {
    enter();
    int before = words.length();
    boolean hidden = false;
    boolean struck = false;
    while (xml.next() && !(xml.isEnd() && xml.name().equals("r"))) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "t" -> append(words, readText());
        case "vanish" -> hidden |= xml.isOn();
        case "strike", "dstrike" -> struck |= xml.isOn();
        case "tab", "ptab" -> append(words, " ");
        case "br" -> append(words, xml.attribute("type").isPresent() ? "" : "\n");
        case "cr" -> append(words, "\n");
        case "noBreakHyphen" -> append(words, "-");
        case "fldChar" -> fields.mark(xml.attribute("fldCharType").orElse(""));
        case "instrText" -> fields.instruct(readText());
        case "footnoteReference", "endnoteReference" -> refer();
        case "o:OLEObject" -> context.unread().add(xml.attribute("ProgID").orElse("OLE"));
        case "rPrChange" -> xml.skip();
        default -> readInline(words, floating);
      }
    }
    if (struck && !hidden) {
      context.struckOut().add(words.substring(before));
    }
    if (hidden || struck) {
      words.setLength(before);
    }
    depth--;
  }

  private void refer() {
    String kind = xml.name().replace("Reference", "");
    xml.attribute("id").ifPresent(id -> notes.add(kind + " " + id));
  }

  private void append(StringBuilder words, String more) throws Unreadable {
    characters += more.length();
    if (characters > Limits.TEXT_CHARACTERS) {
      throw Unreadable.because("too-much-text", Limits.TEXT_CHARACTERS);
    }
    words.append(more);
  }

  /** The text of an element that holds nothing else. */
  private String readText() throws Unreadable {
    StringBuilder text = new StringBuilder();
    while (xml.next() && !xml.isEnd()) {
      if (xml.isText()) {
        text.append(xml.text());
      } else {
        xml.skip();
      }
    }
    return text.toString().replace('\n', ' ').replace('\t', ' ');
  }

  private Block readTable() throws Unreadable {
    GridBuilder grid = new GridBuilder();
    while (xml.next() && !(xml.isEnd() && xml.name().equals("tbl"))) {
      if (xml.isStart() && xml.name().equals("tr")) {
        readRow(grid);
      } else if (xml.isStart() && xml.name().equals("mc:Fallback")) {
        xml.skip();
      }
    }
    return grid.build(false);
  }

  private void readRow(GridBuilder grid) throws Unreadable {
    grid.startRow();
    while (xml.next() && !(xml.isEnd() && xml.name().equals("tr"))) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "gridBefore" -> grid.skip(xml.number("val", 0));
        case "tc" -> readCell(grid);
        case "del" -> {
          grid.dropRow();
          skipRow();
          return;
        }
        case "trPrChange", "tblPrEx" -> xml.skip();
        default -> {}
      }
    }
  }

  private void skipRow() throws Unreadable {
    int nested = 0;
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals("tr")) {
        nested++;
      } else if (xml.isEnd() && xml.name().equals("tr") && --nested < 0) {
        return;
      }
    }
  }

  /** What a cell's properties say. */
  private static final class CellProperties {
    int columns = 1;
    boolean continues;
    boolean deleted;
  }

  private void readCell(GridBuilder grid) throws Unreadable {
    CellProperties around = cell;
    CellProperties own = new CellProperties();
    cell = own;
    List<String> words = readUntil("tc").asCell();
    cell = around;
    if (own.continues) {
      grid.continueAbove(own.columns);
    } else {
      grid.place(own.deleted ? List.of() : words, 1, own.columns);
    }
  }

  private void readCellProperties() throws Unreadable {
    while (xml.next() && !(xml.isEnd() && xml.name().equals("tcPr"))) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "gridSpan" -> cell.columns = xml.number("val", 1);
        case "vMerge" -> cell.continues = !xml.attribute("val").orElse("").equals("restart");
        case "cellDel" -> cell.deleted = true;
        case "tcPrChange" -> xml.skip();
        default -> {}
      }
    }
  }
}
