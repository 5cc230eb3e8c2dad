package jingtu.server.document.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Kinds of file that people often have in hand and that are not taken in, because most office
 * machines do not show them or nobody can look into them here. Each has a way out of its own.
 */
enum ForeignKind {
  /** What an iPhone photographs. */
  HEIC("heic"),
  PICTURE("other-picture"),
  ARCHIVE("archive"),
  VIDEO("video");

  private final String message;

  ForeignKind(String message) {
    this.message = message;
  }

  /** The keys of its two sentences end so. */
  String message() {
    return message;
  }

  /** The first that the bytes look like; the order matters, for a HEIC photo begins as a video. */
  static Optional<ForeignKind> of(byte[] content) {
    String start = new String(content, 0, Math.min(content.length, 32), ISO_8859_1);
    return Arrays.stream(values())
        .filter(kind -> kind.signs().stream().anyMatch(sign -> sign.match(start)))
        .findFirst();
  }

  private List<Signs> signs() {
    return switch (this) {
      case HEIC ->
          List.of(signs(4, "ftypheic", "ftypheix", "ftyphevc", "ftypmif1", "ftypmsf1", "ftypavif"));
      case PICTURE -> List.of(signs(8, "WEBP"), signs(0, "GIF8", "BM\0\0\0\0\0\0"));
      case ARCHIVE ->
          List.of(
              signs(
                  0,
                  "PK\u0003\u0004",
                  "Rar!\u001a\u0007",
                  "7z\u00bc\u00af'\u001c",
                  "\u001f\u008b\b"));
      case VIDEO -> List.of(signs(4, "ftyp"), signs(8, "AVI "), signs(0, "\u001aE\u00df\u00a3"));
    };
  }

  private static Signs signs(int at, String... words) {
    return new Signs(at, List.of(words));
  }

  /** Any of these bytes from that place on; a zero stands for whatever byte. */
  private record Signs(int at, List<String> words) {
    boolean match(String start) {
      return words.stream().anyMatch(word -> matches(start, word));
    }

    private boolean matches(String start, String word) {
      if (start.length() < at + word.length()) {
        return false;
      }
      for (int i = 0; i < word.length(); i++) {
        if (word.charAt(i) != 0 && word.charAt(i) != start.charAt(at + i)) {
          return false;
        }
      }
      return true;
    }
  }
}
