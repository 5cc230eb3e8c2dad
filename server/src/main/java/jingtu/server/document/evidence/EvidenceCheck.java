package jingtu.server.document.evidence;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.server.document.FileKind;
import jingtu.server.document.Upload;
import jingtu.server.document.UploadCheck;
import jingtu.server.document.ZipListing;
import jingtu.server.document.evidence.preview.Look;
import jingtu.server.document.evidence.preview.Previews;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Component;

/**
 * Whether a file may be evidence: its content is of a kind that every office machine shows, its
 * name says so too, and nothing in it runs or asks for a password.
 */
@Component
class EvidenceCheck {

  private static final Map<FileKind, List<String>> ENDINGS =
      Map.of(
          FileKind.PDF, List.of("pdf"),
          FileKind.WORD, List.of("docx"),
          FileKind.EXCEL, List.of("xlsx"),
          FileKind.POWERPOINT, List.of("pptx"),
          FileKind.OFD, List.of("ofd"),
          FileKind.OFFICE_97, List.of("doc", "xls", "ppt", "wps", "et", "dps"),
          FileKind.PNG, List.of("png"),
          FileKind.JPEG, List.of("jpg", "jpeg"),
          FileKind.TIFF, List.of("tif", "tiff"),
          FileKind.TEXT, List.of("txt", "csv"));

  private static final UploadCheck.Taken TAKEN =
      new UploadCheck.Taken(ENDINGS.keySet(), Message.of("evidence.kinds-taken"));

  /** What makes a browser draw or run a text. */
  private static final Pattern MARKUP =
      Pattern.compile("<(?:html|svg|script|!doctype html)\\b", Pattern.CASE_INSENSITIVE);

  private final Previews previews;

  EvidenceCheck(Previews previews) {
    this.previews = previews;
  }

  /** What comes of the check. */
  sealed interface Outcome {

    /** It may come in; {@code pages} of it can be previewed. */
    record Accepted(Upload upload, int pages) implements Outcome {}

    record Refused(Finding finding) implements Outcome {}
  }

  /** {@code name} is what the sender's machine calls the file. */
  Outcome check(String name, byte[] content) {
    return switch (UploadCheck.check(name, content, TAKEN)) {
      case UploadCheck.Outcome.Rejected(Finding finding) ->
          new Outcome.Refused(
              ForeignKind.of(content)
                  .map(kind -> said(finding.place(), Message.of("evidence." + kind.message())))
                  .orElse(finding));
      case UploadCheck.Outcome.Accepted(Upload upload) -> look(upload);
    };
  }

  private Outcome look(Upload upload) {
    Optional<Finding> against = byContent(upload).or(() -> byName(upload));
    if (against.isPresent()) {
      return new Outcome.Refused(against.get());
    }
    return Previews.exist(upload.kind()) ? open(upload) : new Outcome.Accepted(upload, 0);
  }

  private Outcome open(Upload upload) {
    return switch (previews.look(upload.kind(), upload.content())) {
      case Look.Pages(int count) ->
          new Outcome.Accepted(upload, Math.min(count, Previews.MOST_PAGES));
      case Look.GivenUp unknown -> new Outcome.Accepted(upload, 0);
      case Look.Locked locked -> refused(upload, Message.of("evidence.locked"));
      case Look.Damaged damaged -> refused(upload, Message.of("evidence.damaged"));
      case Look.TooManyPixels(long width, long height) ->
          refused(upload, Message.of("evidence.too-many-pixels", width, height));
    };
  }

  private static Optional<Finding> byContent(Upload upload) {
    byte[] content = upload.content();
    return switch (upload.kind()) {
      case WORD, EXCEL, POWERPOINT, OFD -> packed(upload, new PackedFile(content));
      case OFFICE_97 -> office97(upload);
      case TEXT -> isMarkup(content) ? found(upload, "markup") : twoKinds(upload);
      case PDF, PNG, JPEG, TIFF, HTML -> twoKinds(upload);
    };
  }

  private static Optional<Finding> packed(Upload upload, PackedFile file) {
    if (file.isLocked()) {
      return found(upload, "locked");
    }
    return file.hasMacros() ? found(upload, "macros") : Optional.empty();
  }

  private static Optional<Finding> office97(Upload upload) {
    return switch (OfficeFile97.of(upload.content())) {
      case OfficeFile97.Content.Locked locked -> found(upload, "locked");
      case OfficeFile97.Content.WithMacros macros -> found(upload, "macros");
      case OfficeFile97.Content.Damaged damaged -> found(upload, "damaged");
      case OfficeFile97.Content.Other other ->
          Optional.of(
              new Finding(upload.name(), Message.of("document.unknown-kind"), TAKEN.remedy()));
      case OfficeFile97.Content.Office(List<String> endings) -> ending(upload, endings);
    };
  }

  private static Optional<Finding> byName(Upload upload) {
    return ending(upload, ENDINGS.getOrDefault(upload.kind(), List.of()));
  }

  /** The first of the endings is the usual one. */
  private static Optional<Finding> ending(Upload upload, List<String> endings) {
    String name = upload.name().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (name.contains(".") && endings.contains(ending)) {
      return Optional.empty();
    }
    String right = "." + endings.getFirst();
    return Optional.of(
        new Finding(
            upload.name(),
            Message.of("evidence.other-ending", right),
            Message.of("evidence.other-ending.remedy", right)));
  }

  /** A picture or a text that is an archive as well, which whoever saves it may unpack. */
  private static Optional<Finding> twoKinds(Upload upload) {
    return ZipListing.of(upload.content()).entries().isEmpty()
        ? Optional.empty()
        : found(upload, "two-kinds");
  }

  /** A tag is the same bytes in every encoding that is taken in, except in UTF-16. */
  private static boolean isMarkup(byte[] content) {
    boolean utf16 = content.length > 1 && (content[0] & content[1] & 0xFE) == 0xFE;
    Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    return MARKUP.matcher(new String(content, charset)).find();
  }

  private static Optional<Finding> found(Upload upload, String problem) {
    return Optional.of(said(upload.name(), Message.of("evidence." + problem)));
  }

  private static Outcome refused(Upload upload, Message problem) {
    return new Outcome.Refused(said(upload.name(), problem));
  }

  private static Finding said(String place, Message problem) {
    return new Finding(place, problem, Message.of(problem.key() + ".remedy"));
  }
}
