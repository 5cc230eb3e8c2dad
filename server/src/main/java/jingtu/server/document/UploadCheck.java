package jingtu.server.document;

import java.util.List;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** Whether a file that somebody sends may come in: by its bytes and its size, not by its name. */
public final class UploadCheck {

  /** The largest file that is taken in, in bytes: 50 MiB. */
  public static final long LARGEST_BYTES = 50L * 1024 * 1024;

  private static final int LONGEST_NAME = 255;

  private UploadCheck() {}

  /** What comes of the check. */
  public sealed interface Outcome {
    record Accepted(Upload upload) implements Outcome {}

    record Rejected(Finding finding) implements Outcome {}
  }

  /** {@code name} is what the sender's machine calls the file; folders in it are dropped. */
  public static Outcome check(String name, byte[] content) {
    String plainName = plain(name);
    if (content.length == 0) {
      return rejected(plainName, "empty", List.of(), "choose-another");
    }
    if (content.length > LARGEST_BYTES) {
      return rejected(
          plainName,
          "too-large",
          List.of(megabytes(content.length), megabytes(LARGEST_BYTES)),
          "split-or-compress");
    }
    return FileKind.of(content)
        .<Outcome>map(kind -> new Outcome.Accepted(new Upload(plainName, kind, content)))
        .orElseGet(() -> rejected(plainName, "unknown-kind", List.of(), "kinds-taken"));
  }

  private static Outcome rejected(
      String place, String problem, List<String> arguments, String remedy) {
    return new Outcome.Rejected(
        new Finding(
            place,
            new Message("document." + problem, arguments),
            new Message("document." + remedy, List.of())));
  }

  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String visible = last.replaceAll("\\p{Cc}", "").strip();
    int extra = Math.max(0, visible.codePointCount(0, visible.length()) - LONGEST_NAME);
    return visible.isEmpty() ? "-" : visible.substring(visible.offsetByCodePoints(0, extra));
  }

  private static String megabytes(long bytes) {
    return Long.toString(Math.ceilDiv(bytes, 1024 * 1024));
  }
}
