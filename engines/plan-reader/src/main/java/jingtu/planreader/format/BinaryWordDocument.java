package jingtu.planreader.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads a .doc ([MS-DOC]) with all changes accepted. Text boxes and notes follow the end of the
 * text: the file keeps them apart from it.
 */
final class BinaryWordDocument {

  private static final int FIELD_BEGINS = 0x13;
  private static final int FIELD_RESULT = 0x14;
  private static final int FIELD_ENDS = 0x15;
  private static final int LINE_BREAK = 0x0B;
  private static final int FIRST_PRINTED = 0x20;
  private static final int NO_BREAK_HYPHEN = 0x1E;

  private final HWPFDocument document;
  private final Numbering numbering;
  private final Blocks blocks = new Blocks();
  private final StruckOut struckOut = new StruckOut();
  private int characters;
  private boolean inInstruction;

  private BinaryWordDocument(HWPFDocument document) {
    this.document = document;
    this.numbering = BinaryWordNumbering.of(document);
  }

  /** Reads an OLE2 file, whatever program wrote it. */
  static DocumentText read(byte[] content) throws Unreadable {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      DirectoryNode root = file.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        throw Unreadable.because("encrypted");
      }
      if (!root.hasEntryCaseInsensitive("WordDocument")) {
        boolean sheet = root.hasEntryCaseInsensitive("Workbook");
        throw Unreadable.because("unsupported", sheet ? ".xls" : "OLE2");
      }
      return read(root);
    } catch (EncryptedDocumentException e) {
      throw Unreadable.because("encrypted");
    } catch (IOException | RuntimeException e) {
      // POI trusts the offsets that it finds in a file and fails in many ways where they are wrong.
      throw Unreadable.because("damaged", ".doc", e.getClass().getSimpleName());
    }
  }

  private static DocumentText read(DirectoryNode root) throws IOException, Unreadable {
    try (HWPFDocument document = new HWPFDocument(root)) {
      return new BinaryWordDocument(document).read();
    }
  }

  private DocumentText read() throws Unreadable {
    readRange(document.getRange(), blocks, 0);
    readApart(document.getMainTextboxRange(), "");
    readApart(document.getFootnoteRange(), "[");
    return Draft.of(blocks.list(), struckOut.findings());
  }

  private void readApart(Range range, String mark) throws Unreadable {
    Blocks apart = new Blocks();
    // Where there is none POI gives an empty range, whose only paragraph is another text's.
    if (range != null && range.getStartOffset() < range.getEndOffset()) {
      readRange(range, apart, 0);
    }
    int number = 0;
    for (String words : apart.asCell()) {
      number++;
      blocks.paragraph(mark.isEmpty() ? words : mark + number + "] " + words.strip());
    }
  }

  private void readRange(Range range, Blocks into, int level) throws Unreadable {
    if (level > Limits.TABLE_DEPTH) {
      throw Unreadable.because("too-deep", Limits.TABLE_DEPTH);
    }
    StringBuilder unfinished = new StringBuilder();
    int count = range.numParagraphs();
    for (int i = 0; i < count; i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
        Table table = range.getTable(paragraph);
        into.add(readTable(table, level + 1));
        i += Math.max(0, table.numParagraphs() - 1);
        continue;
      }
      boolean joins = readWords(paragraph, unfinished);
      if (!joins) {
        finish(paragraph, unfinished, into);
      }
    }
    if (!unfinished.isEmpty()) {
      into.paragraph(unfinished.toString());
    }
  }

  private void finish(Paragraph paragraph, StringBuilder unfinished, Blocks into)
      throws Unreadable {
    String words = unfinished.toString();
    unfinished.setLength(0);
    Optional<String> label = words.isBlank() ? Optional.empty() : labelOf(paragraph);
    String whole = label.map(it -> Numbering.join(it, words)).orElse(words);
    boolean contents = isContents(paragraph);
    for (String line : whole.split("\n", -1)) {
      into.add(new Block.Paragraph(line, contents));
    }
  }

  private Optional<String> labelOf(Paragraph paragraph) {
    return numbering.label(Integer.toString(paragraph.getIlfo()), paragraph.getIlvl());
  }

  private boolean isContents(Paragraph paragraph) {
    var style = document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
    return style != null
        && style.getName() != null
        && style.getName().matches("(?i)(toc|contents) [1-9].*");
  }

  /** Adds a paragraph's words; tells whether its mark was deleted, so that the next one joins. */
  private boolean readWords(Paragraph paragraph, StringBuilder words) throws Unreadable {
    boolean markDeleted = false;
    int runs = paragraph.numCharacterRuns();
    for (int i = 0; i < runs; i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      String text = run.text();
      if (run.isMarkedDeleted()) {
        markDeleted |= text.indexOf('\r') >= 0;
      } else if (!run.isVanished()) {
        int before = words.length();
        readCharacters(text, words);
        if (run.isStrikeThrough() || run.isDoubleStrikeThrough()) {
          struckOut.add(words.substring(before));
          words.setLength(before);
        }
      }
    }
    return markDeleted;
  }

  private void readCharacters(String text, StringBuilder words) throws Unreadable {
    characters += text.length();
    if (characters > Limits.TEXT_CHARACTERS) {
      throw Unreadable.because("too-much-text", Limits.TEXT_CHARACTERS);
    }
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case FIELD_BEGINS -> inInstruction = true;
        case FIELD_RESULT, FIELD_ENDS -> inInstruction = false;
        case '\t' -> words.append(' ');
        case LINE_BREAK -> words.append('\n');
        case NO_BREAK_HYPHEN -> words.append('-');
        default -> words.append(sign < FIRST_PRINTED || inInstruction ? "" : sign);
      }
    }
  }

  private Block readTable(Table table, int level) throws Unreadable {
    List<Integer> edges = edges(table);
    GridBuilder grid = new GridBuilder();
    for (int i = 0; i < table.numRows(); i++) {
      grid.startRow();
      readRow(grid, table.getRow(i), edges, level);
    }
    return grid.build(false);
  }

  private void readRow(GridBuilder grid, TableRow row, List<Integer> edges, int level)
      throws Unreadable {
    for (int i = 0; i < row.numCells(); i++) {
      TableCell cell = row.getCell(i);
      int columns = columns(cell, edges);
      Blocks inside = new Blocks();
      readRange(cell, inside, level);
      if (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()) {
        grid.continueAbove(columns);
      } else {
        grid.place(inside.asCell(), 1, columns);
      }
    }
  }

  /** Where cells of any row begin, in twips: a merged cell covers the columns in between. */
  private static List<Integer> edges(Table table) {
    List<Integer> edges = new ArrayList<>();
    for (int i = 0; i < table.numRows(); i++) {
      TableRow row = table.getRow(i);
      for (int j = 0; j < row.numCells(); j++) {
        addEdge(edges, row.getCell(j).getLeftEdge());
      }
    }
    edges.sort(null);
    return edges;
  }

  private static final int SAME_EDGE_TWIPS = 30;

  private static void addEdge(List<Integer> edges, int edge) {
    if (edges.size() < Limits.TABLE_COLUMNS
        && edges.stream().noneMatch(it -> Math.abs(it - edge) <= SAME_EDGE_TWIPS)) {
      edges.add(edge);
    }
  }

  private static int columns(TableCell cell, List<Integer> edges) {
    int left = cell.getLeftEdge();
    int right = left + cell.getWidth();
    long inside =
        edges.stream()
            .filter(it -> it >= left - SAME_EDGE_TWIPS && it < right - SAME_EDGE_TWIPS)
            .count();
    return Math.clamp(inside, 1, Limits.TABLE_COLUMNS);
  }
}
