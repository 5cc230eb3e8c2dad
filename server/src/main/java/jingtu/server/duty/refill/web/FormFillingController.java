package jingtu.server.duty.refill.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.document.Documents;
import jingtu.server.duty.refill.FillForms;
import jingtu.server.duty.refill.Filling;
import jingtu.server.duty.refill.FormId;
import jingtu.server.duty.refill.SuperiorForm;
import jingtu.server.duty.refill.SuperiorForms;
import jingtu.server.duty.refill.web.FormViews.FormFillingView;
import jingtu.server.duty.refill.web.FormViews.FormPreviewView;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Fills a form from above for a period. */
@RestController
@RequestMapping("/api/superior-forms/{id}")
class FormFillingController {

  private static final int LONGEST_TEXT = 4_000;
  private static final int MOST_TEXTS = 2_000;

  private final SuperiorForms forms;
  private final FillForms fillForms;
  private final Documents documents;

  FormFillingController(SuperiorForms forms, FillForms fillForms, Documents documents) {
    this.forms = forms;
    this.fillForms = fillForms;
    this.documents = documents;
  }

  /** A text that a person typed for a cell. */
  record TypedCellForm(@NotNull UUID mapped, @NotNull @Size(max = LONGEST_TEXT) String text) {}

  /**
   * For which period, and what was typed.
   *
   * @param first the first day of the period
   * @param typed what is left out is carried forward from the last filling
   */
  record FillForm(
      @NotNull LocalDate first, @NotNull @Size(max = MOST_TEXTS) List<@Valid TypedCellForm> typed) {

    Map<UUID, String> texts() {
      return typed.stream()
          .collect(
              Collectors.toMap(
                  TypedCellForm::mapped, TypedCellForm::text, (first, second) -> second));
    }
  }

  /** What filling it would write; nothing is kept. */
  @PostMapping("/preview")
  @AllowedTo(Role.COORDINATOR)
  FormPreviewView preview(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody FillForm form,
      HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    ReportingPeriod period = period(found(scope, id), form.first());
    return FormPreviewView.of(
        fillForms
            .foresee(scope, new FormId(id), period, form.texts(), language)
            .orElseThrow(SuperiorFormController::unknown),
        language);
  }

  /** Fills it and keeps the file. */
  @PostMapping("/fillings")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  FormFillingView fill(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody FillForm form,
      HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    ReportingPeriod period = period(found(scope, id), form.first());
    return FormFillingView.of(
        fillForms
            .fill(scope, new FormId(id), period, form.texts(), language)
            .orElseThrow(SuperiorFormController::unknown),
        language);
  }

  /** A filled form as a file. */
  @GetMapping("/fillings/{filling}/file")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> file(Scope scope, @PathVariable UUID id, @PathVariable UUID filling) {
    Filling found =
        forms.fillings(scope, found(scope, id).id()).stream()
            .filter(each -> each.id().equals(filling))
            .findFirst()
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "refill.unknown-filling"));
    return Download.named(found.fileName(), MediaType.APPLICATION_OCTET_STREAM)
        .body(documents.findContent(scope, found.document()).orElseThrow());
  }

  private static ReportingPeriod period(SuperiorForm form, LocalDate first) {
    try {
      return new ReportingPeriod(first, form.months());
    } catch (IllegalArgumentException none) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "refill.no-period", first);
    }
  }

  private SuperiorForm found(Scope scope, UUID id) {
    return forms.find(scope, new FormId(id)).orElseThrow(SuperiorFormController::unknown);
  }
}
