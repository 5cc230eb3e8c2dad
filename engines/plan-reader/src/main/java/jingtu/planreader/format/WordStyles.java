package jingtu.planreader.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The paragraph styles of a .docx, as far as they number paragraphs or mark a table of contents.
 */
final class WordStyles {

  private static final int LONGEST_CHAIN = 20;

  private record Style(
      String name, Optional<String> basedOn, Optional<String> list, OptionalInt level) {}

  private final Map<String, Style> styles;

  private WordStyles(Map<String, Style> styles) {
    this.styles = Map.copyOf(styles);
  }

  static WordStyles none() {
    return new WordStyles(Map.of());
  }

  static WordStyles read(XmlPart xml) throws Unreadable {
    Map<String, Style> styles = new HashMap<>();
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals("style")) {
        String id = xml.attribute("styleId").orElse("");
        styles.put(id, readStyle(xml));
      }
    }
    return new WordStyles(styles);
  }

  private static Style readStyle(XmlPart xml) throws Unreadable {
    String name = "";
    Optional<String> basedOn = Optional.empty();
    Optional<String> list = Optional.empty();
    OptionalInt level = OptionalInt.empty();
    while (xml.next() && !(xml.isEnd() && xml.name().equals("style"))) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "name" -> name = xml.attribute("val").orElse("");
        case "basedOn" -> basedOn = xml.attribute("val");
        case "numId" -> list = xml.attribute("val");
        case "ilvl" -> level = OptionalInt.of(xml.number("val", 0));
        case "rPr", "tblPr", "tblStylePr", "pPrChange" -> xml.skip();
        default -> {}
      }
    }
    return new Style(name, basedOn, list, level);
  }

  /** The list that a style puts its paragraphs in, its own or inherited. */
  Optional<String> listOf(String style) {
    return along(style, Style::list);
  }

  /** The level that a style says, its own or inherited. */
  Optional<Integer> levelOf(String style) {
    return along(
        style,
        it -> it.level().isPresent() ? Optional.of(it.level().getAsInt()) : Optional.empty());
  }

  /** Whether paragraphs of the style are lines of a table of contents. */
  boolean isContents(String style) {
    Style known = styles.get(style);
    return known != null && known.name().toLowerCase(Locale.ROOT).matches("toc [1-9]");
  }

  private <T> Optional<T> along(String style, Function<Style, Optional<T>> property) {
    Style current = styles.get(style);
    for (int i = 0; i < LONGEST_CHAIN && current != null; i++) {
      Optional<T> value = property.apply(current);
      if (value.isPresent()) {
        return value;
      }
      current = current.basedOn().map(styles::get).orElse(null);
    }
    return Optional.empty();
  }
}
