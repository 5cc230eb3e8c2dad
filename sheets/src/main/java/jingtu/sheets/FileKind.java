package jingtu.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jingtu.sheets.SheetFile.Opened;
import jingtu.sheets.SheetFile.Opening;
import jingtu.sheets.SheetFile.Refused;
import jingtu.sheets.csv.CsvFile;
import jingtu.sheets.xlsx.Workbook;

/** Tells what a file is by its first bytes; names of files are not asked. */
final class FileKind {

  /** Local file header of a zip file (PKWARE APPNOTE 4.3.7), and the end of an empty one. */
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

  /** Compound file header ([MS-CFB] 2.2): .xls, .doc and all encrypted Office files. */
  private static final byte[] COMPOUND = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private static final int HEADER_BYTES = 512;
  private static final int SECTOR_SHIFT_AT = 30;
  private static final int DIRECTORY_AT = 48;
  private static final int DIRECTORY_SECTORS = 4;

  private FileKind() {}

  static Opening open(Path file) {
    try {
      return new Opened(understand(file));
    } catch (Unreadable refusal) {
      return new Refused(refusal.finding(file));
    } catch (IOException unreachable) {
      return new Refused(Unreadable.because("unreachable").finding(file));
    }
  }

  private static SheetFile understand(Path file) throws IOException, Unreadable {
    byte[] head = read(file, 0, HEADER_BYTES);
    if (head.length == 0) {
      throw Unreadable.because("empty");
    }
    if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) {
      return Workbook.open(file);
    }
    if (startsWith(head, COMPOUND)) {
      throw Unreadable.because(isEncrypted(file, head) ? "encrypted" : "old-workbook");
    }
    return CsvFile.open(file);
  }

  private static boolean startsWith(byte[] head, byte[] mark) {
    return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
  }

  /** An encrypted Office file has a stream of this name ([MS-OFFCRYPTO] 2.3.4.4). */
  private static boolean isEncrypted(Path file, byte[] header) throws IOException {
    if (header.length < HEADER_BYTES || header[SECTOR_SHIFT_AT] != 9) {
      return false;
    }
    long sector = 0;
    for (int i = 3; i >= 0; i--) {
      sector = (sector << 8) | (header[DIRECTORY_AT + i] & 0xFF);
    }
    byte[] directory = read(file, (sector + 1) * HEADER_BYTES, DIRECTORY_SECTORS * HEADER_BYTES);
    return new String(directory, StandardCharsets.UTF_16LE).contains("EncryptedPackage");
  }

  private static byte[] read(Path file, long from, int count) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.skip(from);
      return bytes.readNBytes(count);
    }
  }
}
