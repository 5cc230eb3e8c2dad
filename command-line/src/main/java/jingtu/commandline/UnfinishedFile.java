package jingtu.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;

/**
 * A file that appears under its name only when it is whole. Until then it lies beside that place
 * under another name; given up, or the process stopped, it goes without a trace.
 */
final class UnfinishedFile implements AutoCloseable {

  private final Path place;
  private final Path unfinished;
  private final Thread onStop = new Thread(this::remove);
  private boolean over;

  private UnfinishedFile(Path place, Path unfinished) {
    this.place = place;
    this.unfinished = unfinished;
  }

  /**
   * Begins a file.
   *
   * @param place where it will lie; what lies there stays until then
   * @param attributes of the file from its beginning, such as who may read it
   * @throws IOException where nothing can be written beside the place
   */
  static UnfinishedFile at(Path place, FileAttribute<?>... attributes) throws IOException {
    Path whole = place.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder));
    }
    String name = "." + whole.getFileName() + "-" + ProcessHandle.current().pid() + ".part";
    Path beside = Files.createFile(folder.resolve(name), attributes);
    UnfinishedFile file = new UnfinishedFile(whole, beside);
    Runtime.getRuntime().addShutdownHook(file.onStop);
    return file;
  }

  /** Where it lies for now. */
  Path path() {
    return unfinished;
  }

  OutputStream open() throws IOException {
    return Files.newOutputStream(unfinished);
  }

  /** Puts the whole file in its place, over one that lies there. */
  synchronized void finish() throws IOException {
    if (!over) {
      Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING);
      over = true;
    }
  }

  /** The same, once all of it is on the disk, so that a power cut leaves the whole or nothing. */
  void finishOnDisk() throws IOException {
    toDisk(unfinished);
    finish();
    toDisk(place.resolveSibling("."));
  }

  private static void toDisk(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      channel.force(true);
    }
  }

  private synchronized void remove() {
    if (!over) {
      over = true;
      // Nobody is left to be told where the file cannot be removed.
      boolean gone = unfinished.toFile().delete();
      assert gone || !Files.exists(unfinished);
    }
  }

  @Override
  public void close() {
    remove();
    Runtime.getRuntime().removeShutdownHook(onStop);
  }
}
