package jingtu.planreader.grammar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands around a plan: titles, notices that pass it on, numbers, dates, addressees, marks.
 */
public final class Titles {

  private static final Pattern TITLE =
      Pattern.compile(
          "(?:方案|计划|规划|纲要|意见|办法|细则|规定|措施|要点|决定|分解表|分工表|任务表|责任清单|任务清单|任务书|清单|一览表)"
              + "(?:[（(][^（）()]{1,20}[）)])*$");
  private static final Pattern PLAN_TITLE =
      Pattern.compile("(?:方案|计划|规划|意见|要点|分解表|分工表|任务表|任务清单|责任清单)(?:[（(][^（）()]{1,20}[）)])*$");
  private static final Pattern NOTICE =
      Pattern.compile("关于.*(?:印发|发布|下发|转发|公布|做好|开展|加强|推进|同意).*的?(?:通知|批复|公告|意见|决定|函)$");
  private static final Pattern PART_LABEL =
      Pattern.compile("^第[一二三四五六七八九十0-9]{1,3}[篇部分][：:、]?.{0,60}$");
  private static final Pattern ANNEX =
      Pattern.compile("^(?:附件|附表|附录|附)(?:[0-9０-９一二三四五六七八九十]{1,3})?[：:、.．]?(.{0,50})$");
  private static final Pattern ANNEX_LIST = Pattern.compile("^附[件表][：:]?[1１一][、.．]");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[\\u4e00-\\u9fff]{1,14}[〔\\[［（(【{]?(?:19|20)[0-9]{2}[〕\\]］）)】}][第]?[0-9]{1,4}号");
  private static final Pattern DATE =
      Pattern.compile(
          "((?:19|20)[0-9]{2}|[二][〇○零O0一二三四五六七八九]{3})[年\\-./]([0-9]{1,2}|[一二三四五六七八九十]{1,3})[月\\-./]([0-9]{1,2}|[一二三四五六七八九十]{1,3})日?");
  private static final Pattern QUOTED = Pattern.compile("《((?:[^《》]|《[^《》]*》)+)》");
  private static final Pattern DISCLOSURE =
      Pattern.compile(
          "此件(?:主动公开|公开发布|依申请公开|不予公开|不公开|删减后公开)|主动公开|公开发布|依申请公开|不予公开|绝密|机密|秘密|内部资料|内部文件");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})年");

  private static final Pattern PERIOD =
      Pattern.compile("十[三四五六]五”?(?:末|期末|期间|时期)|三年行动|[0-9]{4}[—－–~-][0-9]{4}年");
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:<[^<>]{0,20}>|&[a-z]{1,8};)*第[一二三四五六七八九十百零0-9]{1,6}条");
  private static final Pattern NUMBER_YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
  private static final Pattern BASIS = Pattern.compile("根据|按照|依据|贯彻|落实|依照|遵照");

  private Titles() {}

  /** Whether a paragraph may be the title of a document. */
  public static boolean isTitle(String words) {
    return words.length() >= 5
        && words.length() <= 80
        && TITLE.matcher(words).find()
        && noneOf(words, "，,。；;：:！？")
        && Enumerator.at(words).isEmpty()
        && !words.startsWith("附件");
  }

  /** Whether a title is that of a plan, not of a list or a rule. */
  public static boolean isPlanTitle(String words) {
    return PLAN_TITLE.matcher(words).find();
  }

  /** Whether a paragraph is an article of a law: 第三条 …. */
  public static boolean isArticle(String words) {
    return ARTICLE.matcher(words.substring(0, Math.min(words.length(), 40))).find();
  }

  /** Whether a title is that of a table, which may be an annex of a plan. */
  public static boolean isTable(String words) {
    return words.endsWith("表") || words.contains("清单");
  }

  /** Whether a paragraph is the title of a letter that passes a document on. */
  public static boolean isNotice(String words) {
    return words.length() <= 120 && noneOf(words, "。；") && NOTICE.matcher(words).find();
  }

  /** Whether a paragraph opens the papers of a document: 某县人民政府文件, its number, 第二篇. */
  public static boolean opensPapers(String words) {
    return words.length() <= 70
        && noneOf(words, "。；，")
        && (words.endsWith("文件") || isNumberLine(words) || PART_LABEL.matcher(words).matches());
  }

  private static boolean isNumberLine(String words) {
    Matcher number = NUMBER.matcher(words);
    return number.find() && number.end() - number.start() >= words.length() - 2;
  }

  /** The rest of a line that opens an annex: empty for 附件1, the name for 附件1：某表. */
  public static Optional<String> annex(String words) {
    Matcher annex = ANNEX.matcher(words);
    return annex.matches() && Enumerator.at(annex.group(1)).isEmpty() && noneOf(words, "，。；")
        ? Optional.of(annex.group(1))
        : Optional.empty();
  }

  /** Whether a line under a letter begins to list what is annexed: 附件：1.某名单. */
  public static boolean listsAnnexes(String words) {
    return ANNEX_LIST.matcher(words).find() && noneOf(words, "，。；");
  }

  /** The document number printed in some words, outside titles. */
  public static Optional<String> number(String words) {
    Matcher number = NUMBER.matcher(words);
    return number.find() ? Optional.of(number.group()) : Optional.empty();
  }

  /** The day that a paragraph consists of, or ends with. */
  public static Optional<LocalDate> day(String words) {
    Matcher date = DATE.matcher(words);
    if (!date.find() || date.end() < words.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              year(date.group(1)), Numerals.read(date.group(2)), Numerals.read(date.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether words are nothing but a day, as that under a signature. */
  static boolean isDay(String words) {
    return DATE.matcher(words).matches();
  }

  private static int year(String digits) {
    int year = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      year = year * 10 + (c == 'O' ? 0 : Math.max(0, Numerals.digit(c)));
    }
    return year;
  }

  /** The year that a title names: 某县2021年…方案. */
  public static Optional<Integer> yearOf(String title) {
    Matcher year = YEAR.matcher(title);
    return year.find() ? Optional.of(Integer.valueOf(year.group(1))) : Optional.empty();
  }

  /** Whether some words speak of a later year, or of a five-year period. */
  public static boolean looksBeyond(String words, int year) {
    return PERIOD.matcher(words).find()
        || YEAR.matcher(words).results().anyMatch(it -> Integer.parseInt(it.group(1)) > year);
  }

  /** The year in a document number: 〔2021〕. */
  public static Optional<Integer> yearOfNumber(String number) {
    Matcher year = NUMBER_YEAR.matcher(number);
    return year.find() ? Optional.of(Integer.valueOf(year.group())) : Optional.empty();
  }

  /** To whom a letter is sent: the names in a line that ends with a colon. */
  public static List<String> addressees(String words) {
    boolean salutation =
        words.length() <= 160
            && (words.endsWith("：") || words.endsWith(":"))
            && (words.startsWith("各")
                || Units.isUnit(words.substring(0, words.length() - 1))
                || words.contains("单位"))
            && noneOf(words, "。；");
    if (!salutation) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < words.length(); i++) {
      depth = Math.max(0, depth + Brackets.step(words.charAt(i)));
      if (depth == 0 && "，,、；：:".indexOf(words.charAt(i)) >= 0) {
        names.add(words.substring(start, i));
        start = i + 1;
      }
    }
    names.removeIf(String::isEmpty);
    return names;
  }

  /** Whether a sentence says on what a document is based. */
  public static boolean namesBasis(String words) {
    return words.length() >= 20 && BASIS.matcher(words).find();
  }

  /** Titles in 《》. */
  public static List<String> quoted(String words) {
    return QUOTED.matcher(words).results().map(found -> found.group(1)).toList();
  }

  /** Who sends a letter, as its title says: 某县人民政府关于印发…. */
  public static Optional<String> sender(String notice) {
    int from = Math.max(notice.indexOf('：'), notice.indexOf('】')) + 1;
    int about = notice.indexOf("关于", from);
    return about >= from + 4 && about <= from + 60
        ? Optional.of(notice.substring(from, about))
        : Optional.empty();
  }

  /** Whether a paragraph is the name of an office and nothing else, as under a letter. */
  public static boolean isSignature(String words) {
    return words.length() >= 4
        && words.length() <= 40
        && noneOf(words, "，,。；：:、《")
        && !words.contains("关于")
        && Units.isUnit(words);
  }

  /** The words after a bullet. */
  public static String withoutBullet(String words) {
    int start = 0;
    while (start < words.length() && "•·●■◆-—*".indexOf(words.charAt(start)) >= 0) {
      start++;
    }
    return words.substring(start);
  }

  /** The mark that says whether the document is public or secret. */
  public static Optional<String> disclosure(String words) {
    Matcher mark = DISCLOSURE.matcher(words);
    return words.length() <= 30 && mark.find() ? Optional.of(mark.group()) : Optional.empty();
  }

  private static boolean noneOf(String words, String characters) {
    return words.chars().noneMatch(c -> characters.indexOf(c) >= 0);
  }
}
