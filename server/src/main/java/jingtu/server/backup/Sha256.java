package jingtu.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which every byte of an archive is checked. */
final class Sha256 {

  private static final int AT_ONCE = 1 << 16;

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Of a stream's first {@code length} bytes, or of all where it has fewer; 64 hexadecimal digits.
   */
  static String of(InputStream stream, long length) throws IOException {
    MessageDigest digest = digest();
    byte[] bytes = new byte[AT_ONCE];
    long left = length;
    int read;
    while (left > 0 && (read = stream.read(bytes, 0, (int) Math.min(left, AT_ONCE))) > 0) {
      digest.update(bytes, 0, read);
      left -= read;
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
