package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** What the cells of an .xlsx show: shared texts, and numbers and dates in their formats. */
final class CellTexts {

  /** Excel's own short date, which it shows after the custom of the computer. */
  private static final int SHORT_DATE = 14;

  private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
  private final List<String> shared = new ArrayList<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> formatOfStyle = new ArrayList<>();
  private int characters;

  static CellTexts read(OfficePackage file, Map<String, String> relations) throws Unreadable {
    CellTexts texts = new CellTexts();
    Optional<XmlPart> strings = file.find(relations.getOrDefault("sharedStrings", ""));
    if (strings.isPresent()) {
      try (XmlPart xml = strings.get()) {
        texts.readShared(xml);
      }
    }
    Optional<XmlPart> styles = file.find(relations.getOrDefault("styles", ""));
    if (styles.isPresent()) {
      try (XmlPart xml = styles.get()) {
        texts.readStyles(xml);
      }
    }
    return texts;
  }

  private void readShared(XmlPart xml) throws Unreadable {
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals("si")) {
        shared.add(readRich(xml, "si"));
      }
    }
  }

  /** Text in runs, without the reading aids of {@code rPh}. */
  private String readRich(XmlPart xml, String end) throws Unreadable {
    StringBuilder words = new StringBuilder();
    boolean inText = false;
    while (xml.next() && !(xml.isEnd() && xml.name().equals(end))) {
      if (xml.isText()) {
        words.append(inText ? xml.text() : "");
      } else if (xml.isStart() && xml.name().equals("rPh")) {
        xml.skip();
      } else {
        inText = xml.isStart() && xml.name().equals("t");
      }
    }
    characters += words.length();
    if (characters > Limits.TEXT_CHARACTERS) {
      throw Unreadable.because("too-much-text", Limits.TEXT_CHARACTERS);
    }
    return words.toString();
  }

  private void readStyles(XmlPart xml) throws Unreadable {
    boolean inCellFormats = false;
    while (xml.next()) {
      if (!xml.isStart()) {
        inCellFormats &= !(xml.isEnd() && xml.name().equals("cellXfs"));
        continue;
      }
      switch (xml.name()) {
        case "numFmt" ->
            formats.put(xml.number("numFmtId", 0), xml.attribute("formatCode").orElse(""));
        case "cellXfs" -> inCellFormats = true;
        case "xf" -> {
          if (inCellFormats) {
            formatOfStyle.add(xml.number("numFmtId", 0));
          }
        }
        default -> {}
      }
    }
  }

  /** What the cell that starts here shows. */
  String read(XmlPart xml) throws Unreadable {
    String type = xml.attribute("t").orElse("n");
    int style = xml.number("s", 0);
    String value = "";
    while (xml.next() && !(xml.isEnd() && xml.name().equals("c"))) {
      if (xml.isStart() && xml.name().equals("v")) {
        value = readValue(xml);
      } else if (xml.isStart() && xml.name().equals("is")) {
        value = readRich(xml, "is");
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
    return switch (type) {
      case "s" -> sharedText(value);
      case "n" -> number(value, style);
      default -> value;
    };
  }

  private static String readValue(XmlPart xml) throws Unreadable {
    StringBuilder value = new StringBuilder();
    while (xml.next() && !xml.isEnd()) {
      if (xml.isText()) {
        value.append(xml.text());
      }
    }
    return value.toString();
  }

  private String sharedText(String index) {
    try {
      int at = Integer.parseInt(index.strip());
      return at >= 0 && at < shared.size() ? shared.get(at) : "";
    } catch (NumberFormatException notAnIndex) {
      return "";
    }
  }

  private String number(String value, int style) {
    int format = style >= 0 && style < formatOfStyle.size() ? formatOfStyle.get(style) : 0;
    String pattern =
        format == SHORT_DATE ? "yyyy/m/d" : formats.getOrDefault(format, builtIn(format));
    try {
      // POI prints the quotes around literal words of a date format.
      boolean date = DateUtil.isADateFormat(format, pattern);
      String printed = date ? pattern.replace("\"", "") : pattern;
      return formatter.formatRawCellContents(Double.parseDouble(value), format, printed);
    } catch (IllegalArgumentException notANumberOrFormat) {
      return value;
    }
  }

  private static String builtIn(int format) {
    return Optional.ofNullable(BuiltinFormats.getBuiltinFormat(format)).orElse("General");
  }
}
