package jingtu.server.document.template;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.RelationshipSource;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;

/**
 * Whether a template is nothing but text, tables and pictures. What runs, fetches or embeds is
 * refused: whoever opens a document that was made here opens what the template brought along.
 */
final class TemplateSafety {

  /** The largest template that is taken, in bytes: 5 MiB. */
  static final int LARGEST_BYTES = 5 * 1024 * 1024;

  private static final long LARGEST_UNPACKED = 64L * 1024 * 1024;

  /** Fields of Word that fetch something or start a program. */
  private static final Pattern FETCHING_FIELD =
      Pattern.compile("\\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\\b");

  /** Functions of Excel that do. */
  private static final Pattern FETCHING_FORMULA =
      Pattern.compile("<f\\b[^>]*>[^<]*\\b(WEBSERVICE|RTD|CALL|REGISTER\\.ID)\\(");

  private static final Pattern FIELD_CODE =
      Pattern.compile("<\\w*:?instrText\\b[^>]*>([^<]*)<|\\binstr=\"([^\"]*)\"");

  private final Set<Finding> findings = new LinkedHashSet<>();

  private TemplateSafety() {}

  /** All reasons against the file; none where it may be taken. */
  static List<Finding> check(byte[] content) {
    TemplateSafety safety = new TemplateSafety();
    if (content.length > LARGEST_BYTES || unpacked(content) > LARGEST_UNPACKED) {
      safety.add("", Message.of("template.too-large", LARGEST_BYTES / 1024 / 1024), "shrink");
    } else {
      safety.look(content);
    }
    return List.copyOf(safety.findings);
  }

  /** How many bytes the file unpacks to, counted no further than needed. */
  private static long unpacked(byte[] content) {
    long bytes = 0;
    byte[] buffer = new byte[64 * 1024];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          bytes += read;
          if (bytes > LARGEST_UNPACKED) {
            return bytes;
          }
        }
      }
      return bytes;
    } catch (IOException damaged) {
      return bytes;
    }
  }

  private void look(byte[] content) {
    try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
      relations("", file);
      for (PackagePart part : new ArrayList<>(file.getParts())) {
        look(part);
      }
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | NotOfficeXmlFileException damaged) {
      add("", Message.of("template.unreadable"), "save-again");
    }
  }

  private void look(PackagePart part) throws IOException, OpenXML4JException {
    String name = part.getPartName().getName();
    String type = part.getContentType().toLowerCase(Locale.ROOT);
    if (type.contains("macroenabled") || type.contains("vbaproject")) {
      add(name, Message.of("template.macros"), "without-macros");
    }
    if (name.contains("/embeddings/") || name.contains("/activeX/") || type.contains("oleobject")) {
      add(name, Message.of("template.embedded"), "without-embedded");
    }
    if (name.contains("/externalLinks/") || name.endsWith("/connections.xml")) {
      add(name, Message.of("template.external", name), "without-external");
    }
    if (part.isRelationshipPart()) {
      return;
    }
    relations(name, part);
    if (type.endsWith("+xml") && !(part instanceof PackagePropertiesPart)) {
      try (InputStream xml = part.getInputStream()) {
        words(name, new String(xml.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private void relations(String name, RelationshipSource source) throws OpenXML4JException {
    for (PackageRelationship relation : source.getRelationships()) {
      if (relation.getTargetMode() == TargetMode.EXTERNAL
          && !relation.getRelationshipType().endsWith("/hyperlink")) {
        add(name, Message.of("template.external", relation.getTargetURI()), "without-external");
      }
    }
  }

  private void words(String name, String xml) {
    String fields =
        FIELD_CODE
            .matcher(xml)
            .results()
            .map(code -> code.group(1) == null ? " " + code.group(2) : code.group(1))
            .collect(Collectors.joining());
    FETCHING_FIELD
        .matcher(fields)
        .results()
        .forEach(
            code -> add(name, Message.of("template.external", code.group()), "without-external"));
    FETCHING_FORMULA
        .matcher(xml)
        .results()
        .forEach(
            code -> add(name, Message.of("template.external", code.group(1)), "without-external"));
  }

  private void add(String place, Message problem, String remedy) {
    findings.add(new Finding(place, problem, new Message("template." + remedy, List.of())));
  }
}
