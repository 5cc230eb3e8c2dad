package jingtu.server.document.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.server.document.Documents;
import jingtu.server.document.template.Template;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.document.template.Templates;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.springframework.stereotype.Service;

/** Makes numbered packages of evidence with a catalogue, as they are sent to whoever examines. */
@Service
public class EvidencePackages {

  /** More things, or more files, than anybody examines in one package. */
  public static final int MOST = 5_000;

  private final Evidence evidence;
  private final Documents documents;
  private final Templates templates;
  private final Regions regions;
  private final Clock clock;

  EvidencePackages(
      Evidence evidence, Documents documents, Templates templates, Regions regions, Clock clock) {
    this.evidence = evidence;
    this.documents = documents;
    this.templates = templates;
    this.regions = regions;
    this.clock = clock;
  }

  /** What comes of preparing one. */
  public sealed interface Outcome {
    record Prepared(EvidencePackage evidence) implements Outcome {}

    /** The region's template of the catalogue asks for what there is no longer. */
    record Faulty(List<Finding> findings) implements Outcome {}

    /** There are more than {@link #MOST} things or files; so many. */
    record TooMany(int count) implements Outcome {}
  }

  /**
   * Numbers the things and their files, and makes the catalogue. What cannot be put in, because it
   * was removed or the scope does not see it, is listed as missing and never left out silently.
   *
   * @param region whose template of the catalogue is used
   * @param language in which faults of the template are told
   */
  public Outcome prepare(
      Scope scope, RegionCode region, String title, List<ProvenThing> things, Language language) {
    LinkedHashSet<EvidenceId> ids =
        things.stream()
            .flatMap(thing -> thing.evidence().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    int count = Math.max(things.size(), ids.size());
    if (count > MOST) {
      return new Outcome.TooMany(count);
    }
    Map<EvidenceId, PieceOfEvidence> pieces =
        evidence.list(scope, ids).stream()
            .collect(Collectors.toMap(PieceOfEvidence::id, Function.identity()));
    List<NumberedThing> numbered = number(things, pieces);
    TemplateKind kind = templates.findKind(CatalogueKind.KEY, TemplateFormat.WORD).orElseThrow();
    return switch (templates.current(scope, region, kind, TemplateFormat.WORD, language)) {
      case Template.Outcome.Faulty(List<Finding> findings) -> new Outcome.Faulty(findings);
      case Template.Outcome.Sound(Template template) ->
          new Outcome.Prepared(
              new EvidencePackage(
                  scope,
                  documents,
                  title,
                  CatalogueKind.fileName(),
                  template.fill(catalogue(scope, region, title, numbered)),
                  files(numbered)));
    };
  }

  private static List<NumberedThing> number(
      List<ProvenThing> things, Map<EvidenceId, PieceOfEvidence> pieces) {
    PackageNames names = new PackageNames(things.size());
    List<NumberedThing> numbered = new ArrayList<>();
    for (ProvenThing thing : things) {
      numbered.add(NumberedThing.of(names, numbered.size() + 1, thing, pieces));
    }
    return numbered;
  }

  private static List<EvidencePackage.File> files(List<NumberedThing> things) {
    return things.stream()
        .flatMap(
            thing ->
                thing.files().stream()
                    .map(
                        file ->
                            new EvidencePackage.File(
                                thing.folder() + "/" + file.name(), file.version())))
        .toList();
  }

  private TemplateValues catalogue(
      Scope scope, RegionCode region, String title, List<NumberedThing> things) {
    Optional<String> name = regions.find(scope, region).map(Region::name);
    LocalDate today = OfficeDay.today(clock);
    return CatalogueKind.values(
        title, name.orElse(""), scope.username(), today, OfficeDay.ZONE, things);
  }
}
