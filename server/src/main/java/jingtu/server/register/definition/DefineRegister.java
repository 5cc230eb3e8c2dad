package jingtu.server.register.definition;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.server.audit.Audit;
import jingtu.server.register.DefinitionApplied;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefinitionReader.Reading;
import jingtu.server.register.definition.DefinitionReader.Surroundings;
import jingtu.server.register.table.TableChange;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a text the definition of a register: looked at first, with what it would do to the table,
 * then applied. The table is brought in line before the text is stored, since a table that can do
 * more than its definition says harms nobody.
 */
@Component
public class DefineRegister {

  private final Definitions definitions;
  private final DefinitionRows rows;
  private final CodeLists codes;
  private final TypedTables tables;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ObjectProvider<Reliance> reliances;

  DefineRegister(
      Definitions definitions,
      DefinitionRows rows,
      CodeLists codes,
      TypedTables tables,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock,
      TransactionTemplate transaction,
      ObjectProvider<Reliance> reliances) {
    this.definitions = definitions;
    this.rows = rows;
    this.codes = codes;
    this.tables = tables;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.transaction = transaction;
    this.reliances = reliances;
  }

  /**
   * What a text would do.
   *
   * @param definition there where the text can be applied
   * @param faults why it cannot
   * @param plan what applying it does to the table and to what records hold; empty where both stay
   *     as they are
   */
  public record Proposal(
      Optional<Definition> definition, List<DefinitionFault> faults, List<TableChange> plan) {
    public Proposal {
      faults = List.copyOf(faults);
      plan = List.copyOf(plan);
    }
  }

  /** What became of a text that was to be applied. */
  public sealed interface Outcome {

    record Applied(Definition definition) implements Outcome {}

    record Refused(List<DefinitionFault> faults) implements Outcome {
      public Refused {
        faults = List.copyOf(faults);
      }
    }

    /** The register has this version or a higher one by now. */
    record Overtaken(int version) implements Outcome {}
  }

  /** Looks at a text that somebody writes. */
  public Proposal check(Scope scope, String file, String text) {
    return propose(file, text, Set.of());
  }

  /** Applies a text that somebody wrote. */
  public Outcome apply(Scope scope, String file, String text) {
    return apply(scope.username(), Origin.EDITOR, file, text, Set.of());
  }

  /**
   * Looks at a text.
   *
   * @param others registers that are about to be there, so that files may refer to each other
   */
  Proposal propose(String file, String text, Set<RegisterId> others) {
    Set<RegisterId> registers = new HashSet<>(definitions.ids());
    registers.addAll(others);
    Reading reading = DefinitionReader.read(file, text, new Surroundings(registers, codes.names()));
    if (reading.definition().isEmpty()) {
      return new Proposal(Optional.empty(), reading.faults(), List.of());
    }
    Definition definition = reading.definition().get();
    List<TableChange> plan = new ArrayList<>(tables.plan(definition));
    plan.addAll(recomputed(definition));
    List<DefinitionFault> faults = new ArrayList<>(succession(file, text, definition, plan));
    faults.addAll(objections(file, text, definition));
    return new Proposal(faults.isEmpty() ? reading.definition() : Optional.empty(), faults, plan);
  }

  /** What records that are there will hold otherwise, though nobody changes them. */
  private List<TableChange> recomputed(Definition definition) {
    Optional<Definition> now = definitions.current(definition.id());
    List<Field> fields = now.map(definition::computedUnlike).orElse(List.of());
    if (fields.isEmpty() || tables.all(now.orElseThrow(), Optional.empty(), 1).isEmpty()) {
      return List.of();
    }
    return fields.stream().<TableChange>map(TableChange.Recomputed::new).toList();
  }

  private List<DefinitionFault> succession(
      String file, String text, Definition definition, List<TableChange> plan) {
    return new Succession(file, text, definition)
        .faults(definitions.stored(definition.id()), definitions.current(definition.id()), plan);
  }

  /** What the program itself makes of a register stays as it needs it. */
  private List<DefinitionFault> objections(String file, String text, Definition definition) {
    return reliances
        .orderedStream()
        .flatMap(reliance -> reliance.objections(definition).stream())
        .map(
            missed ->
                DefinitionReader.fault(
                    file, text, "fields", missed, Message.of("definition.program-needs")))
        .toList();
  }

  Outcome apply(String actor, Origin origin, String file, String text, Set<RegisterId> others) {
    definitions.refresh();
    Proposal proposal = propose(file, text, others);
    Optional<Integer> overtaken = overtaken(proposal);
    if (overtaken.isPresent()) {
      return new Outcome.Overtaken(overtaken.get());
    }
    if (proposal.definition().isEmpty()) {
      return new Outcome.Refused(proposal.faults());
    }
    Definition definition = proposal.definition().get();
    tables.align(definition);
    try {
      transaction.executeWithoutResult(
          done -> store(actor, origin, file, text, proposal, definition));
    } catch (DuplicateKeyException e) {
      definitions.refresh();
      return new Outcome.Overtaken(definition.version());
    }
    definitions.refresh();
    events.publishEvent(new DefinitionApplied(definition.id(), definition.version()));
    return new Outcome.Applied(definition);
  }

  private static Optional<Integer> overtaken(Proposal proposal) {
    return proposal.faults().stream()
        .filter(fault -> fault.problem().key().equals(Succession.NOT_HIGHER))
        .map(fault -> Integer.valueOf(fault.problem().arguments().getFirst()))
        .findFirst();
  }

  private void store(
      String actor,
      Origin origin,
      String file,
      String text,
      Proposal proposal,
      Definition definition) {
    rows.add(
        new StoredDefinition(
            definition.id(),
            definition.version(),
            text,
            origin,
            origin == Origin.EDITOR ? "" : file,
            actor,
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
    audit.record(
        actor,
        "register.defined",
        definition.id() + " " + definition.version(),
        detail(definition, proposal.plan()));
  }

  private static String detail(Definition definition, List<TableChange> plan) {
    List<String> said = new ArrayList<>(List.of(definition.name()));
    plan.stream().map(TableChange::message).map(DefineRegister::inChinese).forEach(said::add);
    String all = String.join("; ", said);
    return all.length() <= 1_000 ? all : all.substring(0, 1_000);
  }

  private static String inChinese(Message message) {
    return Messages.say(message, Language.ZH);
  }
}
