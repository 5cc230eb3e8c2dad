package jingtu.planreader.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The numbers before the items of a page's ordered lists (HTML, 4.4.5 and 4.4.8), counted while the
 * page is read from its beginning.
 *
 * <p>A browser prints 1. on every level of lists that stand inside each other and do not say their
 * numerals; so does a word processor write a document of Chinese numbers as a page. Where a page
 * has such lists, theirs are the marks that documents give their levels (GB/T 9704-2012, 7.3.3).
 */
final class PageLists {

  private static final Pattern LIST_STYLE =
      Pattern.compile("list-style(?:-type)?\\s*:\\s*([a-z-]+)", Pattern.CASE_INSENSITIVE);
  private static final int IDEOGRAPHIC_COMMA = 0x3001;

  private final boolean marksLevels;
  private final Map<Element, Integer> lastNumbers = new HashMap<>();

  private PageLists(boolean marksLevels) {
    this.marksLevels = marksLevels;
  }

  static PageLists of(Element body) {
    return new PageLists(
        body.select("ol ol").stream().anyMatch(list -> isUnnamed(list) && depth(list) > 1));
  }

  /** The number before an item; empty for all other elements and where no number is printed. */
  Optional<String> label(Element item) {
    Element list = item.parent();
    if (!item.nameIs("li") || list == null || !list.nameIs("ol")) {
      return Optional.empty();
    }
    int number = count(item, list);
    Optional<String> named = styleOf(item).or(() -> nameOf(list));
    if (named.isEmpty() && marksLevels) {
      return Optional.of(Numerals.markOfLevel(depth(list), number));
    }
    Numerals numerals = Numerals.ofPage(named.orElse("decimal"));
    return numerals == Numerals.NOTHING
        ? Optional.empty()
        : Optional.of(withSeparator(numerals.write(number)));
  }

  private static String withSeparator(String number) {
    boolean ascii = number.codePointAt(0) < 0x80;
    return number + (ascii ? "." : Character.toString(IDEOGRAPHIC_COMMA));
  }

  private int count(Element item, Element list) {
    int next =
        lastNumbers.containsKey(list)
            ? lastNumbers.get(list) + 1
            : attribute(list, "start").orElse(1);
    int number = attribute(item, "value").orElse(next);
    lastNumbers.put(list, number);
    return number;
  }

  /** How many lists without numerals of their own a list stands in, itself counted. */
  private static int depth(Element list) {
    return (int) list.parents().stream().filter(PageLists::isUnnamed).count() + 1;
  }

  private static boolean isUnnamed(Element element) {
    return element.nameIs("ol") && nameOf(element).isEmpty();
  }

  private static Optional<String> nameOf(Element list) {
    return styleOf(list)
        .or(() -> list.hasAttr("type") ? Optional.of(list.attr("type")) : Optional.empty());
  }

  private static Optional<String> styleOf(Element element) {
    Matcher style = LIST_STYLE.matcher(element.attr("style"));
    return style.find() ? Optional.of(style.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  /** A whole number in an attribute. */
  static Optional<Integer> attribute(Element element, String name) {
    String value = element.attr(name);
    return value.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(value)) : Optional.empty();
  }
}
