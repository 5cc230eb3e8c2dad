package jingtu.planreader.grammar;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What numbers a heading or an item: 第一章, 第三条, 任务一：, 第一阶段：, 一、, （一）, 1., （1）, ①.
 *
 * @param rank the style's place in the order that plans keep: 0 第一章, 1 第一节, 2 一、 and 第三条, 3 （一） and
 *     任务一, 4 1., 5 （1）, 6 ①; 1.1 stands with 5 and 1.1.1 with 6
 * @param number the number itself
 * @param length how many characters it takes
 */
public record Enumerator(int rank, int number, int length) {

  public static final int CHAPTER = 0;
  public static final int ARTICLE = 2;
  public static final int SECTION = 3;
  public static final int ITEM = 4;
  public static final int DEEPEST = 6;

  private static final String HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,5}";
  private static final Pattern SHAPE =
      Pattern.compile(
          "^(?:第(?<part>"
              + HAN_NUMBER
              + "|[0-9]{1,3})(?<kind>[章编篇节条])"
              + "|(?:专项行动|任务|行动|专项|工程|阶段)(?<named>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[：:、.．]?(?![年月日个项期])"
              + "|第(?<stage>[一二三四五六七八九十]{1,2})(?:阶段|步)[：:、]?"
              + "|(?<han>"
              + HAN_NUMBER
              + ")[、.．，,]"
              + "|[（(〔](?<bracketed>"
              + HAN_NUMBER
              + ")[）)〕]、?"
              + "|(?<decimal>[0-9]{1,2}(?:[.．][0-9]{1,2}){1,4})[、.．]?(?![0-9%％年月日个万亿])"
              + "|(?<plain>[0-9]{1,3})[、.．]"
              + "|[（(](?<inner>[0-9]{1,3})[）)]、?"
              + "|(?<half>[0-9]{1,2})[）)]"
              + "|(?<ring>[①-⑳])"
              + "|(?<bare>[1-9][0-9]?)(?=[\\u4e00-\\u9fff]{4}))");

  /** What follows a bare number in a sentence: 3家企业, 2020年, 12月. */
  private static final Pattern COUNTED =
      Pattern.compile("^[年月日号时分个家项处座条名人次户村万亿亩吨公千米元倍成届级类种批所台套辆轮期周天小度]");

  /** Reads the number at the start of a paragraph. */
  public static Optional<Enumerator> at(String paragraph) {
    if (paragraph.isEmpty() || !mayOpen(paragraph.charAt(0))) {
      return Optional.empty();
    }
    Matcher shape = SHAPE.matcher(paragraph).region(0, Math.min(paragraph.length(), 40));
    if (!shape.find()) {
      return Optional.empty();
    }
    return rankOf(shape, paragraph).stream()
        .mapToObj(rank -> new Enumerator(rank, numberOf(shape), shape.end()))
        .findFirst();
  }

  private static boolean mayOpen(char c) {
    return "第百任行专工阶".indexOf(c) >= 0 || Joints.opensNumber(c) || c == '0' || (c >= '①' && c <= '⑳');
  }

  private static OptionalInt rankOf(Matcher shape, String paragraph) {
    if (shape.group("part") != null) {
      return OptionalInt.of(
          switch (shape.group("kind")) {
            case "条" -> ARTICLE;
            case "节" -> 1;
            default -> CHAPTER;
          });
    }
    if (shape.group("named") != null || shape.group("stage") != null) {
      return OptionalInt.of(SECTION);
    }
    if (shape.group("han") != null) {
      return OptionalInt.of(2);
    }
    if (shape.group("bracketed") != null) {
      return OptionalInt.of(SECTION);
    }
    String decimal = shape.group("decimal");
    if (decimal != null) {
      return OptionalInt.of(Math.min(DEEPEST, ITEM + decimal.split("[.．]", -1).length - 1));
    }
    if (shape.group("bare") != null) {
      boolean counted = COUNTED.matcher(paragraph.substring(shape.end())).find();
      return counted ? OptionalInt.empty() : OptionalInt.of(ITEM);
    }
    if (shape.group("plain") != null) {
      return OptionalInt.of(ITEM);
    }
    return OptionalInt.of(shape.group("ring") != null ? DEEPEST : 5);
  }

  private static int numberOf(Matcher shape) {
    for (String group :
        new String[] {
          "part", "named", "stage", "han", "bracketed", "plain", "inner", "half", "bare"
        }) {
      String digits = shape.group(group);
      if (digits != null) {
        return Numerals.read(digits);
      }
    }
    String ring = shape.group("ring");
    return ring == null ? 1 : ring.charAt(0) - '①' + 1;
  }
}
