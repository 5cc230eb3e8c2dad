package jingtu.server.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;

/**
 * A data folder that is filled in a folder inside it, whose content takes its place once it is
 * whole: a start in between finds no half-filled database. It can be entered by its owner alone.
 */
public final class NewFolder implements AutoCloseable {

  private static final int MOST_NAMED = 10;
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path target;
  private final Path unfinished;

  private NewFolder(Path target, Path unfinished) {
    this.target = target;
    this.unfinished = unfinished;
  }

  /** Begins to fill a folder that is absent or empty. */
  public static NewFolder at(Path target) throws IOException {
    if (!Files.exists(target)) {
      Files.createDirectories(target, OWNER_ONLY);
    }
    return new NewFolder(target, Files.createTempDirectory(target, "restoring-", OWNER_ONLY));
  }

  /** What lies in a folder that should be absent or empty. */
  public static Optional<Finding> inTheWay(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> content = Files.list(folder)) {
      String names =
          content
              .map(path -> path.getFileName().toString())
              .sorted()
              .limit(MOST_NAMED)
              .collect(Collectors.joining(", "));
      return names.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Finding(
                  "",
                  Message.of("backup.folder-not-empty", folder, names),
                  Message.of("backup.empty-folder")));
    }
  }

  /** Where its content lies until it is kept. */
  public Path unfinished() {
    return unfinished;
  }

  /** Puts its content in place, the database last. */
  public void keep() throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(unfinished)) {
      all = tree.toList();
    }
    for (Path path : all) {
      toDisk(path);
    }
    List<Path> content =
        all.stream()
            .filter(path -> unfinished.equals(path.getParent()))
            .sorted(Comparator.comparing(DataFolder::isDatabase))
            .toList();
    for (Path path : content) {
      Files.move(path, target.resolve(path.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    toDisk(target);
  }

  private static void toDisk(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      channel.force(true);
    }
  }

  /** Removes what was not kept. */
  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        unfinished,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
