package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of offices, bodies and governments, and lists of them.
 *
 * <p>Names are kept exactly as written. A list is parted at 、 and at 和, 及, 与, 以及 where both sides
 * are whole names. The tail 等, 等部门, 等有关单位 is dropped and makes the list open.
 */
final class Units {

  private static final Lexicon<String> ENDINGS = Lexicon.words("unit-endings.txt");
  private static final Lexicon<String> NO_UNITS = Lexicon.words("not-units.txt");
  private static final Lexicon<String> LOWER_LEVELS = Lexicon.words("lower-levels.txt");

  private static final Pattern OPEN_TAIL =
      Pattern.compile(
          "等(?:[0-9一二三四五六七八九十两]+[个家]|多个|几个|有关|相关|各有关|各相关|其他|其它|职能|成员|责任|主管|行政|国务院"
              + "|[省市县区州]直|[省市县区]级|[省市县区]政府)*(?:部门|单位|机构|部门单位|部门和单位|单位和部门|部门及单位|委办局|方面)?$");

  private static final Pattern GROUP_OPENING =
      Pattern.compile("^(?:各|[0-9一二三四五六七八九十]{1,3}个|相关|有关|所在地|所在|属地|辖区|全[省市县区州]|本|其他|其它|沿线|涉及)+");
  private static final Pattern BRACKET = Pattern.compile("[（(][^（）()]*[）)]");
  private static final Pattern PLURAL_AREA =
      Pattern.compile("^(?:地方各级|各级|设区|县级以上|乡级|镇级|村级|县级|[市县区旗州乡镇]{2,4}?)+");

  private static final Pattern AREA =
      Pattern.compile("(?:管委会|管理委员会|高新区|经开区|开发区|园区|新区|工业园|街道|街道办事处|镇|乡|农场|林场|[镇乡县区市旗州](?:人民)?政府)$");

  private Units() {}

  /** Some units, and whether the list says that it does not name everybody. */
  record UnitList(List<String> names, boolean open) {}

  /** Reads a list of units such as 甲局、乙局和丙镇等部门. */
  static UnitList list(String text) {
    List<String> names = new ArrayList<>();
    boolean open = false;
    for (String part : parts(text)) {
      Matcher tail = OPEN_TAIL.matcher(part);
      boolean more = tail.find();
      String name = more ? part.substring(0, tail.start()) : part;
      open |= more;
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return new UnitList(names, open);
  }

  /** Whether a name ends like that of an office, body, government or a group of them. */
  static boolean isUnit(String name) {
    String bare = BRACKET.matcher(name).replaceAll("");
    return bare.length() >= 2
        && bare.length() <= 30
        && bare.indexOf('的') < 0
        && NO_UNITS.atEndOf(bare).isEmpty()
        && ENDINGS.atEndOf(bare).isPresent();
  }

  /** Whether a name stands for lower governments or their areas in general: 各乡镇, 街道. */
  static boolean isLowerLevel(String name) {
    String bare = BRACKET.matcher(name).replaceAll("");
    Matcher group = GROUP_OPENING.matcher(bare);
    boolean grouped = group.find();
    String rest = grouped ? bare.substring(group.end()) : bare;
    Matcher plural = PLURAL_AREA.matcher(rest);
    boolean areas = plural.find() && plural.end() < rest.length();
    String kind = areas ? rest.substring(plural.end()) : rest;
    Optional<String> level = LOWER_LEVELS.atEndOf(kind).map(entry -> entry.getKey());
    return level.isPresent() && (grouped || (areas ? level.get().equals(kind) : isBareLevel(kind)));
  }

  /** Whether a name is that of an area or its administration: 某经开区管委会, 某镇. */
  static boolean isArea(String name) {
    return AREA.matcher(name).find();
  }

  private static boolean isBareLevel(String kind) {
    return kind.length() > 1
        && LOWER_LEVELS.at(kind, 0).filter(w -> w.getKey().equals(kind)).isPresent();
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth = Math.max(0, depth + Brackets.step(text.charAt(i)));
      int joint = depth > 0 ? 0 : jointAt(text, start, i);
      if (joint > 0) {
        parts.add(text.substring(start, i));
        start = i + joint;
        i = start - 1;
      }
    }
    parts.add(text.substring(start));
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** The length of what joins two units at {@code i}; 0 where nothing does. */
  private static int jointAt(String text, int start, int i) {
    char c = text.charAt(i);
    if (c == '、') {
      return 1;
    }
    int length = text.startsWith("以及", i) ? 2 : "和及与".indexOf(c) >= 0 ? 1 : 0;
    if (length == 0 || i == start) {
      return 0;
    }
    String left = text.substring(start, i);
    boolean whole = isUnit(left) || isLowerLevel(left) || OPEN_TAIL.matcher(left).find();
    return whole && startsUnit(text, i + length) ? length : 0;
  }

  private static boolean startsUnit(String text, int from) {
    int end = text.indexOf('、', from);
    String right = text.substring(from, end < 0 ? text.length() : end);
    return isUnit(right) || isLowerLevel(right) || OPEN_TAIL.matcher(right).find();
  }
}
