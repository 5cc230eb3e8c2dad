package jingtu.server.duty.round.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.duty.round.RoundId;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.stereotype.Service;

/** Gives the sheets of a round-up out as files. */
@Service
public class GiveOutSheets {

  private final MakeSheets makeSheets;

  GiveOutSheets(MakeSheets makeSheets) {
    this.makeSheets = makeSheets;
  }

  /** A file and what it is called. */
  public static final class SheetFile {
    private final String name;
    private final byte[] content;

    SheetFile(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    public String name() {
      return name;
    }

    /** The bytes, not copied: to be read only. */
    public byte[] content() {
      return content;
    }
  }

  /** The sheet of one organisation as .xlsx; empty where the scope sees none. */
  public Optional<SheetFile> one(Scope scope, RoundId round, UUID organisation, Language language) {
    return one(scope, round, organisation, TemplateFormat.EXCEL, language);
  }

  /** The sheet of one organisation; empty where the scope sees none. */
  public Optional<SheetFile> one(
      Scope scope, RoundId round, UUID organisation, TemplateFormat format, Language language) {
    return makeSheets.of(scope, round, Optional.of(organisation)).stream()
        .findFirst()
        .map(
            sheet ->
                new SheetFile(name(sheet, format, language), content(sheet, format, language)));
  }

  /**
   * All that the scope sees, one file for each organisation, as .zip; empty where there is none.
   */
  public Optional<byte[]> all(
      Scope scope, RoundId round, TemplateFormat format, Language language) {
    List<RoundSheet> sheets = makeSheets.of(scope, round, Optional.empty());
    if (sheets.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Set<String> used = new HashSet<>();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (RoundSheet sheet : sheets) {
        String plain = name(sheet, format, language);
        int dot = plain.lastIndexOf('.');
        String name = plain;
        for (int again = 2; !used.add(name); again++) {
          name = plain.substring(0, dot) + " (" + again + ")" + plain.substring(dot);
        }
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content(sheet, format, language));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot pack sheets", e);
    }
    return Optional.of(out.toByteArray());
  }

  private static byte[] content(RoundSheet sheet, TemplateFormat format, Language language) {
    return switch (format) {
      case EXCEL -> WriteSheet.of(sheet, language);
      case WORD -> WriteWordSheet.of(sheet, language);
    };
  }

  private static String name(RoundSheet sheet, TemplateFormat format, Language language) {
    String period = PeriodNames.of(sheet.round().period(), language);
    return (sheet.name() + " " + period + "." + format.ending()).replaceAll("[/\\\\:*?\"<>|]", "_");
  }
}
