package jingtu.server.duty.refill;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.audit.Audit;
import jingtu.server.document.DocumentId;
import jingtu.server.document.Documents;
import jingtu.server.document.UploadCheck;
import jingtu.server.duty.refill.ForeseenFilling.Compared;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills forms for periods, and keeps what was written. */
@Service
public class FillForms {

  private final SuperiorForms forms;
  private final KeepForms keepForms;
  private final GatherReports gatherReports;
  private final Regions regions;
  private final Documents documents;
  private final Identifiers identifiers;
  private final Audit audit;
  private final Clock clock;

  FillForms(
      SuperiorForms forms,
      KeepForms keepForms,
      GatherReports gatherReports,
      Regions regions,
      Documents documents,
      Identifiers identifiers,
      Audit audit,
      Clock clock) {
    this.forms = forms;
    this.keepForms = keepForms;
    this.gatherReports = gatherReports;
    this.regions = regions;
    this.documents = documents;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What filling a form for the period would write.
   *
   * @param typed what was typed so far, by what is mapped; what is left out is carried forward
   * @return empty where the scope sees no such form
   */
  @Transactional(readOnly = true)
  public Optional<ForeseenFilling> foresee(
      Scope scope, FormId id, ReportingPeriod period, Map<UUID, String> typed, Language language) {
    return forms.find(scope, id).map(form -> foresee(scope, form, period, typed, language));
  }

  /** Fills the form and keeps the file; empty where the scope sees no such form. */
  @Transactional
  public Optional<Filling> fill(
      Scope scope, FormId id, ReportingPeriod period, Map<UUID, String> typed, Language language) {
    return forms
        .hold(scope, id)
        .map(form -> fill(scope, foresee(scope, form, period, typed, language), language));
  }

  private ForeseenFilling foresee(
      Scope scope,
      SuperiorForm form,
      ReportingPeriod period,
      Map<UUID, String> typed,
      Language language) {
    FormEdition edition = forms.editions(scope, form.id()).getFirst();
    List<Filling> fillings = forms.fillings(scope, form.id());
    Optional<Filling> last =
        fillings.stream()
            .filter(filling -> filling.period().first().isBefore(period.first()))
            .findFirst();
    Map<String, WrittenValue> before = values(scope, last);
    Map<String, WrittenValue> own =
        values(
            scope,
            fillings.stream().filter(filling -> filling.period().equals(period)).findFirst());
    PeriodReports reports = gatherReports.of(scope, form.region(), period);
    Reckon reckoned =
        new Reckon(
                keepForms.grid(scope, edition),
                reports,
                new Reckon.Surroundings(
                    regions.names(scope).getOrDefault(form.region(), form.region().digits()),
                    OfficeDay.today(clock),
                    keepForms.mapped(scope, edition.mapping()),
                    keepForms.planTitles(scope)),
                typed(edition, typed, own, before),
                language)
            .all(edition.mapping());
    List<Compared> cells =
        reckoned.cells().stream()
            .map(
                cell ->
                    new Compared(
                        cell,
                        Optional.ofNullable(before.get(cell.mapped() + "/" + cell.rowKey()))
                            .map(WrittenValue::text)))
            .toList();
    return new ForeseenFilling(
        form,
        edition,
        period,
        cells,
        reckoned.faults(),
        reports.lines().stream().noneMatch(PeriodReports.Line::isAsked)
            ? List.of(Message.of("refill.no-round"))
            : List.of(),
        gone(edition, before, cells),
        last);
  }

  /** What is typed, else what was typed in this period already, else in the last. */
  private static Map<UUID, String> typed(
      FormEdition edition,
      Map<UUID, String> typed,
      Map<String, WrittenValue> own,
      Map<String, WrittenValue> before) {
    Map<UUID, String> texts = new HashMap<>();
    for (MappedCell cell : edition.mapping()) {
      String key = cell.id() + "/";
      Optional.ofNullable(typed.get(cell.id()))
          .or(() -> Optional.ofNullable(own.get(key)).map(WrittenValue::text))
          .or(() -> Optional.ofNullable(before.get(key)).map(WrittenValue::text))
          .ifPresent(text -> texts.put(cell.id(), text));
    }
    return texts;
  }

  private static List<WrittenValue> gone(
      FormEdition edition, Map<String, WrittenValue> before, List<Compared> cells) {
    Set<UUID> mapped = edition.mapping().stream().map(MappedCell::id).collect(Collectors.toSet());
    Set<String> now =
        cells.stream()
            .map(each -> each.cell().mapped() + "/" + each.cell().rowKey())
            .collect(Collectors.toSet());
    return before.values().stream()
        .filter(value -> mapped.contains(value.mapped()) && !value.rowKey().isEmpty())
        .filter(value -> !now.contains(value.key()) && !value.text().isEmpty())
        .toList();
  }

  private Map<String, WrittenValue> values(Scope scope, Optional<Filling> filling) {
    return filling.map(found -> forms.values(scope, found.id())).orElse(List.of()).stream()
        .collect(
            toMap(WrittenValue::key, value -> value, (first, same) -> first, LinkedHashMap::new));
  }

  private Filling fill(Scope scope, ForeseenFilling foreseen, Language language) {
    Map<Place, CellValue> values = new LinkedHashMap<>();
    foreseen.cells().forEach(each -> values.put(each.cell().place(), each.cell().value()));
    byte[] file = keepForms.file(scope, foreseen.edition()).with(values);
    String name = name(foreseen, language);
    UploadCheck.Outcome checked = UploadCheck.check(name, file, KeepForms.TAKEN);
    if (!(checked instanceof UploadCheck.Outcome.Accepted(var upload))) {
      throw new IllegalStateException("a filled form is not one any more: " + checked);
    }
    DocumentId document = documents.store(scope, foreseen.form().region(), upload);
    Filling filling =
        new Filling(
            identifiers.next(),
            foreseen.form().id(),
            foreseen.edition().id(),
            foreseen.period(),
            upload.name(),
            document,
            foreseen.cells().size(),
            foreseen.warnings(),
            foreseen.faults().size(),
            scope.username(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    forms.insert(
        filling,
        foreseen.cells().stream()
            .map(Compared::cell)
            .map(
                cell ->
                    new WrittenValue(
                        cell.mapped(), cell.rowKey(), cell.place().text(), cell.value().text()))
            .toList());
    audit.record(
        scope,
        "form.filled",
        foreseen.form().id().value().toString(),
        filling.fileName() + ": " + filling.cells());
    return filling;
  }

  /** The form's own name with the period before its ending. */
  private static String name(ForeseenFilling foreseen, Language language) {
    String own = foreseen.edition().fileName();
    int dot = own.lastIndexOf('.');
    String ending = dot < 0 ? "" : own.substring(dot);
    String stem = dot < 0 ? own : own.substring(0, dot);
    return stem + "-" + PeriodNames.of(foreseen.period(), language) + ending;
  }
}
