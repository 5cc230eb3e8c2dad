package jingtu.vocabulary;

import java.util.Locale;

/**
 * The two languages in which Jingtu speaks. Chinese comes first: it is the language of the office.
 */
public enum Language {
  ZH("zh"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, which is also the suffix of message files: {@code zh} or {@code en}. */
  public String tag() {
    return tag;
  }

  /** The language for a tag such as {@code en-GB}; Chinese for everything that is not English. */
  public static Language of(String tag) {
    return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
  }
}
