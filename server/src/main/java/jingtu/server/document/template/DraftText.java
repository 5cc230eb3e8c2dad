package jingtu.server.document.template;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@link TextDraft} as it is written down in a resource, a block on each line: what it is, a bar,
 * and its words.
 *
 * <pre>
 * HEAD | what stands in the upper margin
 * TITLE CENTRED | a paragraph: a face, a place, and its words
 * GAP | 2
 * RULE | red
 * NEWPAGE
 * COLUMN LEFT 40 | heading of a column of 40 mm | {{rows.field}}
 * </pre>
 *
 * <p>Columns that follow each other make a table. Empty lines, and lines that begin with {@code #},
 * say nothing.
 */
public final class DraftText {

  private final List<TextDraft.Block> blocks = new ArrayList<>();
  private final List<TableDraft.Column> columns = new ArrayList<>();
  private String head = "";

  private DraftText() {}

  /** Reads a draft; one that is written wrongly is a fault of the program. */
  public static TextDraft read(String text) {
    DraftText draft = new DraftText();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> draft.read(line.split("\\|", 2)));
    draft.endTable();
    return new TextDraft(draft.head, draft.blocks);
  }

  private void read(String[] line) {
    String[] what = line[0].strip().split(" ");
    String words = line.length < 2 ? "" : line[1].strip();
    if (what[0].equals("COLUMN")) {
      columns.add(column(what, words));
      return;
    }
    endTable();
    switch (what[0]) {
      case "HEAD" -> head = words;
      case "GAP" -> blocks.add(new TextDraft.Block.Gap(Integer.parseInt(words)));
      case "RULE" -> blocks.add(new TextDraft.Block.Rule(words.equals("red")));
      case "NEWPAGE" -> blocks.add(new TextDraft.Block.NewPage());
      default ->
          blocks.add(
              new TextDraft.Block.Line(
                  words, TextDraft.Face.valueOf(what[0]), TextDraft.Place.valueOf(what[1])));
    }
  }

  private static TableDraft.Column column(String[] what, String words) {
    String[] parts = words.split("\\|", 2);
    return new TableDraft.Column(
        parts[0].strip(),
        Integer.parseInt(what[2]),
        parts[1].strip(),
        TableDraft.Look.valueOf(what[1]));
  }

  private void endTable() {
    if (!columns.isEmpty()) {
      blocks.add(new TextDraft.Block.Table(columns));
      columns.clear();
    }
  }
}
