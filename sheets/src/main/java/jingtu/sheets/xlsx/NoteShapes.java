package jingtu.sheets.xlsx;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.sheets.CellAddress;

/**
 * The boxes in which a sheet's comments are shown: VML, which Office needs beside every comment
 * (ECMA-376 part 4, 19.4 and 18.7). Office itself does not always write well-formed XML here, so
 * that shapes are found in the text.
 */
final class NoteShapes {

  /** What a sheet without comments gets. */
  static final String NONE =
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel">
      <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
      <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
      <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
      </xml>
      """;

  private static final Pattern SHAPE = Pattern.compile("(?s)<v:shape\\s.*?</v:shape>\\s*");
  private static final Pattern NUMBER = Pattern.compile("_x0000_s(\\d{1,8})\"");
  private static final Pattern ROW = Pattern.compile("<x:Row>\\s*(\\d{1,7})\\s*</x:Row>");
  private static final Pattern COLUMN = Pattern.compile("<x:Column>\\s*(\\d{1,5})\\s*</x:Column>");
  private static final int FIRST_NUMBER = 1024;

  private static final int CHARACTERS_OF_A_LINE = 18;
  private static final int LOWEST_LINES = 4;
  private static final int MOST_LINES = 16;

  private NoteShapes() {}

  /** The part without the shapes of some cells. */
  static String without(String part, Set<String> cells) {
    return SHAPE
        .matcher(part)
        .replaceAll(
            shape ->
                cells.contains(cell(shape.group())) ? "" : Matcher.quoteReplacement(shape.group()));
  }

  /** The cell of a note, as a reference; empty for other shapes. */
  private static String cell(String shape) {
    Matcher row = ROW.matcher(shape);
    Matcher column = COLUMN.matcher(shape);
    boolean note = shape.contains("\"Note\"") || shape.contains("'Note'");
    if (!note || !row.find() || !column.find()) {
      return "";
    }
    return CellAddress.letters(Integer.parseInt(column.group(1)) + 1)
        + (Integer.parseInt(row.group(1)) + 1);
  }

  /** The first number that no shape of a part has. */
  static int nextNumber(String part) {
    return Math.max(
            FIRST_NUMBER,
            NUMBER
                .matcher(part)
                .results()
                .mapToInt(id -> Integer.parseInt(id.group(1)))
                .max()
                .orElse(0))
        + 1;
  }

  /** A hidden box beside a cell, large enough for its words as far as boxes should be. */
  static String shape(int number, int row, int column, int characters) {
    int lines = Math.clamp(1 + characters / CHARACTERS_OF_A_LINE, LOWEST_LINES, MOST_LINES);
    int top = Math.max(0, row - 2);
    String anchor = "%d, 15, %d, 4, %d, 31, %d, 4".formatted(column, top, column + 3, top + lines);
    return """
        <v:shape id="_x0000_s%d" type="#_x0000_t202" \
        style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">
        <v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>
        <v:path o:connecttype="none"/><v:textbox><div style="text-align:left"></div></v:textbox>
        <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor>\
        <x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>
        """
        .formatted(number, anchor, row - 1, column - 1);
  }
}
