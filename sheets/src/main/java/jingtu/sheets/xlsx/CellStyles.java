package jingtu.sheets.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingtu.sheets.Unreadable;

/**
 * The cell formats of a workbook, with those that marked cells need (ECMA-376 part 1, 18.8.10,
 * 18.8.21 and 18.8.45). A marked cell's format is its own with another fill.
 *
 * <p>The fill of marks keeps the colour that it covers as its background colour, which a solid fill
 * does not show (18.8.32), so that a later copy can take the mark off.
 */
final class CellStyles {

  /** The colour of marked cells, an orange that no palette of Office has. */
  static final String COLOUR = "FFFFC9A3";

  /** What a workbook without styles gets. */
  static final String NONE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>\
      </styleSheet>
      """;

  private static final String NO_COLOUR = "indexed=\"64\"";
  private static final String WRAPPED =
      "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
          + "<alignment vertical=\"top\" wrapText=\"1\"></alignment></xf>";

  /** Elements before which fills and cell formats stand where a part has none (18.8.39). */
  private static final Set<String> AFTER_FILLS = Set.of("borders", "cellStyleXfs", "cellXfs");

  private static final Set<String> AFTER_FORMATS =
      Set.of("cellStyles", "dxfs", "tableStyles", "colors", "extLst");

  /** The first two fills are not for use: programs show them as none and as dots. */
  private static final int PRESET_FILLS = 2;

  private final List<Fill> fills = new ArrayList<>();
  private final List<String> formats = new ArrayList<>();
  private final Map<String, Integer> formatsByKey = new HashMap<>();
  private final Map<String, Integer> marks = new HashMap<>();
  private int originalFills;
  private int originalFormats;
  private boolean earlierMarks;
  private final Map<Integer, Integer> unmarked = new HashMap<>();

  /**
   * A fill.
   *
   * @param front attributes of the colour that is shown; empty where it is not one plain colour
   * @param back attributes of the background colour
   */
  private record Fill(String front, String back) {
    boolean isMark() {
      return front.contains("\"" + COLOUR + "\"");
    }
  }

  static CellStyles read(XmlPart xml) throws Unreadable {
    CellStyles styles = new CellStyles();
    String inside = "";
    while (xml.next()) {
      if (xml.isStart("fills") || xml.isStart("cellXfs")) {
        inside = xml.name();
      } else if (xml.isEnd("fills") || xml.isEnd("cellXfs")) {
        inside = "";
      } else if (inside.equals("fills") && xml.isStart("fill")) {
        styles.fills.add(readFill(xml));
      } else if (inside.equals("cellXfs") && xml.isStart("xf")) {
        styles.addFormat(XmlText.element(xml));
      }
    }
    styles.originalFills = styles.fills.size();
    while (styles.fills.size() < PRESET_FILLS) {
      styles.fills.add(new Fill("", ""));
    }
    styles.originalFormats = styles.formats.size();
    for (int i = 0; i < styles.fills.size(); i++) {
      if (styles.fills.get(i).isMark()) {
        styles.marks.putIfAbsent(styles.fills.get(i).back(), i);
        styles.earlierMarks = true;
      }
    }
    return styles;
  }

  private static Fill readFill(XmlPart xml) throws Unreadable {
    boolean solid = false;
    String front = "";
    String back = "";
    while (xml.next() && !xml.isEnd("fill")) {
      if (xml.isStart("patternFill")) {
        solid = xml.attribute("patternType", "").equals("solid");
      } else if (xml.isStart("fgColor")) {
        front = XmlText.attributes(xml);
      } else if (xml.isStart("bgColor")) {
        back = XmlText.attributes(xml);
      }
    }
    return new Fill(solid ? front : "", back);
  }

  private int addFormat(String format) {
    formats.add(format);
    formatsByKey.putIfAbsent(key(format), formats.size() - 1);
    return formats.size() - 1;
  }

  /** Formats that differ in how they are written, or in saying that they have a fill, are one. */
  private static String key(String format) {
    return Tag.with(Tag.without(format, "applyFill"), "fillId", fill(format));
  }

  private static int fill(String format) {
    String number = Tag.value(format, "fillId");
    return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
  }

  /** Whether an earlier copy has left its marks. */
  boolean hasEarlierMarks() {
    return earlierMarks;
  }

  /** The format without the fill of marks. */
  int unmarked(int style) {
    return earlierMarks ? unmarked.computeIfAbsent(style, this::takeOff) : style;
  }

  private int takeOff(int style) {
    Fill fill = fillOf(style);
    if (!fill.isMark()) {
      return style;
    }
    int covered = 0;
    for (int i = 0; i < originalFills && covered == 0; i++) {
      covered = !fill.back().isEmpty() && fills.get(i).front().equals(fill.back()) ? i : 0;
    }
    return withFill(style, covered);
  }

  /** The format with the fill of marks. */
  int marked(int style) {
    int own = unmarked(style);
    String front = fillOf(own).front();
    String back = front.isEmpty() ? NO_COLOUR : front;
    Integer mark = marks.get(back);
    if (mark == null) {
      fills.add(new Fill("rgb=\"" + COLOUR + "\"", back));
      mark = fills.size() - 1;
      marks.put(back, mark);
    }
    return withFill(own, mark);
  }

  private Fill fillOf(int style) {
    int fill = style >= 0 && style < formats.size() ? fill(formats.get(style)) : 0;
    return fill < fills.size() ? fills.get(fill) : new Fill("", "");
  }

  private int withFill(int style, int fill) {
    String own = style >= 0 && style < formats.size() ? formats.get(style) : "<xf numFmtId=\"0\"/>";
    String filled = Tag.with(Tag.with(own, "fillId", fill), "applyFill", 1);
    Integer known = formatsByKey.get(key(filled));
    return known != null ? known : addFormat(filled);
  }

  /** A format for long texts, which wrap. */
  int wrapped() {
    Integer known = formatsByKey.get(key(WRAPPED));
    return known != null ? known : addFormat(WRAPPED);
  }

  /** Writes the part anew: what was there stays, new fills and formats are added. */
  void write(Rewriting part) throws IOException, Unreadable {
    XmlPart xml = part.xml();
    boolean fillsWritten = fills.size() == Math.max(PRESET_FILLS, originalFills);
    boolean formatsWritten = formats.size() == originalFormats;
    String prefix = "";
    while (xml.next() && !(fillsWritten && formatsWritten)) {
      if (xml.isStart("styleSheet")) {
        prefix = xml.prefix();
      }
      if (!fillsWritten && extend(part, "fills", AFTER_FILLS, newFills(prefix), fills.size())) {
        fillsWritten = true;
      } else if (!formatsWritten
          && extend(part, "cellXfs", AFTER_FORMATS, newFormats(prefix), formats.size())) {
        formatsWritten = true;
      }
    }
    part.finish();
  }

  /** Adds to the list of that name as its end is passed, or writes it where it should have been. */
  private static boolean extend(
      Rewriting part, String list, Set<String> after, String added, int count)
      throws IOException, Unreadable {
    XmlPart xml = part.xml();
    if (xml.isStart(list)) {
      part.copyToHere();
      String tag = part.takeThroughHere();
      part.write(Tag.with(Tag.opened(tag), "count", count));
      if (Tag.isEmpty(tag)) {
        part.write(added + "</" + xml.prefix() + list + ">");
        return true;
      }
    } else if (xml.isEnd(list)) {
      part.copyToHere();
      part.write(added);
      return true;
    } else if (xml.isEnd("styleSheet") || (xml.isStart() && after.contains(xml.name()))) {
      part.copyToHere();
      String name = xml.prefix() + list;
      part.write("<" + name + " count=\"" + count + "\">" + added + "</" + name + ">");
      return true;
    }
    return false;
  }

  private String newFills(String prefix) {
    StringBuilder added = new StringBuilder();
    for (Fill fill : fills.subList(originalFills, fills.size())) {
      String pattern =
          fill.front().isEmpty()
              ? "<%1$spatternFill patternType=\"none\"/>".formatted(prefix)
              : "<%1$spatternFill patternType=\"solid\"><%1$sfgColor %2$s/><%1$sbgColor %3$s/></%1$spatternFill>"
                  .formatted(prefix, fill.front(), fill.back());
      added.append("<%1$sfill>%2$s</%1$sfill>".formatted(prefix, pattern));
    }
    return added.toString();
  }

  private String newFormats(String prefix) {
    return String.join("", formats.subList(originalFormats, formats.size()))
        .replaceAll("<(/?)([A-Za-z])", "<$1" + prefix + "$2");
  }
}
