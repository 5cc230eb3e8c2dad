package jingtu.server.register.record.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.record.BulkEdit;
import jingtu.server.register.record.RecordPage;
import jingtu.server.register.record.Records;
import jingtu.server.register.table.TypedTotals;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The records of one register: listed, counted, made, changed in bulk. */
@RestController
@RequestMapping("/api/registers/{register}/records")
class RegisterRecordsController {

  private static final int MOST_AT_ONCE = 20_000;

  private final Definitions definitions;
  private final Records records;
  private final BulkEdit bulkEdit;

  RegisterRecordsController(Definitions definitions, Records records, BulkEdit bulkEdit) {
    this.definitions = definitions;
    this.records = records;
    this.bulkEdit = bulkEdit;
  }

  /** A page of a list; {@code next} is the record after which the next one begins. */
  record PageView(List<RecordJson> records, @Nullable UUID next) {}

  record CountView(long count) {}

  /** The numbers of one field, together. */
  record SumView(String field, long count, BigDecimal sum, BigDecimal min, BigDecimal max) {}

  /**
   * @param states how many records stand in each state
   * @param counts by field id, how many records hold each value
   */
  record TotalsView(
      long count,
      List<SumView> totals,
      Map<String, Long> states,
      Map<String, Map<String, Long>> counts) {

    static TotalsView of(TypedTotals totals) {
      return new TotalsView(
          totals.count(),
          totals.sums().entrySet().stream()
              .map(
                  sum ->
                      new SumView(
                          sum.getKey(),
                          sum.getValue().filled(),
                          sum.getValue().sum(),
                          sum.getValue().lowest(),
                          sum.getValue().highest()))
              .toList(),
          totals.states(),
          totals.counts());
    }
  }

  /** What would be refused, and the fields that such a record is not asked for. */
  record CheckedView(List<String> notAsked, List<RecordProblems.RecordFaultView> faults) {}

  record RefusedView(UUID id, String why) {}

  record BulkView(int changed, List<RefusedView> refused) {

    static BulkView of(BulkEdit.Outcome outcome, Language language) {
      return new BulkView(
          outcome.changed(),
          outcome.refused().stream()
              .map(
                  refused ->
                      new RefusedView(
                          refused.record().value(),
                          refused.why().stream()
                              .map(why -> Messages.say(why, language))
                              .collect(Collectors.joining(" "))))
              .toList());
    }
  }

  @GetMapping
  @AllowedTo.Everyone
  PageView list(
      Scope scope,
      @PathVariable String register,
      @RequestParam MultiValueMap<String, String> asked) {
    RecordPage page = records.page(scope, id(register), QueryParameters.of(asked));
    Optional<Set<String>> columns = QueryParameters.columns(asked);
    return new PageView(
        page.records().stream().map(record -> RecordJson.of(record, columns)).toList(),
        page.next().map(RecordId::value).orElse(null));
  }

  @GetMapping("/count")
  @AllowedTo.Everyone
  CountView count(
      Scope scope,
      @PathVariable String register,
      @RequestParam MultiValueMap<String, String> asked) {
    return new CountView(records.count(scope, id(register), QueryParameters.of(asked)));
  }

  /** Sums of the number fields that {@code fields} names, with commas between; codes counted. */
  @GetMapping("/totals")
  @AllowedTo.Everyone
  TotalsView totals(
      Scope scope,
      @PathVariable String register,
      @RequestParam MultiValueMap<String, String> asked) {
    String fields = Optional.ofNullable(asked.getFirst("fields")).orElse("");
    return TotalsView.of(
        records.totals(
            scope,
            id(register),
            QueryParameters.of(asked),
            Arrays.stream(fields.split(",", -1)).filter(field -> !field.isEmpty()).toList()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  RecordJson create(
      Scope scope,
      @PathVariable String register,
      @Valid @RequestBody RecordForms.DraftForm form,
      HttpServletRequest request) {
    return RecordProblems.said(
        RequestLanguage.of(request),
        () ->
            RecordJson.of(
                records.create(
                    scope, id(register), form.draft(scope, definition(scope, register)))));
  }

  /** Says what values would be refused for; nothing is stored. */
  @PostMapping("/check")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  CheckedView check(
      Scope scope,
      @PathVariable String register,
      @Valid @RequestBody RecordForms.CheckForm form,
      HttpServletRequest request) {
    var faults = new java.util.ArrayList<jingtu.server.register.record.FieldFault>();
    RecordForms.Values values =
        RecordForms.values(scope, definition(scope, register), form.values(), faults);
    Records.Checked checked =
        records.check(
            scope,
            id(register),
            Optional.ofNullable(form.record()).map(RecordId::new),
            values.set());
    faults.addAll(checked.faults());
    return new CheckedView(
        checked.notAsked(), RecordProblems.views(faults, RequestLanguage.of(request)));
  }

  @PostMapping("/bulk")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  BulkView change(
      Scope scope,
      @PathVariable String register,
      @Valid @RequestBody RecordForms.BulkForm form,
      HttpServletRequest request) {
    if (form.ids().size() > MOST_AT_ONCE) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "register-record.many-records", MOST_AT_ONCE);
    }
    Language language = RequestLanguage.of(request);
    Map<RecordId, Integer> versions = new HashMap<>();
    Optional.ofNullable(form.versions())
        .orElseGet(Map::of)
        .forEach((id, version) -> versions.put(new RecordId(id), version));
    return RecordProblems.said(
        language,
        () ->
            BulkView.of(
                bulkEdit.of(
                    scope,
                    id(register),
                    form.ids().stream().map(RecordId::new).toList(),
                    versions,
                    form.edit(scope, definition(scope, register))),
                language));
  }

  private Definition definition(Scope scope, String register) {
    return definitions.find(scope, id(register)).orElseThrow(() -> unknown(register));
  }

  static RegisterId id(String register) {
    if (!RegisterId.isOne(register)) {
      throw unknown(register);
    }
    return new RegisterId(register);
  }

  private static Problem unknown(String register) {
    return Problem.of(HttpStatus.NOT_FOUND, "register-record.unknown-register", register);
  }
}
