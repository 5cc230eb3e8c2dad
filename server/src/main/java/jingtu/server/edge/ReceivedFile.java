package jingtu.server.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.multipart.MultipartFile;

/** A file that was handed in, in a place of its own on disk; deleted when it was looked at. */
public record ReceivedFile(Path file) implements AutoCloseable {

  public static ReceivedFile of(MultipartFile sent) throws IOException {
    Path file = Files.createTempFile("received", ".file");
    sent.transferTo(file);
    return new ReceivedFile(file);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
