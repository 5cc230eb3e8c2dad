package jingtu.server.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of words that the register goes by; they lie in {@code /plan} on the class path. */
final class PlanData {

  private PlanData() {}

  /** The lines of a list, without comments and empty ones. */
  static List<String> lines(String file) {
    try (InputStream list = PlanData.class.getResourceAsStream("/plan/" + file)) {
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
