package jingtu.sheets.xlsx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import jingtu.sheets.Unreadable;

/**
 * An XML part on its way into the copy: read as XML to know where one is, and copied as the text
 * that it is, so that what is not changed keeps every character. Memory does not grow with the
 * part.
 */
final class Rewriting implements AutoCloseable {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final String part;
  private final XmlPart xml;
  private final Reader original;
  private final Writer target;
  private final char[] buffer = new char[1 << 13];
  private long at;

  private Rewriting(String part, XmlPart xml, Reader original, Writer target) {
    this.part = part;
    this.xml = xml;
    this.original = original;
    this.target = target;
  }

  /** Begins to write a part of the original; the target stays open in the end. */
  static Rewriting of(OfficePackage zip, String part, OutputStream target)
      throws IOException, Unreadable {
    byte[] head;
    try (InputStream bytes = zip.bytes(part, read -> {})) {
      head = bytes.readNBytes(3);
    } catch (IOException damaged) {
      throw Unreadable.because("damaged", part);
    }
    Charset charset = charset(head);
    Reader first = text(zip, part, charset);
    Writer writer = new BufferedWriter(new OutputStreamWriter(target, charset), 1 << 14);
    Reader second = text(zip, part, charset);
    if (isMarked(head)) {
      skipMark(first);
      skipMark(second);
      writer.write(BYTE_ORDER_MARK);
    }
    return new Rewriting(part, XmlPart.open(part, first), second, writer);
  }

  /** Begins to write a part that the original does not have. */
  static Rewriting of(String part, String content, OutputStream target) throws Unreadable {
    Writer writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
    XmlPart xml = XmlPart.open(part, new StringReader(content));
    return new Rewriting(part, xml, new StringReader(content), writer);
  }

  /** ECMA-376 part 2, 7.1.4: parts are in UTF-8 or UTF-16, and UTF-16 has a byte order mark. */
  private static Charset charset(byte[] head) {
    if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(head, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] head, int first, int second) {
    return head.length > 1 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
  }

  private static boolean isMarked(byte[] head) {
    return new String(head, charset(head)).startsWith("\uFEFF");
  }

  private static void skipMark(Reader text) throws Unreadable {
    try {
      text.read();
    } catch (IOException damaged) {
      throw Unreadable.because("damaged", "XML");
    }
  }

  private static Reader text(OfficePackage zip, String part, Charset charset) throws Unreadable {
    return new InputStreamReader(
        zip.bytes(part, read -> {}),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  XmlPart xml() {
    return xml;
  }

  /** Copies up to the beginning of what the XML has been moved to. */
  void copyToHere() throws IOException, Unreadable {
    copyTo(xml.begins());
  }

  private void copyTo(long end) throws IOException, Unreadable {
    while (at < end) {
      int count = read((int) Math.min(buffer.length, end - at));
      target.write(buffer, 0, count);
    }
  }

  private int read(int most) throws Unreadable {
    try {
      int count = original.read(buffer, 0, most);
      if (count < 0) {
        throw Unreadable.because("damaged", part);
      }
      at += count;
      return count;
    } catch (IOException damaged) {
      throw Unreadable.because("damaged", part);
    }
  }

  /** What lies up to the end of what the XML has been moved to; it is not copied. */
  String takeThroughHere() throws Unreadable {
    StringBuilder taken = new StringBuilder();
    long end = xml.ends();
    while (at < end) {
      taken.append(buffer, 0, read((int) Math.min(buffer.length, end - at)));
    }
    return taken.toString();
  }

  /** Moves the XML to the end of the element that starts here and takes it whole. */
  String takeElement() throws Unreadable {
    xml.skip();
    return takeThroughHere();
  }

  void write(String text) throws IOException {
    target.write(text);
  }

  /** Copies the rest. */
  void finish() throws IOException, Unreadable {
    while (xml.next()) {
      // The rest is read to its end, so that damage is found.
    }
    try {
      original.transferTo(target);
    } catch (IOException damaged) {
      throw Unreadable.because("damaged", part);
    }
    target.flush();
  }

  @Override
  public void close() throws Unreadable {
    try (original) {
      xml.close();
    } catch (IOException damaged) {
      throw Unreadable.because("damaged", part);
    }
  }
}
