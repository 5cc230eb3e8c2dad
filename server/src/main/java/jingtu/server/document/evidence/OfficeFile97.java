package jingtu.server.document.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * What lies in the container that .doc, .xls and .ppt are, and that hides every office file with a
 * password. Sources: MS-OFFCRYPTO 2.3.1; MS-DOC 2.5.1, bit fEncrypted; MS-XLS 2.4.117; MS-PPT
 * 2.3.2, headerToken.
 */
final class OfficeFile97 {

  private static final List<String> BOOKS = List.of("Workbook", "Book");
  private static final Set<String> MACROS = Set.of("macros", "_vba_project_cur", "vba");
  private static final int ENCRYPTED_WORD = 0x0100;
  private static final int BEGINNING_OF_FILE = 0x0809;
  private static final int FILE_PASSWORD = 0x002F;
  private static final int ENCRYPTED_PRESENTATION = 0xF3D1C4DF;
  private static final int LOOKED_AT = 4096;

  private OfficeFile97() {}

  /** What such a container holds. */
  sealed interface Content {

    /** An office file whose name may end so. */
    record Office(List<String> endings) implements Content {
      public Office {
        endings = List.copyOf(endings);
      }
    }

    record Locked() implements Content {}

    record WithMacros() implements Content {}

    record Damaged() implements Content {}

    /** Something else that comes in this container: an installer, a mail, a drawing. */
    record Other() implements Content {}
  }

  static Content of(byte[] content) {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      return of(file.getRoot());
    } catch (IOException | RuntimeException damaged) {
      return new Content.Damaged();
    }
  }

  private static Content of(DirectoryNode root) throws IOException {
    if (root.hasEntry("EncryptedPackage") || isLocked(root)) {
      return new Content.Locked();
    }
    if (hasMacros(root)) {
      return new Content.WithMacros();
    }
    return endings(root).<Content>map(Content.Office::new).orElseGet(Content.Other::new);
  }

  private static Optional<List<String>> endings(DirectoryNode root) {
    if (root.hasEntry("WordDocument")) {
      return Optional.of(List.of("doc", "wps"));
    }
    if (book(root).isPresent()) {
      return Optional.of(List.of("xls", "et"));
    }
    return root.hasEntry("PowerPoint Document")
        ? Optional.of(List.of("ppt", "dps"))
        : Optional.empty();
  }

  private static Optional<String> book(DirectoryNode root) {
    return BOOKS.stream().filter(root::hasEntry).findFirst();
  }

  private static boolean hasMacros(DirectoryNode directory) {
    for (Entry entry : directory) {
      if (MACROS.contains(entry.getName().toLowerCase(Locale.ROOT))
          || (entry instanceof DirectoryNode below && hasMacros(below))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLocked(DirectoryNode root) throws IOException {
    ByteBuffer word = start(root, "WordDocument");
    if (word.limit() >= 12 && (word.getShort(10) & ENCRYPTED_WORD) != 0) {
      return true;
    }
    ByteBuffer user = start(root, "Current User");
    if (user.limit() >= 16 && user.getInt(12) == ENCRYPTED_PRESENTATION) {
      return true;
    }
    return book(root).isPresent() && asksForPassword(start(root, book(root).get()));
  }

  /** Whether the record of a password stands among the first of a workbook, where it has to. */
  private static boolean asksForPassword(ByteBuffer book) {
    int at = 0;
    while (at + 4 <= book.limit()) {
      int type = Short.toUnsignedInt(book.getShort(at));
      if (type == FILE_PASSWORD) {
        return true;
      }
      if (at == 0 && type != BEGINNING_OF_FILE) {
        return false;
      }
      at += 4 + Short.toUnsignedInt(book.getShort(at + 2));
    }
    return false;
  }

  /** The first bytes of a stream; none where there is no such stream. */
  private static ByteBuffer start(DirectoryNode root, String name) throws IOException {
    if (!root.hasEntry(name) || !(root.getEntry(name) instanceof DocumentNode stream)) {
      return ByteBuffer.allocate(0);
    }
    try (DocumentInputStream bytes = new DocumentInputStream(stream)) {
      return ByteBuffer.wrap(bytes.readNBytes(LOOKED_AT)).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
