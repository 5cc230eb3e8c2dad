package jingtu.server.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The names in a ZIP file, out of its central directory: nothing is unpacked, so a file that would
 * unpack to terabytes costs nothing. A damaged directory has no names. Source: PKWARE APPNOTE 6.3,
 * 4.3.12 and 4.3.16.
 */
final class ZipListing {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;

  private ZipListing() {}

  /** {@code zip} is little-endian and holds the whole file. */
  static Set<String> names(ByteBuffer zip) {
    Set<String> names = new HashSet<>();
    int entry = startOfDirectory(zip);
    while (entry >= 0
        && entry + ENTRY_LENGTH <= zip.limit()
        && zip.getInt(entry) == ENTRY_SIGNATURE) {
      int nameLength = unsigned(zip, entry + 28);
      int end = entry + ENTRY_LENGTH + nameLength;
      if (end > zip.limit()) {
        return names;
      }
      byte[] name = new byte[nameLength];
      zip.get(entry + ENTRY_LENGTH, name);
      names.add(new String(name, StandardCharsets.UTF_8));
      entry = end + unsigned(zip, entry + 30) + unsigned(zip, entry + 32);
    }
    return names;
  }

  private static int startOfDirectory(ByteBuffer zip) {
    int earliest = Math.max(0, zip.limit() - END_LENGTH - 0xFFFF);
    for (int at = zip.limit() - END_LENGTH; at >= earliest; at--) {
      if (zip.getInt(at) == END_SIGNATURE) {
        return zip.getInt(at + 16);
      }
    }
    return -1;
  }

  private static int unsigned(ByteBuffer zip, int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }
}
