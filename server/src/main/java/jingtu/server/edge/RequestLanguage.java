package jingtu.server.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jingtu.vocabulary.Language;

/** The language that a request wants to be answered in. */
public final class RequestLanguage {

  private RequestLanguage() {}

  /**
   * The preferred of the two languages in {@code Accept-Language}; Chinese where neither is named.
   */
  public static Language of(HttpServletRequest request) {
    String header = request.getHeader("Accept-Language");
    return header == null ? Language.ZH : of(header);
  }

  static Language of(String header) {
    return ranges(header).stream()
        .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed())
        .map(Locale.LanguageRange::getRange)
        .filter(range -> range.startsWith("zh") || range.startsWith("en"))
        .findFirst()
        .map(Language::of)
        .orElse(Language.ZH);
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
