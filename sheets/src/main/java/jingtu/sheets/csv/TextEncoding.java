package jingtu.sheets.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the characters of a text file are written.
 *
 * @param markBytes length of the byte order mark before the text, 0 where there is none
 */
record TextEncoding(Charset charset, int markBytes) {

  /** The national standard that contains GBK and GB 2312, in which Excel saves Chinese text. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** The encoding's name for people. */
  String name() {
    return charset.name();
  }

  /**
   * A byte order mark decides. Without one the whole file is laid against UTF-8 (RFC 3629): text in
   * GB18030 is hardly ever well-formed UTF-8, so that the text is UTF-8 where most characters
   * beyond ASCII are well-formed, broken ones among them or not.
   */
  static TextEncoding of(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      int count = bytes.readNBytes(buffer, 0, buffer.length);
      if (startsWith(buffer, count, 0xEF, 0xBB, 0xBF)) {
        return new TextEncoding(StandardCharsets.UTF_8, 3);
      }
      if (startsWith(buffer, count, 0xFF, 0xFE)) {
        return new TextEncoding(StandardCharsets.UTF_16LE, 2);
      }
      if (startsWith(buffer, count, 0xFE, 0xFF)) {
        return new TextEncoding(StandardCharsets.UTF_16BE, 2);
      }
      Utf8Count utf8 = new Utf8Count();
      while (count > 0) {
        utf8.take(buffer, count);
        count = bytes.readNBytes(buffer, 0, buffer.length);
      }
      return new TextEncoding(utf8.prevails() ? StandardCharsets.UTF_8 : GB18030, 0);
    }
  }

  private static boolean startsWith(byte[] bytes, int count, int... mark) {
    if (count < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Counts sequences beyond ASCII that are well-formed UTF-8, and bytes that are not. */
  private static final class Utf8Count {
    private long formed;
    private long broken;
    private int missing;
    private int lowest;
    private int highest;

    void take(byte[] bytes, int count) {
      for (int i = 0; i < count; i++) {
        int value = bytes[i] & 0xFF;
        if (missing > 0) {
          inside(value);
        } else if (value >= 0x80) {
          lead(value);
        }
      }
    }

    private void inside(int value) {
      if (value < lowest || value > highest) {
        broken++;
        missing = 0;
        if (value >= 0x80) {
          lead(value);
        }
        return;
      }
      lowest = 0x80;
      highest = 0xBF;
      missing--;
      formed += missing == 0 ? 1 : 0;
    }

    /** RFC 3629, section 4: the second byte's range depends on the first. */
    private void lead(int value) {
      if (value < 0xC2 || value > 0xF4) {
        broken++;
        return;
      }
      missing = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
      lowest = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
      highest = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
    }

    boolean prevails() {
      return formed >= broken;
    }
  }
}
