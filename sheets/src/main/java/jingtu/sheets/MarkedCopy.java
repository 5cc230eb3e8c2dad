package jingtu.sheets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.sheets.SheetFile.Opened;
import jingtu.sheets.SheetFile.Refused;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;

/**
 * Somebody's file written back with every finding in its cell. What the file holds stays as it is;
 * marks of an earlier copy are replaced, so that a file may go to and fro.
 *
 * <p>In an .xlsx a cell with a finding is filled and bears a comment, and a sheet of its own lists
 * all findings. A .csv gets a last column that names the cells of its row and what is wrong there.
 */
public final class MarkedCopy {

  private MarkedCopy() {}

  /**
   * Writes the copy, which may take the original's place; memory does not grow with the number of
   * rows.
   *
   * @return why there is no copy
   * @throws UncheckedIOException where the copy cannot be written
   */
  public static Optional<Finding> write(
      Path original, Path copy, List<CellFinding> findings, Language language) {
    return switch (SheetFile.open(original)) {
      case Refused(Finding finding) -> Optional.of(finding);
      case Opened(SheetFile file) -> write(file, original, copy, new Marks(findings, language));
    };
  }

  private static Optional<Finding> write(SheetFile file, Path original, Path copy, Marks marks) {
    try {
      // A temporary file of the library would be its maker's alone, and the copy is for others.
      Path partial = copy.resolveSibling("." + UUID.randomUUID() + ".part");
      try {
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(partial))) {
          file.writeMarked(marks, target);
        }
        Files.move(partial, copy, StandardCopyOption.REPLACE_EXISTING);
        return Optional.empty();
      } catch (Unreadable refusal) {
        return Optional.of(refusal.finding(original));
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the marked copy " + copy, e);
    }
  }
}
