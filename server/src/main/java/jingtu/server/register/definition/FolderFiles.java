package jingtu.server.register.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jingtu.vocabulary.Message;

/**
 * What lies in the folder of definitions at one moment. Files whose names begin with a point, or
 * end otherwise, are left alone: editors and copying leave such behind.
 *
 * @param definitions texts of {@code *.yaml} and {@code *.yml} by file name
 * @param codeLists texts of {@code codes/*.csv} by file name, as a spreadsheet saves them
 * @param faults why a file was not read
 */
record FolderFiles(
    SortedMap<String, String> definitions,
    SortedMap<String, String> codeLists,
    List<DefinitionFault> faults) {

  static final String CODES = "codes";

  private static final int MOST_FILES = 500;

  private static final String LIST = ".csv";

  /** What spreadsheets save where they do not save UTF-8. */
  private static final Charset OF_SPREADSHEETS = Charset.forName("GB18030");

  /** Whether a file of this name is a code list. */
  static boolean isCodeList(String file) {
    return file.startsWith(CODES + "/") && file.endsWith(LIST);
  }

  static FolderFiles in(Path folder) {
    Faulty faulty = new Faulty();
    return new FolderFiles(
        texts(folder, name -> name.endsWith(".yaml") || name.endsWith(".yml"), "", faulty),
        texts(folder.resolve(CODES), name -> name.endsWith(LIST), CODES + "/", faulty),
        List.copyOf(faulty.faults));
  }

  private static final class Faulty {
    private final List<DefinitionFault> faults = new ArrayList<>();

    void add(String file, Message problem) {
      faults.add(
          new DefinitionFault(file, 1, 1, "", problem, Message.of("definition.check-the-file")));
    }
  }

  private static SortedMap<String, String> texts(
      Path folder, Predicate<String> wanted, String prefix, Faulty faulty) {
    SortedMap<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().limit(MOST_FILES).toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(".") && wanted.test(name)) {
          read(file, prefix + name, texts, faulty);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    return texts;
  }

  private static void read(Path file, String name, SortedMap<String, String> texts, Faulty faulty) {
    try {
      if (Files.size(file) > 4L * YamlTree.LONGEST) {
        faulty.add(name, Message.of("definition.file-too-large", 4 * YamlTree.LONGEST / 1024));
      } else {
        texts.put(name, isCodeList(name) ? sheet(file) : Files.readString(file));
      }
    } catch (CharacterCodingException e) {
      faulty.add(name, Message.of("definition.file-unreadable", "UTF-8"));
    } catch (IOException e) {
      faulty.add(name, Message.of("definition.file-unreadable", String.valueOf(e.getMessage())));
    }
  }

  /** A text that a spreadsheet has saved: in UTF-8, with or without its mark, or in GB 18030. */
  private static String sheet(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException other) {
      text = OF_SPREADSHEETS.newDecoder().decode(bytes.rewind()).toString();
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
