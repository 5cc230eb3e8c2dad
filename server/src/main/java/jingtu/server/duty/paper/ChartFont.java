package jingtu.server.duty.paper;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a font of the machine that can show words. */
final class ChartFont {

  /** The plainest first; the rest of the machine's fonts follow in the order of their names. */
  private static final List<String> PREFERRED =
      List.of(
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "Microsoft YaHei",
          "SimHei",
          "WenQuanYi Micro Hei",
          "Noto Serif CJK SC",
          "SimSun");

  private static final int LETTERS = 12;

  private ChartFont() {}

  /** The family of a font that has every letter of the words; empty where there is none. */
  static Optional<String> showing(String words) {
    try {
      return showing(
          words,
          Arrays.stream(
                  GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
              .sorted()
              .toList());
    } catch (InternalError | LinkageError noFonts) {
      // A machine without any font, or without the libraries that read them.
      return Optional.empty();
    }
  }

  /** The first that can, of the fonts that a machine has. */
  static Optional<String> showing(String words, List<String> families) {
    return Stream.concat(PREFERRED.stream().filter(families::contains), families.stream())
        .filter(family -> new Font(family, Font.PLAIN, LETTERS).canDisplayUpTo(words) < 0)
        .findFirst();
  }
}
