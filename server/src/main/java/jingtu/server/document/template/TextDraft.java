package jingtu.server.document.template;

import java.util.List;

/**
 * A template that is a text with tables between its paragraphs, described block by block and
 * written as .docx in the form in which offices write to each other: A4, the letters and lines of
 * official documents, the number of the page at its outer edge. Whoever wants it otherwise changes
 * the file in an office program.
 *
 * @param head what stands in the upper margin of each page; may be empty
 */
public record TextDraft(String head, List<Block> blocks) {

  public TextDraft {
    blocks = List.copyOf(blocks);
  }

  /** What the text is made of, from top to bottom. */
  public sealed interface Block {

    /** A paragraph. */
    record Line(String words, Face face, Place place) implements Block {}

    /** Empty lines of the text. */
    record Gap(int lines) implements Block {}

    /**
     * A line from margin to margin.
     *
     * @param red whether it stands under the name of the office that writes
     */
    record Rule(boolean red) implements Block {}

    /** What follows begins on a new page. */
    record NewPage() implements Block {}

    /** A table whose second row is repeated for each record. */
    record Table(List<TableDraft.Column> columns) implements Block {
      public Table {
        columns = List.copyOf(columns);
      }
    }
  }

  /** How the letters of a paragraph look. */
  public enum Face {
    /** The name of the office that writes, in red. */
    OFFICE(DraftFont.TITLE, 30),
    TITLE(DraftFont.TITLE, 22),
    HEADING(DraftFont.HEADING, 16),
    SUBHEADING(DraftFont.SUBHEADING, 16),
    TEXT(DraftFont.TEXT, 16),
    /** Below the text: who printed it, and when. */
    IMPRINT(DraftFont.TEXT, 14),
    /** How a table is to be read. */
    NOTE(DraftFont.TEXT, 11),
    /** A picture, whose line is as high as it is. */
    FIGURE(DraftFont.TEXT, 11);

    private final DraftFont font;
    private final int points;

    Face(DraftFont font, int points) {
      this.font = font;
      this.points = points;
    }

    DraftFont font() {
      return font;
    }

    int points() {
      return points;
    }
  }

  /** Where the words of a paragraph stand. */
  public enum Place {
    CENTRED,
    LEFT,
    /** From margin to margin, the first line two letters in. */
    INDENTED,
    /** At the right, four letters in. */
    SIGNED,
    /** What stands before the bar at the left margin, what stands after it at the right one. */
    SIDES
  }

  /** The template as .docx. */
  public byte[] word() {
    return LetterDraft.of(this);
  }
}
