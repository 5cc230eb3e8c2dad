package jingtu.server.document.evidence.preview;

import java.nio.file.Path;
import java.time.Duration;

/** Previews outside a server. */
public final class TestPreviews {

  private TestPreviews() {}

  public static Previews usual() {
    return new Previews(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static Previews with(String heap, Duration patience) {
    return new Previews(Path.of(System.getProperty("java.io.tmpdir")), heap, patience);
  }
}
