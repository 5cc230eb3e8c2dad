package jingtu.server.document.template;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.server.audit.Audit;
import jingtu.server.document.DocumentId;
import jingtu.server.document.Documents;
import jingtu.server.document.FileKind;
import jingtu.server.document.Upload;
import jingtu.server.document.UploadCheck;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Gives the account's own region another template, or takes it back to an earlier one. */
@Service
public class ChangeTemplate {

  /** Which of the two is asked for is said better once the file is known to be one of them. */
  private static final UploadCheck.Taken TAKEN =
      new UploadCheck.Taken(
          Set.of(FileKind.WORD, FileKind.EXCEL), Message.of("template.kinds-taken"));

  private final JdbcClient jdbc;
  private final Templates templates;
  private final Documents documents;
  private final Audit audit;
  private final Clock clock;

  ChangeTemplate(
      JdbcClient jdbc, Templates templates, Documents documents, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.templates = templates;
    this.documents = documents;
    this.audit = audit;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {
    record Changed(TemplateChoice choice) implements Outcome {}

    /** Nothing was stored; every fault with its place. */
    record Faulty(List<Finding> findings) implements Outcome {}

    /** Somebody else changed it in the meantime. */
    record Overtaken() implements Outcome {}

    /** There is no template of that number. */
    record Unknown() implements Outcome {}

    /** The account belongs to no region whose template it could be. */
    record NoRegion() implements Outcome {}
  }

  /** What is wrong with a file as a template; nothing where it may be used. */
  public static List<Finding> check(
      TemplateKind kind, TemplateFormat format, String name, byte[] content, Language language) {
    return switch (UploadCheck.check(name, content, TAKEN)) {
      case UploadCheck.Outcome.Rejected(Finding finding) -> List.of(finding);
      case UploadCheck.Outcome.Accepted(Upload upload) when upload.kind() != format.kind() ->
          List.of(
              new Finding(
                  name,
                  Message.of("template.other-format", format.ending()),
                  Message.of("template.save-again")));
      case UploadCheck.Outcome.Accepted accepted ->
          switch (Template.read(format, content, kind, language)) {
            case Template.Outcome.Sound sound -> List.of();
            case Template.Outcome.Faulty(List<Finding> findings) -> findings;
          };
    };
  }

  /**
   * Keeps a template and uses it from now on.
   *
   * @param version of the choice that the account saw
   */
  @Transactional
  public Outcome upload(
      Scope scope,
      TemplateKind kind,
      TemplateFormat format,
      String name,
      byte[] content,
      int version,
      Language language) {
    Optional<RegionCode> region = scope.region();
    if (region.isEmpty()) {
      return new Outcome.NoRegion();
    }
    List<Finding> faults = check(kind, format, name, content, language);
    if (!faults.isEmpty()
        || !(UploadCheck.check(name, content, TAKEN)
            instanceof UploadCheck.Outcome.Accepted(Upload upload))) {
      return new Outcome.Faulty(faults);
    }
    TemplateChoice before = templates.choice(scope, region.get(), kind, format);
    int ordinal = before.uploads().isEmpty() ? 1 : before.uploads().getFirst().ordinal() + 1;
    if (!choose(region.get(), kind, format, ordinal, version)) {
      return new Outcome.Overtaken();
    }
    keep(scope, region.get(), kind, format, ordinal, upload);
    audit.record(
        scope,
        "template.uploaded",
        region.get() + " " + kind.key() + "." + format.ending(),
        ordinal + " " + upload.name());
    return new Outcome.Changed(templates.choice(scope, region.get(), kind, format));
  }

  /**
   * Uses an earlier template, or the product's own.
   *
   * @param version of the choice that the account saw
   */
  @Transactional
  public Outcome choose(
      Scope scope, TemplateKind kind, TemplateFormat format, int ordinal, int version) {
    Optional<RegionCode> region = scope.region();
    if (region.isEmpty()) {
      return new Outcome.NoRegion();
    }
    TemplateChoice before = templates.choice(scope, region.get(), kind, format);
    if (ordinal != TemplateChoice.SHIPPED
        && before.uploads().stream().noneMatch(upload -> upload.ordinal() == ordinal)) {
      return new Outcome.Unknown();
    }
    if (!choose(region.get(), kind, format, ordinal, version)) {
      return new Outcome.Overtaken();
    }
    audit.record(
        scope,
        "template.chosen",
        region.get() + " " + kind.key() + "." + format.ending(),
        before.chosen() + " → " + ordinal);
    return new Outcome.Changed(templates.choice(scope, region.get(), kind, format));
  }

  /** Whether nobody was quicker. */
  private boolean choose(
      RegionCode region, TemplateKind kind, TemplateFormat format, int ordinal, int version) {
    String change =
        version == 0
            ? """
            insert into template_choice (region_code, kind, format, chosen, version)
            values (:region, :kind, :format, :ordinal, :next)
            """
            : """
            update template_choice set chosen = :ordinal, version = :next
            where region_code = :region and kind = :kind and format = :format
              and version = :version
            """;
    try {
      return jdbc.sql(change)
              .param("region", region.digits())
              .param("kind", kind.key())
              .param("format", format.name())
              .param("ordinal", ordinal)
              .param("version", version)
              .param("next", version + 1)
              .update()
          > 0;
    } catch (DuplicateKeyException overtaken) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return false;
    }
  }

  private void keep(
      Scope scope,
      RegionCode region,
      TemplateKind kind,
      TemplateFormat format,
      int ordinal,
      Upload upload) {
    DocumentId document = documents.store(scope, region, upload);
    jdbc.sql(
            """
            insert into template_upload (region_code, kind, format, ordinal, document_id, name,
              uploaded_by_name, uploaded_at)
            values (:region, :kind, :format, :ordinal, :document, :name, :by, :at)
            """)
        .param("region", region.digits())
        .param("kind", kind.key())
        .param("format", format.name())
        .param("ordinal", ordinal)
        .param("document", document.value())
        .param("name", upload.name())
        .param("by", scope.username())
        .param("at", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
        .update();
  }
}
