package jingtu.server.document.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jingtu.server.document.ZipListing;

/** An office file that is a ZIP file: .docx, .xlsx, .pptx, .ofd. */
final class PackedFile {

  /** No list of an honest file's content types is longer, in bytes. */
  private static final int LONGEST_LIST = 1024 * 1024;

  private static final List<String> PROGRAMS = List.of("macroenabled", "vbaproject");

  private final ZipListing listing;

  PackedFile(byte[] content) {
    this.listing = ZipListing.of(content);
  }

  /** Whether it brings a program along, by a part's name or by what the file says its parts are. */
  boolean hasMacros() {
    return listing.entries().stream()
        .map(
            entry ->
                entry.name().equals("[Content_Types].xml")
                    ? entry.name() + text(entry)
                    : entry.name())
        .map(words -> words.toLowerCase(Locale.ROOT))
        .anyMatch(words -> PROGRAMS.stream().anyMatch(words::contains));
  }

  /** Whether a part asks for a password. */
  boolean isLocked() {
    return listing.entries().stream().anyMatch(ZipListing.Entry::locked);
  }

  private String text(ZipListing.Entry entry) {
    return new String(listing.start(entry, LONGEST_LIST), StandardCharsets.UTF_8);
  }
}
