package jingtu.server.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that are taken in, told from the bytes. */
public enum FileKind {
  PDF("application/pdf"),
  WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** The container of .doc and .xls, and of every office file that a password locks. */
  OFFICE_97("application/x-ole-storage"),
  HTML("text/html"),
  TEXT("text/plain");

  private static final byte[] PDF_START = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] ZIP_START = {'P', 'K', 3, 4};
  private static final byte[] OLE_START = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final int HTML_SIGN_WITHIN = 2_000;

  private final String mediaType;

  FileKind(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The kind of a file with these bytes; empty for everything that is not taken in. */
  static Optional<FileKind> of(byte[] content) {
    if (startsWith(content, PDF_START)) {
      return Optional.of(PDF);
    }
    if (startsWith(content, OLE_START)) {
      return Optional.of(OFFICE_97);
    }
    if (startsWith(content, ZIP_START)) {
      return ofZip(content);
    }
    return decode(content).filter(FileKind::isPrintable).map(FileKind::ofText);
  }

  private static Optional<FileKind> ofZip(byte[] content) {
    ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (ZipListing.names(zip).contains("word/document.xml")) {
      return Optional.of(WORD);
    }
    return ZipListing.names(zip).contains("xl/workbook.xml")
        ? Optional.of(EXCEL)
        : Optional.empty();
  }

  private static FileKind ofText(String text) {
    String opening = text.substring(0, Math.min(text.length(), HTML_SIGN_WITHIN));
    String lower = opening.toLowerCase(Locale.ROOT);
    return lower.contains("<html") || lower.contains("<!doctype html") ? HTML : TEXT;
  }

  private static Optional<String> decode(byte[] content) {
    if (startsWith(content, new byte[] {(byte) 0xFF, (byte) 0xFE})
        || startsWith(content, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
      return decode(content, StandardCharsets.UTF_16);
    }
    return decode(content, StandardCharsets.UTF_8)
        .or(() -> decode(content, Charset.forName("GB18030")));
  }

  private static Optional<String> decode(byte[] content, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isPrintable(String text) {
    return text.chars().noneMatch(c -> c < ' ' && "\t\n\r\f\u000b".indexOf(c) < 0);
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    return content.length >= start.length
        && java.util.Arrays.equals(content, 0, start.length, start, 0, start.length);
  }
}
