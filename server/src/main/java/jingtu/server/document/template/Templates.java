package jingtu.server.document.template;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.DocumentId;
import jingtu.server.document.Documents;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The templates that regions use, each seen by those who see the region. */
@Repository
public class Templates {

  private final JdbcClient jdbc;
  private final Documents documents;
  private final List<TemplateKind> kinds;

  Templates(JdbcClient jdbc, Documents documents, ObjectProvider<TemplateKind> kinds) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.kinds = kinds.orderedStream().toList();
  }

  /** The kinds of document that can be made. */
  public List<TemplateKind> kinds() {
    return kinds;
  }

  /** A kind that is made in this format. */
  public Optional<TemplateKind> findKind(String key, TemplateFormat format) {
    return kinds.stream()
        .filter(kind -> kind.key().equals(key) && kind.shipped().containsKey(format))
        .findFirst();
  }

  /** What a region uses; the product's own template where nobody chose another. */
  @Transactional(readOnly = true)
  public TemplateChoice choice(
      Scope scope, RegionCode region, TemplateKind kind, TemplateFormat format) {
    return jdbc.sql(
            """
            select chosen, version from template_choice
            where region_code = :region and kind = :kind and format = :format
            """)
        .param("region", region.digits())
        .param("kind", kind.key())
        .param("format", format.name())
        .query(
            (row, n) ->
                new TemplateChoice(
                    format,
                    row.getInt("chosen"),
                    uploads(region, kind, format),
                    row.getInt("version")))
        .optional()
        .orElseGet(() -> new TemplateChoice(format, TemplateChoice.SHIPPED, List.of(), 0));
  }

  /**
   * The bytes of a template.
   *
   * @param ordinal {@link TemplateChoice#SHIPPED}, or that of one which the region uploaded; empty
   *     where there is no such one or the scope does not see the region
   */
  @Transactional(readOnly = true)
  public Optional<byte[]> findContent(
      Scope scope, RegionCode region, TemplateKind kind, TemplateFormat format, int ordinal) {
    if (ordinal == TemplateChoice.SHIPPED) {
      return Optional.of(kind.shippedTemplate(format));
    }
    return uploads(region, kind, format).stream()
        .filter(upload -> upload.ordinal() == ordinal)
        .findFirst()
        .flatMap(upload -> documents.findContent(scope, upload.document()));
  }

  /** The template that a region uses, read anew: what its kind offers may have changed since. */
  @Transactional(readOnly = true)
  public Template.Outcome current(
      Scope scope, RegionCode region, TemplateKind kind, TemplateFormat format, Language language) {
    int chosen = choice(scope, region, kind, format).chosen();
    byte[] content =
        findContent(scope, region, kind, format, chosen)
            .orElseGet(() -> kind.shippedTemplate(format));
    return Template.read(format, content, kind, language);
  }

  private List<TemplateChoice.Uploaded> uploads(
      RegionCode region, TemplateKind kind, TemplateFormat format) {
    return jdbc.sql(
            """
            select ordinal, document_id, name, uploaded_by_name, uploaded_at from template_upload
            where region_code = :region and kind = :kind and format = :format
            order by ordinal desc
            """)
        .param("region", region.digits())
        .param("kind", kind.key())
        .param("format", format.name())
        .query(
            (row, n) ->
                new TemplateChoice.Uploaded(
                    row.getInt("ordinal"),
                    new DocumentId(row.getObject("document_id", UUID.class)),
                    row.getString("name"),
                    row.getString("uploaded_by_name"),
                    row.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
