package jingtu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingtu.testing.Needs;
import org.junit.jupiter.api.Test;

/**
 * What is said to people, in the whole repository: each sentence in both languages, each key that
 * the code names in the files, and no Chinese in Java. {@code jingtu.planreader.grammar} alone may
 * hold Chinese, since the Chinese of plans is its subject.
 */
class WordsTests {

  private static final String GRAMMAR = "jingtu/planreader/grammar/";

  /** A comment, a text block or a string, whichever comes first; only the last two are kept. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "//[^\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\\n])+'|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"",
          Pattern.DOTALL);

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private static final Pattern MESSAGE =
      Pattern.compile("(?:Message\\.of|new Message)\\(\\s*\"([a-z-]+\\.[a-z0-9.-]+)\"");

  private static final Pattern PROBLEM =
      Pattern.compile("Problem\\.of\\(\\s*HttpStatus\\.\\w+,\\s*\"([a-z-]+\\.[a-z0-9.-]+)\"");

  private static List<Path> files(String below, String suffix) {
    Path top = Needs.repository();
    try (Stream<Path> modules = Files.walk(top, 3)) {
      List<Path> roots =
          modules
              .filter(path -> !path.toString().contains("node_modules"))
              .filter(path -> Files.isDirectory(path.resolve("src/main").resolve(below)))
              .map(path -> path.resolve("src/main").resolve(below))
              .toList();
      List<Path> found = new ArrayList<>();
      for (Path root : roots) {
        try (Stream<Path> tree = Files.walk(root)) {
          tree.filter(path -> path.toString().endsWith(suffix)).forEach(found::add);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys, with their feature, that the message files of a language hold. */
  private static Set<String> keys(String language) {
    Set<String> keys = new TreeSet<>();
    String suffix = "." + language + ".properties";
    for (Path file : files("resources/messages", suffix)) {
      String name = file.getFileName().toString();
      Properties sentences = new Properties();
      try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        sentences.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String feature = name.substring(0, name.length() - suffix.length());
      sentences
          .stringPropertyNames()
          .forEach(
              key -> {
                assertThat(sentences.getProperty(key)).as("%s in %s", key, file).isNotBlank();
                keys.add(feature + "." + key);
              });
    }
    return keys;
  }

  @Test
  void everySentenceIsThereInBothLanguages() {
    assertThat(keys("zh")).isNotEmpty().isEqualTo(keys("en"));
  }

  @Test
  void everyKeyThatTheCodeNamesHasItsSentence() {
    Set<String> known = keys("zh");
    Map<String, String> missing = new TreeMap<>();
    for (Path file : files("java", ".java")) {
      String code = text(file);
      MESSAGE.matcher(code).results().forEach(m -> note(missing, known, m.group(1), file));
      PROBLEM
          .matcher(code)
          .results()
          .forEach(
              m -> {
                note(missing, known, m.group(1) + ".title", file);
                note(missing, known, m.group(1) + ".detail", file);
              });
    }
    assertThat(missing).as("keys without a sentence").isEmpty();
  }

  /** A key that ends in a dot is the beginning of several, whose end the code puts together. */
  private static void note(Map<String, String> missing, Set<String> known, String key, Path file) {
    boolean begun = key.endsWith(".") && known.stream().anyMatch(other -> other.startsWith(key));
    if (!known.contains(key) && !begun) {
      missing.put(key, file.toString());
    }
  }

  @Test
  void noJavaOutsideTheGrammarHoldsChinese() {
    List<String> found = new ArrayList<>();
    for (Path file : files("java", ".java")) {
      if (!file.toString().replace('\\', '/').contains(GRAMMAR)) {
        Matcher literal = LITERAL.matcher(text(file));
        while (literal.find()) {
          String said = literal.group();
          if (!said.startsWith("/") && HAN.matcher(said).find()) {
            found.add(Needs.repository().relativize(file) + ": " + said);
          }
        }
      }
    }
    assertThat(found).as("Han literals belong into message or data files").isEmpty();
  }
}
