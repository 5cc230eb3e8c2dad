package jingtu.server.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What lies in a ZIP file, out of its central directory: nothing is unpacked, so a file that would
 * unpack to terabytes costs nothing. A damaged directory has no entries; one that stands behind
 * other bytes, as in a picture with an archive at its end, is found. Source: PKWARE APPNOTE 6.3,
 * 4.3.7, 4.3.12 and 4.3.16.
 */
public final class ZipListing {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int LOCKED = 1;
  private static final int DEFLATED = 8;

  private final ByteBuffer zip;
  private final List<Entry> entries = new ArrayList<>();

  private ZipListing(byte[] content) {
    this.zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * One file in it.
   *
   * @param locked whether a password is asked for
   * @param deflated whether its bytes are compressed
   * @param packedBytes how many bytes it takes in the ZIP file
   * @param header where its own header begins
   */
  public record Entry(String name, boolean locked, boolean deflated, int packedBytes, int header) {}

  /** The listing of a whole file. */
  public static ZipListing of(byte[] content) {
    ZipListing listing = new ZipListing(content);
    listing.list();
    return listing;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  Set<String> names() {
    return entries.stream().map(Entry::name).collect(Collectors.toSet());
  }

  /** The first bytes of an entry, unpacked; none where it is damaged. */
  public byte[] start(Entry entry, int mostBytes) {
    if (entry.header() < 0 || entry.header() > zip.limit() - LOCAL_LENGTH) {
      return new byte[0];
    }
    int from =
        entry.header()
            + LOCAL_LENGTH
            + unsigned(entry.header() + 26)
            + unsigned(entry.header() + 28);
    int length = Math.min(entry.packedBytes(), zip.limit() - from);
    if (length <= 0) {
      return new byte[0];
    }
    Inflater inflater = new Inflater(true);
    try (InputStream packed = new ByteArrayInputStream(zip.array(), from, length);
        InputStream bytes = entry.deflated() ? new InflaterInputStream(packed, inflater) : packed) {
      return bytes.readNBytes(mostBytes);
    } catch (IOException damaged) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  private void list() {
    int end = end();
    int at = end < 0 ? -1 : directory(end);
    while (isEntry(at)) {
      int nameLength = unsigned(at + 28);
      int next = at + ENTRY_LENGTH + nameLength;
      if (next > zip.limit()) {
        return;
      }
      byte[] name = new byte[nameLength];
      zip.get(at + ENTRY_LENGTH, name);
      entries.add(
          new Entry(
              new String(name, StandardCharsets.UTF_8),
              (unsigned(at + 8) & LOCKED) != 0,
              unsigned(at + 10) == DEFLATED,
              zip.getInt(at + 20),
              zip.getInt(at + 42)));
      at = next + unsigned(at + 30) + unsigned(at + 32);
    }
  }

  private int end() {
    int earliest = Math.max(0, zip.limit() - END_LENGTH - 0xFFFF);
    for (int at = zip.limit() - END_LENGTH; at >= earliest; at--) {
      if (zip.getInt(at) == END_SIGNATURE) {
        return at;
      }
    }
    return -1;
  }

  /** It ends where the end record begins; where that is not so, it may be where the record says. */
  private int directory(int end) {
    int before = end - zip.getInt(end + 12);
    return isEntry(before) ? before : zip.getInt(end + 16);
  }

  private boolean isEntry(int at) {
    return at >= 0 && at <= zip.limit() - ENTRY_LENGTH && zip.getInt(at) == ENTRY_SIGNATURE;
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }
}
