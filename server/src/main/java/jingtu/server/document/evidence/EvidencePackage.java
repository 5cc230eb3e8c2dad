package jingtu.server.document.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import jingtu.server.document.Documents;
import jingtu.server.scope.Scope;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A package that is ready to be written: its catalogue is made, its files are still where they are
 * stored. However large they are together, a part of one at a time lies in memory.
 */
public final class EvidencePackage {

  private static final int READABLE = 0100644;

  private final String title;
  private final byte[] catalogue;
  private final String catalogueName;
  private final List<File> files;
  private final Documents documents;
  private final Scope scope;

  EvidencePackage(
      Scope scope,
      Documents documents,
      String title,
      String catalogueName,
      byte[] catalogue,
      List<File> files) {
    this.scope = scope;
    this.documents = documents;
    this.title = title;
    this.catalogueName = catalogueName;
    this.catalogue = catalogue;
    this.files = List.copyOf(files);
  }

  /** A stored file and where in the package it lies. */
  record File(String path, PieceOfEvidence.Version version) {}

  /** What the package is called as a file. */
  public String fileName() {
    return new PackageNames(1).file("", title + ".zip").strip();
  }

  /**
   * Writes the package as a ZIP file, the catalogue first. Names are in UTF-8 and say so in both
   * ways that programs look for. Source: PKWARE APPNOTE 6.3, 4.4.4, bit 11, and 4.6.9.
   *
   * @param to is left open
   * @throws IOException where a file is no longer whole: a package that lacks one is none
   */
  public void writeTo(OutputStream to) throws IOException {
    ZipArchiveOutputStream zip = new ZipArchiveOutputStream(to);
    zip.setLevel(Deflater.BEST_SPEED);
    zip.setUseLanguageEncodingFlag(true);
    zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.ALWAYS);
    zip.putArchiveEntry(entry(catalogueName));
    zip.write(catalogue);
    zip.closeArchiveEntry();
    for (File file : files) {
      write(file, zip);
    }
    zip.finish();
    zip.flush();
  }

  private void write(File file, ZipArchiveOutputStream zip) throws IOException {
    zip.putArchiveEntry(entry(file.path()));
    long written = documents.copyContent(scope, file.version().document(), zip);
    if (written != file.version().sizeBytes()) {
      throw new IOException(file.path() + " has " + written + " bytes and not what was stored");
    }
    zip.closeArchiveEntry();
  }

  private static ZipArchiveEntry entry(String path) {
    ZipArchiveEntry entry = new ZipArchiveEntry(path);
    entry.setUnixMode(READABLE);
    return entry;
  }
}
