package jingtu.sheets.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jingtu.sheets.Limits;
import jingtu.sheets.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * The zip file that an .xlsx is, with the relations between its parts (ECMA-376 part 2). Names of
 * parts are compared without regard to case (part 2, 7.2.3.4), and a backslash passes for a slash.
 */
final class OfficePackage implements AutoCloseable {

  private final ZipFile zip;
  private final Map<String, ZipEntry> parts;

  private OfficePackage(ZipFile zip, Map<String, ZipEntry> parts) {
    this.zip = zip;
    this.parts = parts;
  }

  static OfficePackage open(Path file) throws Unreadable {
    try {
      ZipFile zip = new ZipFile(file.toFile());
      return new OfficePackage(zip, parts(zip));
    } catch (IOException | IllegalArgumentException damaged) {
      throw Unreadable.because("damaged", "zip");
    }
  }

  private static Map<String, ZipEntry> parts(ZipFile zip) throws Unreadable, IOException {
    if (zip.size() > Limits.PARTS) {
      zip.close();
      throw Unreadable.because("many-parts", Limits.PARTS);
    }
    Map<String, ZipEntry> parts = new LinkedHashMap<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      parts.putIfAbsent(key(entry.getName()), entry);
    }
    return parts;
  }

  private static String key(String name) {
    String slashed = name.replace('\\', '/');
    String relative = slashed.startsWith("/") ? slashed.substring(1) : slashed;
    return relative.toLowerCase(Locale.ROOT);
  }

  boolean has(String part) {
    return parts.containsKey(key(part));
  }

  /** All entries of the archive in its order. */
  List<ZipEntry> entries() {
    return List.copyOf(parts.values());
  }

  /** Whether an entry of the archive is the part of that name. */
  static boolean isPart(ZipEntry entry, String part) {
    return key(entry.getName()).equals(key(part));
  }

  /** Inflated size as the archive states it; 0 where it does not, or there is no such part. */
  long size(String part) {
    ZipEntry entry = parts.get(key(part));
    return entry == null ? 0 : Math.max(0, entry.getSize());
  }

  /** The bytes of a part; {@code read} is told of each piece that has been read. */
  InputStream bytes(String part, LongConsumer read) throws Unreadable {
    @Nullable ZipEntry entry = parts.get(key(part));
    if (entry == null) {
      throw Unreadable.because("damaged", part);
    }
    try {
      return new Part(zip.getInputStream(entry), entry, read);
    } catch (IOException | IllegalArgumentException damaged) {
      throw Unreadable.because("damaged", part);
    }
  }

  /** Opens a part without which the file cannot be read. */
  XmlPart xml(String part) throws Unreadable {
    return XmlPart.open(part, bytes(part, read -> {}));
  }

  /** What a part relates to, inside the file; the package itself has the empty name. */
  List<Relation> relations(String part) throws Unreadable {
    List<Relation> relations = new ArrayList<>();
    if (!has(Relation.partOf(part))) {
      return relations;
    }
    try (XmlPart xml = xml(Relation.partOf(part))) {
      while (xml.next()) {
        if (xml.isStart("Relationship") && !xml.attribute("TargetMode", "").equals("External")) {
          String type = xml.attribute("Type", "");
          relations.add(
              new Relation(
                  xml.attribute("Id", ""),
                  type.substring(type.lastIndexOf('/') + 1),
                  Relation.resolve(Relation.folder(part), xml.attribute("Target", ""))));
        }
      }
    }
    return relations;
  }

  /** The first part of a type that a part relates to and that is there. */
  Optional<String> related(String part, String type) throws Unreadable {
    return relations(part).stream()
        .filter(relation -> relation.type().equals(type) && has(relation.target()))
        .map(Relation::target)
        .findFirst();
  }

  /** The same, but a relation to a part that is missing is damage. */
  Optional<String> relatedSurely(String part, String type) throws Unreadable {
    for (Relation relation : relations(part)) {
      if (relation.type().equals(type) && !has(relation.target())) {
        throw Unreadable.because("damaged", relation.target());
      }
    }
    return related(part, type);
  }

  @Override
  public void close() throws Unreadable {
    try {
      zip.close();
    } catch (IOException e) {
      throw Unreadable.because("damaged", "zip");
    }
  }
}
