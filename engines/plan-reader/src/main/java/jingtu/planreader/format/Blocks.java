package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.List;
import jingtu.planreader.format.Block.Grid;
import jingtu.planreader.format.Block.GridCell;
import jingtu.planreader.format.Block.Paragraph;

/** Blocks collected in reading order, up to what a reading may hold. */
final class Blocks {

  private final List<Block> list = new ArrayList<>();

  void paragraph(String text) throws Unreadable {
    add(Paragraph.of(text));
  }

  void add(Block block) throws Unreadable {
    if (list.size() >= Limits.PARAGRAPHS) {
      throw Unreadable.because("too-much-text", Limits.TEXT_CHARACTERS);
    }
    list.add(block);
  }

  void addAll(Blocks others) throws Unreadable {
    for (Block block : others.list) {
      add(block);
    }
  }

  List<Block> list() {
    return list;
  }

  /** The words of all blocks as the paragraphs of one cell; a table inside gives one a row. */
  List<String> asCell() {
    List<String> paragraphs = new ArrayList<>();
    for (Block block : list) {
      switch (block) {
        case Paragraph paragraph -> paragraphs.add(paragraph.text());
        case Grid grid -> grid.rows().forEach(row -> paragraphs.add(line(row)));
      }
    }
    paragraphs.removeIf(String::isBlank);
    return paragraphs;
  }

  private static String line(List<GridCell> row) {
    return String.join(" ", row.stream().flatMap(cell -> cell.paragraphs().stream()).toList());
  }
}
