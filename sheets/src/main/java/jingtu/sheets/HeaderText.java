package jingtu.sheets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written over a column, taken apart: {@code *镉 （mg/kg）} is the name {@code 镉} with {@code
 * mg/kg} in brackets.
 *
 * @param name without brackets, as written
 * @param bracketed what stands in brackets, as written, from left to right
 */
public record HeaderText(String name, List<String> bracketed) {

  /** Brackets of all kinds and widths, not nested. */
  private static final Pattern BRACKETED =
      Pattern.compile(
          "[(\\[{\uFF08\uFF3B\u3010\u3014\u3016]([^()\\[\\]\uFF08\uFF09]*)"
              + "[)\\]}\uFF09\uFF3D\u3011\u3015\u3017]");

  /** Marks of required columns and of lists around a name. */
  private static final Pattern AROUND =
      Pattern.compile("^[*\u203B\uFF0A]+|[*\uFF0A:\uFF1A\u3001,;]+$");

  public HeaderText {
    bracketed = List.copyOf(bracketed);
  }

  public static HeaderText of(String written) {
    List<String> bracketed = new ArrayList<>();
    Matcher brackets = BRACKETED.matcher(written);
    while (brackets.find()) {
      bracketed.add(Blanks.strip(brackets.group(1)));
    }
    String name = around(BRACKETED.matcher(written).replaceAll(""));
    return new HeaderText(name, bracketed);
  }

  private static String around(String text) {
    return Blanks.strip(AROUND.matcher(Blanks.strip(text)).replaceAll(""));
  }

  /**
   * The form in which names are compared: one width and one case, no blanks, no marks around
   * (compatibility forms of Unicode, UAX 15); brackets are kept.
   */
  public static String comparable(String written) {
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(around(written), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(character -> !Blanks.isBlank((char) character))
        .forEach(character -> kept.append((char) character));
    return kept.toString();
  }
}
