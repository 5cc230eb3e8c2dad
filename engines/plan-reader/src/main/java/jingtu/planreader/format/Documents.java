package jingtu.planreader.format;

import java.util.Optional;
import jingtu.planreader.format.Extraction.Extracted;
import jingtu.planreader.format.Extraction.Refused;

/** Turns files into text. */
public final class Documents {

  /** Bytes of a file that is read; a larger one is refused. */
  public static final int MOST_BYTES = Limits.FILE_BYTES;

  private Documents() {}

  /**
   * The text of a file.
   *
   * @param fileName is only named in a refusal; the content alone decides how it is read
   * @param content the bytes of the file
   */
  public static Extraction extract(String fileName, byte[] content) {
    try {
      return new Extracted(read(content));
    } catch (Unreadable refusal) {
      return new Refused(refusal.finding(fileName));
    }
  }

  private static DocumentText read(byte[] content) throws Unreadable {
    if (content.length == 0) {
      throw Unreadable.because("empty");
    }
    if (content.length > Limits.FILE_BYTES) {
      throw Unreadable.because("too-large", Limits.FILE_BYTES >> 20);
    }
    DocumentText document = readByContent(content);
    if (document.text().isBlank()) {
      throw Unreadable.because("no-text");
    }
    return document;
  }

  private static DocumentText readByContent(byte[] content) throws Unreadable {
    if (PlainText.startsWith(content, 'P', 'K', 3, 4)) {
      return readOffice(content);
    }
    if (PlainText.startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
      return BinaryWordDocument.read(content);
    }
    if (PlainText.startsWith(content, '%', 'P', 'D', 'F')) {
      return PdfDocument.read(content);
    }
    if (PlainText.startsWith(content, '{', '\\', 'r', 't', 'f')) {
      throw Unreadable.because("unsupported", "RTF");
    }
    return readText(content);
  }

  private static DocumentText readOffice(byte[] content) throws Unreadable {
    try (OfficePackage file = OfficePackage.open(content)) {
      if (file.has("[Content_Types].xml")) {
        String main = file.relations("").getOrDefault("officeDocument", "");
        if (main.endsWith("workbook.xml")) {
          return SheetDocument.read(file);
        }
        if (main.endsWith("document.xml")) {
          return WordDocument.read(file);
        }
      }
      throw Unreadable.because("unsupported", file.has("OFD.xml") ? "OFD" : "ZIP");
    }
  }

  private static DocumentText readText(byte[] content) throws Unreadable {
    Optional<String> text = PlainText.decode(content);
    if (text.isEmpty()) {
      throw Unreadable.because("unknown-format");
    }
    if (text.get().length() > Limits.TEXT_CHARACTERS) {
      throw Unreadable.because("too-much-text", Limits.TEXT_CHARACTERS);
    }
    return PageDocument.isPage(text.get())
        ? PageDocument.read(text.get())
        : DocumentText.plain(text.get());
  }
}
