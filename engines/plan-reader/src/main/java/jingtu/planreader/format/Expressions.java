package jingtu.planreader.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Regular expressions kept in a data file, one a line; a line that opens with # is a remark. */
final class Expressions {

  private Expressions() {}

  /** An expression that matches what any line of the file matches. */
  static Pattern anyOf(String file) {
    try (InputStream bytes = Expressions.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("no " + file);
      }
      List<String> expressions =
          new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      return Pattern.compile(String.join("|", expressions));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
