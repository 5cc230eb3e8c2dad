package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Lifecycle.Transition;
import jingtu.server.register.record.Computations;
import jingtu.server.register.record.FaultyRecord;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordConflict;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.register.record.StoredRecord;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps that records take from state to state: which come next, who takes them, and taking
 * them.
 */
@Service
public class Lifecycles {

  private final Definitions definitions;
  private final Records records;
  private final FunctionHolders holders;
  private final StepRows steps;
  private final Evidence evidence;
  private final Organisations organisations;
  private final Regions regions;
  private final TransactionTemplate each;

  Lifecycles(
      Definitions definitions,
      Records records,
      FunctionHolders holders,
      StepRows steps,
      Evidence evidence,
      Organisations organisations,
      Regions regions,
      PlatformTransactionManager transactions) {
    this.definitions = definitions;
    this.records = records;
    this.holders = holders;
    this.steps = steps;
    this.evidence = evidence;
    this.organisations = organisations;
    this.regions = regions;
    this.each = new TransactionTemplate(transactions);
    this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * A step that starts where a record stands.
   *
   * @param allowed whether the account may take it, be something still missing or not
   * @param lacks what the record still lacks for it
   * @param takenBy who takes it
   */
  public record NextStep(Transition step, boolean allowed, List<Message> lacks, Message takenBy) {

    public NextStep {
      lacks = List.copyOf(lacks);
    }
  }

  /**
   * What came of a step with several records.
   *
   * @param refused those that did not go it, with why
   */
  public record TakenTogether(int changed, List<Refused> refused) {

    public TakenTogether {
      refused = List.copyOf(refused);
    }

    /** A record that stays where it is. */
    public record Refused(RecordId record, List<Message> why) {

      public Refused {
        why = List.copyOf(why);
      }
    }
  }

  /** The record that a step is to be taken with, and what was found out of it. */
  private record Case(
      Definition definition,
      StoredRecord record,
      boolean edits,
      boolean governs,
      FunctionHolders.Told told) {

    StepRight right(Transition step) {
      return StepRight.of(step, record.region(), told);
    }

    boolean allows(Scope scope, Transition step) {
      return right(step).allows(scope, edits, governs);
    }
  }

  /**
   * The steps that start where the record stands, in the order of the definition; none of a record
   * that was removed.
   *
   * @throws StepRefused where the account does not see the record
   */
  @Transactional(readOnly = true)
  public List<NextStep> next(Scope scope, RecordId id) {
    Case it = caseOf(scope, id);
    return it.definition().lifecycle().transitions().stream()
        .filter(step -> step.from().contains(it.record().state()))
        .filter(step -> it.record().removal().isEmpty())
        .map(
            step ->
                new NextStep(
                    step,
                    it.allows(scope, step),
                    new StepNeeds(it.definition(), step)
                        .lacking(it.record().content(), it.record().state(), Set.of()),
                    takenBy(scope, it.right(step))))
        .toList();
  }

  /**
   * Takes a step.
   *
   * @param version of the record, as it was looked at
   * @throws StepRefused where it cannot be taken
   * @throws FaultyRecord where what is filled in with it does not fit the definition
   * @throws RecordConflict where somebody else has changed the record meanwhile
   */
  @Transactional
  public RecordView take(Scope scope, RecordId id, int version, String step, StepTaken taken) {
    Case it = caseOf(scope, id);
    return take(scope, it, version, stepOf(it.definition(), step), taken);
  }

  /**
   * Takes a step with several records of a register. What is given with it, files too, goes to each
   * of them. One that is refused does not keep the others back; those stand in the order in which
   * the records were named.
   *
   * @throws StepRefused where the register is unknown or has no such step
   */
  @Transactional
  public TakenTogether takeTogether(
      Scope scope, RegisterId register, Collection<RecordId> ids, String step, StepTaken taken) {
    Definition definition =
        definitions
            .find(scope, register)
            .orElseThrow(
                () ->
                    new StepRefused(
                        StepRefused.Why.UNKNOWN_STEP,
                        Message.of("register-lifecycle.no-step", step)));
    Transition known = stepOf(definition, step);
    List<TakenTogether.Refused> refused = new ArrayList<>();
    int changed = 0;
    for (RecordId id : inOneOrder(ids)) {
      List<Message> why = tryOne(scope, register, id, known, taken);
      if (why.isEmpty()) {
        changed++;
      } else {
        refused.add(new TakenTogether.Refused(id, why));
      }
    }
    List<RecordId> named = List.copyOf(ids);
    refused.sort(Comparator.comparingInt(each -> named.indexOf(each.record())));
    return new TakenTogether(changed, refused);
  }

  /** Each once, and in the order in which everybody holds them, so that no two wait for another. */
  private static List<RecordId> inOneOrder(Collection<RecordId> ids) {
    return ids.stream().distinct().sorted(Comparator.comparing(RecordId::value)).toList();
  }

  /** Why the record does not go the step; nothing where it went it. */
  private List<Message> tryOne(
      Scope scope, RegisterId register, RecordId id, Transition step, StepTaken taken) {
    try {
      each.executeWithoutResult(
          t -> {
            Case it = caseOf(scope, id);
            if (!it.definition().id().equals(register)) {
              throw unknownRecord();
            }
            take(scope, it, it.record().version(), step, taken);
          });
      return List.of();
    } catch (StepRefused refused) {
      return refused.reasons();
    } catch (FaultyRecord faulty) {
      return faulty.faults().stream().map(fault -> fault.message()).toList();
    } catch (RecordConflict overtaken) {
      return List.of(Message.of("register-lifecycle.overtaken"));
    }
  }

  private RecordView take(Scope scope, Case it, int version, Transition step, StepTaken taken) {
    StoredRecord record = it.record();
    mustStartHere(it, step);
    if (!it.allows(scope, step)) {
      throw new StepRefused(StepRefused.Why.NOT_YOURS, takenBy(scope, it.right(step)));
    }
    Map<String, FieldValue> filled = new HashMap<>(record.content());
    filled.putAll(taken.set());
    Map<String, FieldValue> content =
        Computations.complete(it.definition(), filled, record.state());
    List<Message> lacks = new ArrayList<>(unfit(scope, it, step, taken));
    lacks.addAll(
        new StepNeeds(it.definition(), step)
            .lacking(content, record.state(), taken.evidence().keySet()));
    if (!lacks.isEmpty()) {
      throw new StepRefused(StepRefused.Why.LACKING, lacks);
    }
    records.hold(scope, record.id(), version);
    steps.insert(record.id(), version + 1, step, record.state(), taken.evidence());
    return records.step(
        scope,
        record.id(),
        version,
        new Records.Step(step.id(), step.to(), taken.set(), taken.reason().strip()));
  }

  private static void mustStartHere(Case it, Transition step) {
    if (it.record().removal().isPresent()) {
      throw unknownRecord();
    }
    if (!step.from().contains(it.record().state())) {
      throw new StepRefused(
          StepRefused.Why.NOT_FROM_HERE,
          Message.of(
              "register-lifecycle.not-from-here",
              step.label(),
              label(it.definition(), it.record().state())));
    }
  }

  /** What was given with the step and does not belong to it, or is not enough. */
  private List<Message> unfit(Scope scope, Case it, Transition step, StepTaken taken) {
    List<Message> unfit = new ArrayList<>();
    if (step.reason() && taken.reason().isBlank()) {
      unfit.add(Message.of("register-lifecycle.lacks-reason"));
    }
    for (String field : taken.set().keySet()) {
      if (!it.edits() && !step.fields().contains(field)) {
        unfit.add(Message.of("register-lifecycle.not-your-field", fieldLabel(it, field)));
      }
    }
    for (String kind : taken.evidence().keySet()) {
      if (!step.evidence().contains(kind)) {
        unfit.add(Message.of("register-lifecycle.unknown-kind", kind));
      }
    }
    if (!areThere(scope, taken)) {
      unfit.add(Message.of("register-lifecycle.unknown-evidence"));
    }
    return unfit;
  }

  /** Whether the account sees every file that it names, and none was removed nor will be now. */
  private boolean areThere(Scope scope, StepTaken taken) {
    Set<EvidenceId> named =
        taken.evidence().values().stream()
            .flatMap(List::stream)
            .map(EvidenceId::new)
            .collect(Collectors.toCollection(HashSet::new));
    evidence.holdStill(scope, named);
    evidence.list(scope, named).stream()
        .filter(piece -> piece.removal().isEmpty())
        .map(PieceOfEvidence::id)
        .forEach(named::remove);
    return named.isEmpty();
  }

  private Case caseOf(Scope scope, RecordId id) {
    RecordView seen = records.find(scope, id).orElseThrow(Lifecycles::unknownRecord);
    StoredRecord record = records.whole(scope, id).orElseThrow(Lifecycles::unknownRecord);
    return new Case(
        definitions.find(scope, seen.register()).orElseThrow(Lifecycles::unknownRecord),
        record,
        seen.mayEdit(),
        regions.governs(scope, seen.region()),
        holders.told(scope));
  }

  private static StepRefused unknownRecord() {
    return new StepRefused(
        StepRefused.Why.UNKNOWN_RECORD, Message.of("register-lifecycle.no-record"));
  }

  private static Transition stepOf(Definition definition, String id) {
    return definition.lifecycle().transitions().stream()
        .filter(step -> step.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new StepRefused(
                    StepRefused.Why.UNKNOWN_STEP, Message.of("register-lifecycle.no-step", id)));
  }

  private Message takenBy(Scope scope, StepRight right) {
    return switch (right) {
      case StepRight.Editors editors -> Message.of("register-lifecycle.by-editors");
      case StepRight.Holders(var ids) ->
          Message.of("register-lifecycle.by-holders", namesOf(scope, ids));
      case StepRight.NobodyNamed(var functions) ->
          Message.of(
              "register-lifecycle.by-coordinator",
              functions.stream().map(FunctionLabels::of).collect(joining(" / ")));
    };
  }

  private String namesOf(Scope scope, Collection<UUID> ids) {
    return organisations.list(scope).stream()
        .filter(organisation -> ids.contains(organisation.id()))
        .map(Organisation::name)
        .collect(joining(" / "));
  }

  private static String label(Definition definition, String state) {
    return definition.lifecycle().findState(state).map(s -> s.label()).orElse(state);
  }

  private static String fieldLabel(Case it, String field) {
    return Optional.of(field).flatMap(it.definition()::findField).map(f -> f.label()).orElse(field);
  }
}
