package jingtu.server.register.record.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Field;
import jingtu.server.register.record.RecordChange;
import jingtu.server.register.record.RecordComments;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One record of any register. */
@RestController
@RequestMapping("/api/records/{id}")
class RecordController {

  private final Records records;
  private final RecordComments comments;
  private final Definitions definitions;

  RecordController(Records records, RecordComments comments, Definitions definitions) {
    this.records = records;
    this.comments = comments;
    this.definitions = definitions;
  }

  /** What a change did to one field, in words; absent where there was, or is, no value. */
  record ChangedFieldView(
      String field, String label, @Nullable String before, @Nullable String after) {}

  /** What was done to the record once; {@code transition} where it was a step. */
  record RecordChangeView(
      UUID id,
      int version,
      RecordChange.Kind kind,
      @Nullable String transition,
      String reason,
      List<ChangedFieldView> fields,
      @Nullable UUID batch,
      String by,
      Instant at) {}

  record RecordHistoryView(List<RecordChangeView> changes) {}

  /**
   * A value in a field that is no longer asked for, in words.
   *
   * @param version the version of the definition that retired the field
   */
  record RetiredValueView(String field, String label, String value, int version) {}

  record RetiredValuesView(List<RetiredValueView> values) {}

  /**
   * Without fields, the whole record holds what the change left, and stays in its region and with
   * its keeper; {@code region} and {@code organisation} can be named like fields.
   */
  record RestoreForm(@Nullable Integer version, @Nullable Set<String> fields) {}

  record RecordCommentForm(@NotNull String text) {}

  record RecordCommentView(UUID id, String text, String by, Instant at) {
    static RecordCommentView of(RecordComments.Comment comment) {
      return new RecordCommentView(comment.id(), comment.text(), comment.by(), comment.at());
    }
  }

  record RecordCommentsView(List<RecordCommentView> comments) {}

  @GetMapping
  @AllowedTo.Everyone
  RecordJson get(Scope scope, @PathVariable UUID id) {
    return RecordJson.of(found(scope, id));
  }

  @PatchMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  RecordJson change(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody RecordForms.EditForm form,
      HttpServletRequest request) {
    RecordView seen = found(scope, id);
    return RecordProblems.said(
        RequestLanguage.of(request),
        () ->
            RecordJson.of(
                records.change(
                    scope, seen.id(), form.version(), form.edit(scope, definition(scope, seen)))));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  void remove(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    RecordProblems.said(
        RequestLanguage.of(request),
        () -> records.remove(scope, new RecordId(id), version, reason.strip()));
  }

  @PostMapping("/bring-back")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  RecordJson bringBack(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return RecordProblems.said(
        RequestLanguage.of(request),
        () -> RecordJson.of(records.bringBack(scope, new RecordId(id))));
  }

  @GetMapping("/history")
  @AllowedTo.Everyone
  RecordHistoryView history(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    Definition definition = definition(scope, found(scope, id));
    Language language = RequestLanguage.of(request);
    List<RecordChange> history = records.history(scope, new RecordId(id));
    Map<String, String> said = records.said(scope, new RecordId(id), history, language);
    return new RecordHistoryView(
        history.stream()
            .map(
                change ->
                    new RecordChangeView(
                        change.id(),
                        change.version(),
                        change.kind(),
                        change.step().orElse(null),
                        change.reason(),
                        change.fields().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(field -> changed(definition, field, said, language))
                            .toList(),
                        change.batch().orElse(null),
                        change.by(),
                        change.at()))
            .toList());
  }

  /** What the record has kept in fields that are no longer asked for; read only. */
  @GetMapping("/retired")
  @AllowedTo.Everyone
  RetiredValuesView retired(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return new RetiredValuesView(
        records.retired(scope, new RecordId(id), RequestLanguage.of(request)).stream()
            .map(
                kept ->
                    new RetiredValueView(kept.field(), kept.label(), kept.value(), kept.version()))
            .toList());
  }

  private static ChangedFieldView changed(
      Definition definition,
      Map.Entry<String, RecordChange.Changed> field,
      Map<String, String> said,
      Language language) {
    String id = field.getKey();
    String label = definition.findField(id).map(Field::label).orElse("");
    return new ChangedFieldView(
        RecordJson.name(id),
        RecordProblems.label(id, label, language),
        field.getValue().before().map(json -> said.get(id + " " + json)).orElse(null),
        field.getValue().after().map(json -> said.get(id + " " + json)).orElse(null));
  }

  /** Gives fields what they held before a change, or the whole record what that change left. */
  @PostMapping("/history/{change}/restore")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  RecordJson restore(
      Scope scope,
      @PathVariable UUID id,
      @PathVariable UUID change,
      @Valid @RequestBody RestoreForm form,
      HttpServletRequest request) {
    int version = Optional.ofNullable(form.version()).orElseGet(() -> found(scope, id).version());
    return RecordProblems.said(
        RequestLanguage.of(request),
        () ->
            RecordJson.of(
                records.restore(
                    scope,
                    new RecordId(id),
                    version,
                    change,
                    Optional.ofNullable(form.fields()).orElseGet(Set::of).stream()
                        .map(RecordJson::field)
                        .collect(java.util.stream.Collectors.toSet()))));
  }

  @GetMapping("/comments")
  @AllowedTo.Everyone
  RecordCommentsView comments(Scope scope, @PathVariable UUID id) {
    return new RecordCommentsView(
        comments.list(scope, new RecordId(id)).stream().map(RecordCommentView::of).toList());
  }

  @PostMapping("/comments")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  RecordCommentView comment(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody RecordCommentForm form) {
    return RecordCommentView.of(comments.add(scope, new RecordId(id), form.text()));
  }

  private RecordView found(Scope scope, UUID id) {
    return records
        .find(scope, new RecordId(id))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "register-record.unknown"));
  }

  private Definition definition(Scope scope, RecordView record) {
    return definitions
        .find(scope, record.register())
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "register-record.unknown"));
  }
}
