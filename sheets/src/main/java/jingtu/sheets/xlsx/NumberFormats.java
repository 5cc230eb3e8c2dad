package jingtu.sheets.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingtu.sheets.Limits;
import jingtu.sheets.Unreadable;

/** The number format of each cell format of a workbook (ECMA-376 part 1, 18.8). */
final class NumberFormats {

  private final List<NumberFormat> formatOfStyle;

  private NumberFormats(List<NumberFormat> formatOfStyle) {
    this.formatOfStyle = formatOfStyle;
  }

  /** A workbook without styles. */
  static NumberFormats none() {
    return new NumberFormats(List.of());
  }

  static NumberFormats read(XmlPart xml) throws Unreadable {
    Map<Integer, NumberFormat> written = new HashMap<>();
    List<NumberFormat> formatOfStyle = new ArrayList<>();
    boolean inCellFormats = false;
    while (xml.next()) {
      if (xml.isStart("numFmt") && written.size() < Limits.CELL_FORMATS) {
        NumberFormat format = NumberFormat.of(xml.attribute("formatCode", ""));
        written.put(xml.number("numFmtId", 0), format);
      } else if (xml.isStart("cellXfs")) {
        inCellFormats = true;
      } else if (xml.isEnd("cellXfs")) {
        inCellFormats = false;
      } else if (inCellFormats && xml.isStart("xf") && formatOfStyle.size() < Limits.CELL_FORMATS) {
        int number = xml.number("numFmtId", 0);
        NumberFormat known = written.get(number);
        formatOfStyle.add(known != null ? known : NumberFormat.builtIn(number));
      }
    }
    return new NumberFormats(formatOfStyle);
  }

  /** The format of cells with a style's number; the general one where there is no such style. */
  NumberFormat of(int style) {
    return style >= 0 && style < formatOfStyle.size()
        ? formatOfStyle.get(style)
        : NumberFormat.GENERAL;
  }
}
