package jingtu.planreader.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The zip file that a .docx or .xlsx is, with the relations between its parts (ECMA-376 part 2). A
 * part is read as a stream that ends in an error once it has given more than {@link
 * Limits#PART_BYTES}.
 */
final class OfficePackage implements AutoCloseable {

  private final ZipFile zip;

  private OfficePackage(ZipFile zip) {
    this.zip = zip;
  }

  /** A part whose inflated bytes exceed the limit. */
  static final class OversizedPart extends IOException {
    OversizedPart(String part) {
      super(part);
    }
  }

  static OfficePackage open(byte[] content) throws Unreadable {
    try {
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
              .setIgnoreLocalFileHeader(false)
              .get();
      OfficePackage opened = new OfficePackage(zip);
      opened.refuseTooManyParts();
      return opened;
    } catch (IOException | IllegalArgumentException damaged) {
      throw Unreadable.because("damaged", "zip", "zip");
    }
  }

  private void refuseTooManyParts() throws Unreadable {
    int parts = 0;
    for (var entries = zip.getEntries(); entries.hasMoreElements(); entries.nextElement()) {
      if (++parts > Limits.PARTS) {
        throw Unreadable.because("bomb", "zip", Limits.PARTS);
      }
    }
  }

  boolean has(String part) {
    return zip.getEntry(part) != null;
  }

  /** Opens a part as XML; empty where the package has none of that name. */
  Optional<XmlPart> find(String part) throws Unreadable {
    ZipArchiveEntry entry = zip.getEntry(part);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      InputStream bytes = new Bounded(zip.getInputStream(entry), part);
      return Optional.of(XmlPart.open(part, new BufferedInputStream(bytes, 1 << 16)));
    } catch (IOException | IllegalArgumentException damaged) {
      throw Unreadable.because("damaged", "zip", part);
    }
  }

  /** Opens a part without which the file cannot be read. */
  XmlPart get(String part) throws Unreadable {
    return find(part).orElseThrow(() -> Unreadable.because("damaged", "Office", part));
  }

  /**
   * The parts that a part relates to: the last word of the relation's type, or its id, to the
   * part's name. The package itself is the part with the empty name.
   */
  Map<String, String> relations(String part) throws Unreadable {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    Map<String, String> relations = new HashMap<>();
    Optional<XmlPart> found = find(folder + "_rels/" + part.substring(slash) + ".rels");
    if (found.isEmpty()) {
      return relations;
    }
    try (XmlPart xml = found.get()) {
      while (xml.next()) {
        if (xml.isStart() && xml.localName().equals("Relationship")) {
          String type = xml.attribute("Type").orElse("");
          String target = resolve(folder, xml.attribute("Target").orElse(""));
          relations.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
          xml.attribute("Id").ifPresent(id -> relations.put(id, target));
        }
      }
    }
    return relations;
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String base = folder;
    String rest = target;
    while (rest.startsWith("../") && !base.isEmpty()) {
      base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
      rest = rest.substring(3);
    }
    return base + rest;
  }

  @Override
  public void close() throws Unreadable {
    try {
      zip.close();
    } catch (IOException e) {
      throw Unreadable.because("damaged", "zip", "zip");
    }
  }

  /** Gives bytes until there are too many. */
  private static final class Bounded extends FilterInputStream {
    private final String part;
    private long left = Limits.PART_BYTES;

    Bounded(InputStream bytes, String part) {
      super(bytes);
      this.part = part;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) throws OversizedPart {
      left -= bytes;
      if (left < 0) {
        throw new OversizedPart(part);
      }
    }
  }
}
