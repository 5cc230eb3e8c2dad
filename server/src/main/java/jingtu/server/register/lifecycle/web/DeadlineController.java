package jingtu.server.register.lifecycle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.lifecycle.DeadlineActor;
import jingtu.server.register.lifecycle.Deadlines;
import jingtu.server.register.lifecycle.Deadlines.DueItem;
import jingtu.server.register.lifecycle.Relations;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is due for records, and which records hang together. */
@RestController
class DeadlineController {

  /** More than anybody reads; who asks for a shorter time sees all of it. */
  private static final int MOST_SHOWN = 1_000;

  private final Deadlines deadlines;
  private final Relations relations;

  DeadlineController(Deadlines deadlines, Relations relations) {
    this.deadlines = deadlines;
    this.relations = relations;
  }

  /**
   * Something due.
   *
   * @param title what the record is called
   * @param due the last day on which it is done in time
   * @param met the day on which it was done; absent while it was not
   * @param by who does it, by name
   * @param note what is to be known of the day, in sentences; absent where nothing is
   */
  record DueView(
      UUID id,
      UUID record,
      String title,
      String rule,
      String duty,
      LocalDate due,
      @Nullable LocalDate met,
      boolean overdue,
      List<String> by,
      @Nullable String note) {

    static DueView of(DueItem item, Language language) {
      return new DueView(
          item.id().value(),
          item.record().value(),
          item.title(),
          item.rule(),
          item.duty(),
          item.due().date(),
          item.met().orElse(null),
          item.overdue(),
          item.by().stream().map(DeadlineActor::name).toList(),
          note(item, language));
    }

    private static @Nullable String note(DueItem item, Language language) {
      List<Message> notes = new ArrayList<>();
      if (item.due().moved()) {
        notes.add(Message.of("register-lifecycle.moved-day", item.due().nominal()));
      }
      for (int year : item.due().unknownYears()) {
        notes.add(Message.of("register-lifecycle.unknown-year", year));
      }
      return notes.isEmpty()
          ? null
          : notes.stream()
              .map(note -> Messages.say(note, language))
              .collect(Collectors.joining(" "));
    }
  }

  /**
   * What is due of a register until a day.
   *
   * @param complete whether that is all; where not, a nearer day shows all until it
   */
  record DueList(LocalDate until, boolean complete, List<DueView> deadlines) {}

  /** The related records of a record. */
  record RelatedView(List<RelatedGroup> groups) {}

  /**
   * The records at the other end of one field's links.
   *
   * @param field the record's own field, or theirs
   * @param hidden how many more there are in regions that the account does not see
   */
  record RelatedGroup(
      String register,
      String registerName,
      String field,
      String label,
      Relations.Direction direction,
      List<RelatedRecordView> records,
      int hidden) {

    static RelatedGroup of(Relations.Related related) {
      return new RelatedGroup(
          related.register().value(),
          related.registerName(),
          related.field(),
          related.label(),
          related.direction(),
          related.records().stream()
              .map(each -> new RelatedRecordView(each.id().value(), each.title(), each.state()))
              .toList(),
          related.elsewhere());
    }
  }

  record RelatedRecordView(UUID id, String title, String state) {}

  @GetMapping("/api/records/{id}/deadlines")
  @AllowedTo.Everyone
  List<DueView> of(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    return deadlines.of(scope, new RecordId(id)).orElseThrow(DeadlineController::unknown).stream()
        .map(item -> DueView.of(item, language))
        .toList();
  }

  @GetMapping("/api/registers/{register}/deadlines")
  @AllowedTo.Everyone
  DueList until(
      Scope scope,
      @PathVariable String register,
      @RequestParam LocalDate until,
      HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    List<DueItem> items =
        RegisterId.isOne(register)
            ? deadlines.until(scope, new RegisterId(register), until, MOST_SHOWN + 1)
            : List.of();
    return new DueList(
        until,
        items.size() <= MOST_SHOWN,
        items.stream().limit(MOST_SHOWN).map(item -> DueView.of(item, language)).toList());
  }

  @GetMapping("/api/records/{id}/related")
  @AllowedTo.Everyone
  RelatedView related(Scope scope, @PathVariable UUID id) {
    return new RelatedView(
        relations.list(scope, new RecordId(id)).orElseThrow(DeadlineController::unknown).stream()
            .map(RelatedGroup::of)
            .toList());
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "register-lifecycle.unknown-record");
  }
}
