package jingtu.server.register.exchange.job;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.record.FaultyRecord;
import jingtu.server.register.record.RecordBatch;
import jingtu.server.register.record.RecordChange;
import jingtu.server.register.record.RecordTitle;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes an import in one step: records that it made are removed, those that it changed hold again
 * what they held before. What somebody has changed since stays, and so does what could not be again
 * because another record has its key by now; both are shown before.
 */
@Service
public class TakeBackImport {

  /** Records whose later changes are shown; the others are counted. */
  private static final int SHOWN = 100;

  /** What every record has and no definition gives a label. */
  private static final Set<String> SPINE =
      Set.of(RecordView.REGION, RecordView.ORGANISATION, RecordView.STATE, RecordView.GEOMETRY);

  private final ImportDesk desk;
  private final ImportJobs jobs;
  private final RecordBatch batch;
  private final Records records;
  private final Audit audit;

  TakeBackImport(
      ImportDesk desk, ImportJobs jobs, RecordBatch batch, Records records, Audit audit) {
    this.desk = desk;
    this.jobs = jobs;
    this.batch = batch;
    this.records = records;
    this.audit = audit;
  }

  /**
   * What taking back would do.
   *
   * @param removed how many records it would remove
   * @param restored how many would hold again what they held before
   * @param kept how many stay: somebody has changed them since, or has what they held before
   * @param changedSince the first of these, with what changed or why they stay
   */
  public record Preview(int removed, int restored, int kept, List<ChangedSince> changedSince) {
    public Preview {
      changedSince = List.copyOf(changedSince);
    }
  }

  /**
   * A record that stays as it is.
   *
   * @param why it cannot hold again what it held before; empty where somebody has changed it since
   * @param changes what was changed of it after the import
   */
  public record ChangedSince(UUID record, String title, String why, List<Change> changes) {}

  /** One change after the import, in words. */
  public record Change(String label, String before, String after, String by, Instant at) {}

  /** What taking an import back would do. */
  @Transactional(readOnly = true)
  public Preview preview(Scope scope, UUID id, Language language) {
    ImportJob job = requireDone(scope, id);
    RecordBatch.TakeBack would = batch.wouldTakeBack(scope, job.register(), id);
    Definition definition = desk.getDefinition(scope, job.register());
    Map<RecordId, Message> why =
        would.held().stream().collect(toMap(RecordBatch.Held::record, RecordBatch.Held::why));
    List<RecordId> shown =
        Stream.concat(why.keySet().stream(), would.changedSince().stream()).limit(SHOWN).toList();
    List<ChangedSince> since = new ArrayList<>();
    for (RecordView record : records.list(scope, job.register(), shown)) {
      since.add(
          new ChangedSince(
              record.id().value(),
              RecordTitle.of(definition, record.content()).orElse(""),
              Optional.ofNullable(why.get(record.id()))
                  .map(reason -> Messages.say(reason, language))
                  .orElse(""),
              changes(scope, definition, record, id, language)));
    }
    return new Preview(would.removed().size(), would.restored().size(), would.kept(), since);
  }

  private List<Change> changes(
      Scope scope, Definition definition, RecordView record, UUID id, Language language) {
    List<RecordChange> history = records.history(scope, record.id());
    int last =
        history.stream()
            .filter(change -> change.batch().equals(Optional.of(id)))
            .mapToInt(RecordChange::version)
            .max()
            .orElse(0);
    Map<String, String> said = records.said(scope, record.id(), history, language);
    List<Change> changes = new ArrayList<>();
    for (RecordChange change : history) {
      if (change.version() > last) {
        change
            .fields()
            .forEach(
                (field, what) ->
                    changes.add(
                        new Change(
                            label(definition, field, language),
                            words(said, field, what.before()),
                            words(said, field, what.after()),
                            change.by(),
                            change.at())));
      }
    }
    return changes;
  }

  private static String label(Definition definition, String field, Language language) {
    return SPINE.contains(field)
        ? Messages.say(Message.of("register-record.label." + field.substring(1)), language)
        : definition.findField(field).map(Field::label).orElse(field);
  }

  private static String words(Map<String, String> said, String field, Optional<Object> value) {
    return value.map(json -> said.getOrDefault(field + " " + json, json.toString())).orElse("");
  }

  private ImportJob requireDone(Scope scope, UUID id) {
    ImportJob job = desk.getOwn(scope, id);
    if (job.step() != ImportStep.DONE) {
      throw Problem.of(
          HttpStatus.CONFLICT, "register-exchange.nothing-to-take-back", job.fileName());
    }
    return job;
  }

  /**
   * Takes it back.
   *
   * @throws Problem where the import is not the account's or not done, or no reason is given
   * @throws FaultyRecord where somebody takes a key at this moment that a record would have again
   */
  @Transactional
  public ImportJob takeBack(Scope scope, UUID id, String reason) {
    ImportJob job = requireDone(scope, id);
    if (reason.isBlank()) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "register-exchange.reason-needed");
    }
    if (!jobs.takeBack(scope, id, reason)) {
      throw Problem.of(
          HttpStatus.CONFLICT, "register-exchange.nothing-to-take-back", job.fileName());
    }
    RecordBatch.TakeBack done = batch.takeBack(scope, job.register(), id, reason);
    audit.record(
        scope,
        "register.import-taken-back",
        id.toString(),
        "%s: %s, %d removed, %d restored, %d kept; %s"
            .formatted(
                job.register(),
                job.fileName(),
                done.removed().size(),
                done.restored().size(),
                done.kept(),
                reason));
    return desk.get(scope, id);
  }
}
