package jingtu.server.organisation.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of words that names are recognised by; they lie in {@code /organisation}. */
final class NameData {

  private NameData() {}

  /** The lines of a list without comments and the line that names its columns. */
  static List<String> rows(String file) {
    List<String> lines = lines(file);
    return lines.subList(1, lines.size());
  }

  /** The lines of a list without comments and empty ones. */
  static List<String> lines(String file) {
    try (InputStream list = NameData.class.getResourceAsStream("/organisation/" + file)) {
      if (list == null) {
        throw new IllegalStateException(file + " is not in the program");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
