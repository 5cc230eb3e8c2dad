package jingtu.planreader.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

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

  /** Lists that do not say their numerals, and how many of them each stands in, itself counted. */
  private final Map<Element, Integer> depths = new HashMap<>();

  private final Map<Element, Integer> lastNumbers = new HashMap<>();
  private boolean marksLevels;

  private PageLists() {}

  static PageLists of(Element body) {
    PageLists lists = new PageLists();
    body.traverse(lists.new Descent());
    return lists;
  }

  private final class Descent implements NodeVisitor {
    private int depth;

    @Override
    public void head(Node node, int level) {
      if (isUnnamed(node)) {
        depths.put((Element) node, ++depth);
        marksLevels |= depth > 1;
      }
    }

    @Override
    public void tail(Node node, int level) {
      depth -= isUnnamed(node) ? 1 : 0;
    }
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
      return Optional.of(Numerals.markOfLevel(depths.getOrDefault(list, 1), number));
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

  private static boolean isUnnamed(Node node) {
    return node instanceof Element list && list.nameIs("ol") && nameOf(list).isEmpty();
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
