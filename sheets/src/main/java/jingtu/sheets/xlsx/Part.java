package jingtu.sheets.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import jingtu.sheets.Limits;

/**
 * The inflated bytes of a part. The stream ends in an error where there are too many of them, and
 * where they do not have the check sum that the archive states for them.
 */
final class Part extends FilterInputStream {

  private final ZipEntry entry;
  private final LongConsumer read;
  private final CRC32 checkSum = new CRC32();
  private long count;

  Part(InputStream bytes, ZipEntry entry, LongConsumer read) {
    super(bytes);
    this.entry = entry;
    this.read = read;
  }

  /** A part that inflates beyond {@link Limits}. */
  static final class Oversized extends IOException {
    Oversized(String part) {
      super(part);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int got = super.read(target, offset, length);
    if (got < 0) {
      if (entry.getCrc() >= 0 && checkSum.getValue() != entry.getCrc()) {
        throw new IOException("check sum of " + entry.getName());
      }
      return got;
    }
    checkSum.update(target, offset, got);
    count += got;
    refuseBombs();
    read.accept(got);
    return got;
  }

  private void refuseBombs() throws Oversized {
    boolean swollen =
        count > Limits.HARMLESS_BYTES
            && count / Limits.INFLATION > Math.max(1, entry.getCompressedSize());
    if (swollen || count > Limits.PART_BYTES) {
      throw new Oversized(entry.getName());
    }
  }

  /** Skipped bytes would be missing from the check sum. */
  @Override
  public long skip(long wanted) throws IOException {
    byte[] passed = new byte[(int) Math.min(wanted, 1 << 13)];
    return Math.max(0, read(passed, 0, passed.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
