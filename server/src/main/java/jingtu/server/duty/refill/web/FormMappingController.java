package jingtu.server.duty.refill.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import jingtu.server.duty.refill.CheckedMapping;
import jingtu.server.duty.refill.FormEdition;
import jingtu.server.duty.refill.FormId;
import jingtu.server.duty.refill.KeepForms;
import jingtu.server.duty.refill.MappedCellText;
import jingtu.server.duty.refill.SuperiorForm;
import jingtu.server.duty.refill.SuperiorForms;
import jingtu.server.duty.refill.web.FormViews.DutyChoiceView;
import jingtu.server.duty.refill.web.FormViews.FormChoicesView;
import jingtu.server.duty.refill.web.FormViews.MappedCellsView;
import jingtu.server.duty.refill.web.FormViews.NamedChoiceView;
import jingtu.server.edge.Download;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.edge.SaidFinding;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What fills the cells of a form from above. */
@RestController
@RequestMapping("/api/superior-forms/{id}")
class FormMappingController {

  private static final int MOST_CELLS = 2_000;

  private final SuperiorForms forms;
  private final KeepForms keepForms;

  FormMappingController(SuperiorForms forms, KeepForms keepForms) {
    this.forms = forms;
    this.keepForms = keepForms;
  }

  /** The whole mapping, for the form in the version that was seen. */
  record FormMappingForm(
      int version, @NotNull @Size(max = MOST_CELLS) List<@Valid MappedCellText> cells) {}

  /** The version that the form has now. */
  record FormVersionView(int version) {}

  /** Keeps a mapping in the place of the one there, all of it or nothing. */
  @PutMapping("/mapping")
  @AllowedTo(Role.COORDINATOR)
  FormVersionView keep(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody FormMappingForm form) {
    SuperiorForm after =
        SuperiorFormController.done(
            keepForms.map(scope, new FormId(id), form.version(), form.cells()));
    return new FormVersionView(after.version());
  }

  /** What could fill cells that nothing fills yet, by the words around them. */
  @GetMapping("/proposals")
  @AllowedTo(Role.COORDINATOR)
  MappedCellsView proposals(Scope scope, @PathVariable UUID id) {
    SuperiorForm form = found(scope, id);
    return new MappedCellsView(
        keepForms.proposals(scope, form.id()).stream().map(MappedCellText::of).toList(), List.of());
  }

  /** What cells may be filled from. */
  @GetMapping("/choices")
  @AllowedTo(Role.COORDINATOR)
  FormChoicesView choices(Scope scope, @PathVariable UUID id) {
    found(scope, id);
    return new FormChoicesView(
        keepForms.asked(scope).stream()
            .map(
                duty ->
                    new DutyChoiceView(
                        duty.id().value(),
                        duty.assignee().id().orElse(null),
                        duty.assignee().name(),
                        duty.chapter(),
                        duty.sentence()))
            .toList(),
        keepForms.planTitles(scope).entrySet().stream()
            .map(plan -> new NamedChoiceView(plan.getKey(), plan.getValue()))
            .toList());
  }

  /** The mapping as a file that others can use. */
  @GetMapping("/mapping.json")
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> file(Scope scope, @PathVariable UUID id) {
    SuperiorForm form = found(scope, id);
    return Download.named(form.name() + ".json", MediaType.APPLICATION_JSON)
        .body(keepForms.mappingFile(scope, form.id()).orElseThrow());
  }

  /** What of such a file can be used here, and what not; nothing is kept. */
  @PostMapping(path = "/mapping-file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  MappedCellsView read(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    FormEdition edition = forms.editions(scope, found(scope, id).id()).getFirst();
    CheckedMapping checked = keepForms.read(scope, edition, file.getBytes());
    Language language = RequestLanguage.of(request);
    return new MappedCellsView(
        checked.cells().stream().map(MappedCellText::of).toList(),
        checked.faults().stream().map(fault -> SaidFinding.of(fault, language)).toList());
  }

  private SuperiorForm found(Scope scope, UUID id) {
    return forms.find(scope, new FormId(id)).orElseThrow(SuperiorFormController::unknown);
  }
}
