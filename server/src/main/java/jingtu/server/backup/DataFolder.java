package jingtu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The files of a data folder besides the database, such as {@code regions.csv}. Left out are the
 * embedded database, whose rows are copied, and what backups themselves leave there.
 */
final class DataFolder {

  private static final String DATABASE = "jingtu.";

  /** How files are called while commands write them: {@code .a.zip-1234.part}. */
  private static final Pattern UNFINISHED = Pattern.compile("\\..+\\.part");

  private DataFolder() {}

  /**
   * The files by their paths in the folder, written with slashes; none where there is no folder.
   */
  static SortedMap<String, Path> files(Path folder) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder)) {
      all = tree.filter(Files::isRegularFile).toList();
    }
    for (Path file : all) {
      if (!isDatabase(file) && !isUnfinished(file) && !Archive.isOne(file)) {
        files.put(path(folder, file), file);
      }
    }
    return files;
  }

  /** Whether a file is one of the embedded database, by its name. */
  static boolean isDatabase(Path file) {
    return file.getFileName().toString().startsWith(DATABASE);
  }

  private static boolean isUnfinished(Path file) {
    return UNFINISHED.matcher(file.getFileName().toString()).matches();
  }

  private static String path(Path folder, Path file) {
    Path relative = folder.relativize(file);
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
