package jingtu.server.duty.refill.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.document.Documents;
import jingtu.server.duty.refill.Filling;
import jingtu.server.duty.refill.FormEdition;
import jingtu.server.duty.refill.FormGrid;
import jingtu.server.duty.refill.FormId;
import jingtu.server.duty.refill.FormOutcome;
import jingtu.server.duty.refill.KeepForms;
import jingtu.server.duty.refill.MappedCellText;
import jingtu.server.duty.refill.SuperiorForm;
import jingtu.server.duty.refill.SuperiorForms;
import jingtu.server.duty.refill.web.FormViews.FormEditionView;
import jingtu.server.duty.refill.web.FormViews.FormFillingView;
import jingtu.server.duty.refill.web.FormViews.FormPeriodView;
import jingtu.server.duty.refill.web.FormViews.FormSheetView;
import jingtu.server.duty.refill.web.FormViews.RenewedFormView;
import jingtu.server.duty.refill.web.FormViews.SuperiorFormView;
import jingtu.server.duty.refill.web.FormViews.SuperiorFormsView;
import jingtu.server.duty.refill.web.FormViews.WholeSuperiorFormView;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Forms from above, their editions, and what they show. */
@RestController
@RequestMapping("/api/superior-forms")
class SuperiorFormController {

  private static final int PERIODS = 13;

  private final SuperiorForms forms;
  private final KeepForms keepForms;
  private final Documents documents;
  private final Clock clock;

  SuperiorFormController(
      SuperiorForms forms, KeepForms keepForms, Documents documents, Clock clock) {
    this.forms = forms;
    this.keepForms = keepForms;
    this.documents = documents;
    this.clock = clock;
  }

  record SuperiorFormChange(int version, @NotNull String name, boolean inUse) {}

  /** Those of the regions that the account coordinates. */
  @GetMapping
  @AllowedTo(Role.COORDINATOR)
  SuperiorFormsView list(Scope scope, HttpServletRequest request) {
    List<Filling> fillings = forms.allFillings(scope);
    return new SuperiorFormsView(
        forms.list(scope).stream()
            .map(form -> view(form, fillings, RequestLanguage.of(request)))
            .toList());
  }

  /** Takes a form in for the account's region. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  SuperiorFormView add(
      Scope scope,
      @RequestParam String name,
      @RequestParam int months,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    RegionCode region =
        scope.region().orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN, "refill.no-region"));
    return view(
        done(keepForms.add(scope, region, name, months, nameOf(file), file.getBytes())),
        List.of(),
        RequestLanguage.of(request));
  }

  /** One form with what its latest edition shows and what fills it. */
  @GetMapping("/{id}")
  @AllowedTo(Role.COORDINATOR)
  WholeSuperiorFormView get(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    SuperiorForm form = found(scope, id);
    Language language = RequestLanguage.of(request);
    List<FormEdition> editions = forms.editions(scope, form.id());
    List<Filling> fillings = forms.fillings(scope, form.id());
    FormGrid grid = keepForms.grid(scope, editions.getFirst());
    return new WholeSuperiorFormView(
        view(form, fillings, language),
        keepForms.isWord(scope, editions.getFirst()),
        grid.sheets().stream().map(sheet -> FormSheetView.of(sheet, grid)).toList(),
        editions.getFirst().mapping().stream().map(MappedCellText::of).toList(),
        editions.stream().map(FormEditionView::of).toList(),
        fillings.stream().map(filling -> FormFillingView.of(filling, language)).toList(),
        periods(form, language));
  }

  /** Calls it otherwise, puts it away or takes it back. */
  @PutMapping("/{id}")
  @AllowedTo(Role.COORDINATOR)
  SuperiorFormView change(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody SuperiorFormChange form,
      HttpServletRequest request) {
    SuperiorForm after =
        done(keepForms.change(scope, new FormId(id), form.version(), form.name(), form.inUse()));
    return view(after, forms.fillings(scope, after.id()), RequestLanguage.of(request));
  }

  /** Takes another edition in, and says what of the mapping goes with it. */
  @PostMapping(path = "/{id}/editions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  RenewedFormView renew(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    FormOutcome outcome =
        keepForms.renew(scope, new FormId(id), version, nameOf(file), file.getBytes());
    if (outcome instanceof FormOutcome.Renewed(SuperiorForm form, var carried)) {
      return RenewedFormView.of(
          view(form, forms.fillings(scope, form.id()), RequestLanguage.of(request)), carried);
    }
    throw refused(outcome);
  }

  /** An edition as it came in. */
  @GetMapping("/{id}/editions/{ordinal}/file")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> file(Scope scope, @PathVariable UUID id, @PathVariable int ordinal) {
    FormEdition edition =
        forms.editions(scope, found(scope, id).id()).stream()
            .filter(each -> each.ordinal() == ordinal)
            .findFirst()
            .orElseThrow(SuperiorFormController::unknown);
    return Download.named(edition.fileName(), MediaType.APPLICATION_OCTET_STREAM)
        .body(documents.findContent(scope, edition.document()).orElseThrow());
  }

  private List<FormPeriodView> periods(SuperiorForm form, Language language) {
    LocalDate today = OfficeDay.today(clock);
    return Stream.iterate(
            ReportingPeriod.containing(today, form.months()), ReportingPeriod::previous)
        .limit(PERIODS)
        .map(period -> new FormPeriodView(period.first(), PeriodNames.of(period, language)))
        .toList();
  }

  private static SuperiorFormView view(
      SuperiorForm form, List<Filling> fillings, Language language) {
    Optional<Filling> last =
        fillings.stream().filter(filling -> filling.form().equals(form.id())).findFirst();
    return SuperiorFormView.of(form, last, language);
  }

  private SuperiorForm found(Scope scope, UUID id) {
    return forms.find(scope, new FormId(id)).orElseThrow(SuperiorFormController::unknown);
  }

  private static String nameOf(MultipartFile file) {
    return Optional.ofNullable(file.getOriginalFilename()).orElse("");
  }

  static SuperiorForm done(FormOutcome outcome) {
    if (outcome instanceof FormOutcome.Done(SuperiorForm form)) {
      return form;
    }
    throw refused(outcome);
  }

  static Problem refused(FormOutcome outcome) {
    return switch (outcome) {
      case FormOutcome.Unknown none -> unknown();
      case FormOutcome.Stale(SuperiorForm now) ->
          Problem.of(HttpStatus.CONFLICT, "refill.changed-since", now.changedBy())
              .with("version", now.version());
      case FormOutcome.Faulty(var findings) ->
          Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "refill.faulty").with(findings);
      case FormOutcome.Done done -> throw new IllegalStateException("was done: " + done);
      case FormOutcome.Renewed done -> throw new IllegalStateException("was done: " + done);
    };
  }

  static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "refill.unknown");
  }
}
