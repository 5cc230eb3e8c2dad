package jingtu.planreader.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jingtu.planreader.format.Numbering.Level;
import jingtu.planreader.format.Numbering.ListInUse;

/** Reads {@code numbering.xml} of a .docx: abstract lists, lists in use, and their overrides. */
final class WordNumbering {

  private final Map<String, Map<Integer, Level>> abstractLists = new HashMap<>();
  private final Map<String, String> abstractByStyle = new HashMap<>();
  private final Map<String, String> styleLinks = new HashMap<>();
  private final Map<String, Integer> levelByStyle = new HashMap<>();
  private final Map<String, ListInUse> lists = new HashMap<>();

  private WordNumbering() {}

  static WordNumbering none() {
    return new WordNumbering();
  }

  static WordNumbering read(XmlPart xml) throws Unreadable {
    WordNumbering numbering = new WordNumbering();
    while (xml.next()) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "abstractNum" -> numbering.readAbstract(xml);
        case "num" -> numbering.readList(xml);
        default -> {}
      }
    }
    return numbering;
  }

  /** Begins to count. */
  Numbering start() {
    return new Numbering(lists);
  }

  /** The level that belongs to a style, where a list says so instead of the style. */
  Optional<Integer> levelOf(String style) {
    return Optional.ofNullable(levelByStyle.get(style));
  }

  private void readAbstract(XmlPart xml) throws Unreadable {
    String id = xml.attribute("abstractNumId").orElse("");
    Map<Integer, Level> levels = new HashMap<>();
    while (xml.next() && !(xml.isEnd() && xml.name().equals("abstractNum"))) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "lvl" -> levels.put(xml.number("ilvl", 0), readLevel(xml));
        case "styleLink" -> xml.attribute("val").ifPresent(it -> abstractByStyle.put(it, id));
        case "numStyleLink" -> xml.attribute("val").ifPresent(it -> styleLinks.put(id, it));
        default -> {}
      }
    }
    abstractLists.put(id, levels);
  }

  private Level readLevel(XmlPart xml) throws Unreadable {
    int level = xml.number("ilvl", 0);
    int start = 1;
    Numerals numerals = Numerals.DECIMAL;
    String pattern = "";
    int restartAfter = -1;
    boolean plainDigits = false;
    while (xml.next() && !(xml.isEnd() && xml.name().equals("lvl"))) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "start" -> start = xml.number("val", 1);
        case "numFmt" -> numerals = Numerals.ofWord(xml.attribute("val").orElse("decimal"));
        case "lvlText" -> pattern = xml.attribute("val").orElse("");
        case "lvlRestart" -> restartAfter = xml.number("val", -1);
        case "isLgl" -> plainDigits = xml.isOn();
        case "pStyle" -> xml.attribute("val").ifPresent(it -> levelByStyle.put(it, level));
        case "rPr", "pPr" -> xml.skip();
        default -> {}
      }
    }
    return new Level(start, numerals, pattern, restartAfter, plainDigits);
  }

  private void readList(XmlPart xml) throws Unreadable {
    String id = xml.attribute("numId").orElse("");
    String counter = "";
    Map<Integer, Level> levels = new HashMap<>();
    Map<Integer, Integer> startOverrides = new HashMap<>();
    int level = 0;
    while (xml.next() && !(xml.isEnd() && xml.name().equals("num"))) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "abstractNumId" -> {
          counter = resolve(xml.attribute("val").orElse(""));
          levels.putAll(abstractLists.getOrDefault(counter, Map.of()));
        }
        case "lvlOverride" -> level = xml.number("ilvl", 0);
        case "startOverride" -> startOverrides.put(level, xml.number("val", 1));
        case "lvl" -> levels.put(level, readLevel(xml));
        default -> {}
      }
    }
    lists.put(id, new ListInUse(counter, levels, startOverrides));
  }

  /** An abstract list may stand for the one that a list style defines. */
  private String resolve(String id) {
    String style = styleLinks.get(id);
    return style == null ? id : abstractByStyle.getOrDefault(style, id);
  }
}
