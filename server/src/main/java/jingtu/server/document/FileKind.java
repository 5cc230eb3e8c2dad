package jingtu.server.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that are known, told from the bytes; each use takes in some of them. */
public enum FileKind {
  PDF("application/pdf"),
  WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  POWERPOINT("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
  /** The fixed layout of Chinese official documents. Source: GB/T 33190-2016. */
  OFD("application/ofd"),
  PNG("image/png"),
  JPEG("image/jpeg"),
  TIFF("image/tiff"),
  /** The container of .doc and .xls, and of every office file that a password locks. */
  OFFICE_97("application/x-ole-storage"),
  HTML("text/html"),
  TEXT("text/plain");

  private static final byte[] PDF_START = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] ZIP_START = {'P', 'K', 3, 4};
  private static final byte[] OLE_START = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] TIFF_START = {'I', 'I', 42, 0};
  private static final byte[] TIFF_START_BIG_ENDIAN = {'M', 'M', 0, 42};
  private static final int HTML_SIGN_WITHIN = 2_000;

  /** By which part an office file that is a ZIP file is known. */
  private static final Map<FileKind, String> MAIN_PARTS =
      new EnumMap<>(
          Map.of(
              WORD, "word/document.xml",
              EXCEL, "xl/workbook.xml",
              POWERPOINT, "ppt/presentation.xml",
              OFD, "OFD.xml"));

  private final String mediaType;

  FileKind(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The kind with this media type, which a stored file was given when it came in. */
  public static FileKind ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(kind -> kind.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of file is " + mediaType));
  }

  /** The kind of a file with these bytes; empty for everything else. */
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
    if (startsWith(content, PNG_START)) {
      return Optional.of(PNG);
    }
    if (startsWith(content, JPEG_START)) {
      return Optional.of(JPEG);
    }
    if (startsWith(content, TIFF_START) || startsWith(content, TIFF_START_BIG_ENDIAN)) {
      return Optional.of(TIFF);
    }
    return decode(content).filter(FileKind::isPrintable).map(FileKind::ofText);
  }

  private static Optional<FileKind> ofZip(byte[] content) {
    Set<String> names = ZipListing.of(content).names();
    return MAIN_PARTS.entrySet().stream()
        .filter(part -> names.contains(part.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
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
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }
}
