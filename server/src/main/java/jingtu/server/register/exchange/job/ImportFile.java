package jingtu.server.register.exchange.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jingtu.server.register.exchange.intake.Source;

/** The file of an import in a place of its own on disk, while it is read. */
record ImportFile(Path path) implements AutoCloseable {

  static ImportFile of(byte[] content) {
    try {
      Path path = Files.createTempFile("import", ".file");
      Files.write(path, content);
      return new ImportFile(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a temporary file", e);
    }
  }

  Source.Opening open() {
    return Source.open(path);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}
