package jingtu.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Passes on what is written, but holds back the last {@value #SEAL_BYTES} bytes. In their place
 * {@link #seal} writes the seal: the SHA-256, in hexadecimal, of everything before them.
 */
final class SealedStream extends OutputStream {

  /** Length of a seal, in bytes: 64 hexadecimal digits. */
  static final int SEAL_BYTES = 64;

  private final OutputStream out;
  private final MessageDigest digest = Sha256.digest();
  private final byte[] held = new byte[SEAL_BYTES];
  private int heldBytes;

  SealedStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int passed = Math.max(0, heldBytes + length - SEAL_BYTES);
    int passedOfHeld = Math.min(passed, heldBytes);
    int passedOfNew = passed - passedOfHeld;
    pass(held, 0, passedOfHeld);
    pass(bytes, offset, passedOfNew);
    System.arraycopy(held, passedOfHeld, held, 0, heldBytes - passedOfHeld);
    heldBytes -= passedOfHeld;
    System.arraycopy(bytes, offset + passedOfNew, held, heldBytes, length - passedOfNew);
    heldBytes += length - passedOfNew;
  }

  private void pass(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    out.write(bytes, offset, length);
  }

  /**
   * Writes the seal instead of what was held back; nothing may be written afterwards.
   *
   * @param witness hears the seal before it is written: where it fails, nothing is sealed
   */
  void seal(Consumer<String> witness) throws IOException {
    String seal = HexFormat.of().formatHex(digest.digest());
    witness.accept(seal);
    out.write(seal.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
