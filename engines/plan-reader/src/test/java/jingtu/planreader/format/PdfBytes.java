package jingtu.planreader.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** A .pdf written object by object, so that nothing keeps it from being malicious. */
final class PdfBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  PdfBytes() {
    write("%PDF-1.5\n");
  }

  /** A file with one page: object 1 is the catalogue, 2 the tree, 3 the page, 4 what it shows. */
  static PdfBytes onePage(String page, String filter, byte[] content) {
    return new PdfBytes()
            .object("<</Type/Catalog/Pages 2 0 R>>")
            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + page + ">>")
            .stream(filter, content);
  }

  /** The next object; objects count from 1. */
  PdfBytes object(String content) {
    offsets.add(bytes.size());
    write(offsets.size() + " 0 obj\n" + content + "\nendobj\n");
    return this;
  }

  /** The next object, a stream with what else its dictionary holds. */
  PdfBytes stream(String dictionary, byte[] content) {
    offsets.add(bytes.size());
    write(
        "%d 0 obj\n<<%s/Length %d>>\nstream\n"
            .formatted(offsets.size(), dictionary, content.length));
    bytes.writeBytes(content);
    write("\nendstream\nendobj\n");
    return this;
  }

  byte[] bytes() {
    int start = bytes.size();
    write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
    write(
        "trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(offsets.size() + 1, start));
    return bytes.toByteArray();
  }

  /** The same without the table of objects: a reader has to look for them. */
  byte[] withoutTable() {
    write("trailer\n<</Root 1 0 R>>\n%%EOF\n");
    return bytes.toByteArray();
  }

  private void write(String words) {
    bytes.writeBytes(words.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** So many megabytes of one word, deflated to a thousandth. */
  static byte[] deflated(String word, int megabytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] megabyte = word.repeat((1 << 20) / word.length()).getBytes(StandardCharsets.ISO_8859_1);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      for (int i = 0; i < megabytes; i++) {
        deflater.write(megabyte);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
