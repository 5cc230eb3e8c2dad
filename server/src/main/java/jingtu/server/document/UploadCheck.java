package jingtu.server.document;

import java.util.Set;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** Whether a file that somebody sends may come in: by its bytes and its size, not by its name. */
public final class UploadCheck {

  /** The largest file that is taken in, in bytes: 50 MiB. */
  public static final long LARGEST_BYTES = 50L * 1024 * 1024;

  private static final int LONGEST_NAME = 255;

  private UploadCheck() {}

  /**
   * What one use of files takes in.
   *
   * @param remedy tells whoever sends another kind which these are
   */
  public record Taken(Set<FileKind> kinds, Message remedy) {
    public Taken {
      kinds = Set.copyOf(kinds);
    }
  }

  /** What comes of the check. */
  public sealed interface Outcome {
    record Accepted(Upload upload) implements Outcome {}

    record Rejected(Finding finding) implements Outcome {}
  }

  /** {@code name} is what the sender's machine calls the file; folders in it are dropped. */
  public static Outcome check(String name, byte[] content, Taken taken) {
    String plainName = plain(name);
    if (content.length == 0) {
      return rejected(
          plainName, Message.of("document.empty"), Message.of("document.choose-another"));
    }
    if (content.length > LARGEST_BYTES) {
      return rejected(
          plainName,
          Message.of("document.too-large", megabytes(content.length), megabytes(LARGEST_BYTES)),
          Message.of("document.split-or-compress"));
    }
    return FileKind.of(content)
        .filter(taken.kinds()::contains)
        .<Outcome>map(kind -> new Outcome.Accepted(new Upload(plainName, kind, content)))
        .orElseGet(() -> rejected(plainName, Message.of("document.unknown-kind"), taken.remedy()));
  }

  private static Outcome rejected(String place, Message problem, Message remedy) {
    return new Outcome.Rejected(new Finding(place, problem, remedy));
  }

  /** Characters that are not seen go: one that turns the direction of writing hides an ending. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String visible = last.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
    int extra = Math.max(0, visible.codePointCount(0, visible.length()) - LONGEST_NAME);
    return visible.isEmpty() ? "-" : visible.substring(visible.offsetByCodePoints(0, extra));
  }

  private static String megabytes(long bytes) {
    return Long.toString(Math.ceilDiv(bytes, 1024 * 1024));
  }
}
