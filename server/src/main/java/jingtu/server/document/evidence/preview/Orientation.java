package jingtu.server.document.evidence.preview;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;

/**
 * How a camera was held, 1 to 8; 1 where nothing is said or it makes no sense. Source: EXIF 2.32,
 * tag 274 in the first directory of the APP1 segment.
 */
final class Orientation {

  private static final int UPRIGHT = 1;
  private static final int START_OF_SCAN = 0xFFDA;
  private static final int APP1 = 0xFFE1;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int ENTRY_BYTES = 12;

  private Orientation() {}

  /** That of a TIFF page. */
  static int of(IIOMetadata metadata) {
    try {
      TIFFField field =
          TIFFDirectory.createFromMetadata(metadata)
              .getTIFFField(BaselineTIFFTagSet.TAG_ORIENTATION);
      return field == null ? UPRIGHT : known(field.getAsInt(0));
    } catch (IIOInvalidTreeException | IllegalArgumentException none) {
      return UPRIGHT;
    }
  }

  static int ofJpeg(byte[] content) {
    ByteBuffer jpeg = ByteBuffer.wrap(content);
    int at = 2;
    while (at + 4 <= jpeg.limit()) {
      int marker = Short.toUnsignedInt(jpeg.getShort(at));
      int length = Short.toUnsignedInt(jpeg.getShort(at + 2));
      if (marker < 0xFF01 || marker == START_OF_SCAN || at + 2 + length > jpeg.limit()) {
        return UPRIGHT;
      }
      if (marker == APP1 && isExif(jpeg, at + 4, length - 2)) {
        return ofExif(jpeg.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static boolean isExif(ByteBuffer jpeg, int at, int length) {
    return length > EXIF.length && jpeg.slice(at, EXIF.length).equals(ByteBuffer.wrap(EXIF));
  }

  private static int ofExif(ByteBuffer exif) {
    if (exif.limit() < 8) {
      return UPRIGHT;
    }
    exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = exif.getInt(4);
    if (directory < 8 || directory > exif.limit() - 2) {
      return UPRIGHT;
    }
    int entries = Short.toUnsignedInt(exif.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (entry + ENTRY_BYTES > exif.limit()) {
        return UPRIGHT;
      }
      if (Short.toUnsignedInt(exif.getShort(entry)) == BaselineTIFFTagSet.TAG_ORIENTATION) {
        return known(Short.toUnsignedInt(exif.getShort(entry + 8)));
      }
    }
    return UPRIGHT;
  }

  private static int known(int orientation) {
    return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
  }
}
