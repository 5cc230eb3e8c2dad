package jingtu.server.register.definition;

import static jingtu.server.PretendOffice.CITY;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.OnBothDatabases;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.MadeCodes;
import jingtu.server.register.MadeFiles;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.Lifecycle.Transition;
import jingtu.server.register.lifecycle.Functions;
import jingtu.server.register.lifecycle.Lifecycles;
import jingtu.server.register.lifecycle.StepRefused;
import jingtu.server.register.lifecycle.StepTaken;
import jingtu.server.register.record.FaultyRecord;
import jingtu.server.register.record.FieldFault;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordEdit;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

/**
 * Every guard of the shipped definitions, as {@code guards.csv} expects it, where records are
 * stored and steps are taken: what it refuses with which words, and that it is this guard and no
 * other that refuses it. The registers are copies of those that are shipped, so that these stay as
 * they are.
 */
@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class ShippedGuardsTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final String KEEPER = "县管护站";
  private static final Map<String, String> HOLDERS =
      Map.of(
          "parcel-reviewer", "县评审办",
          "inspection-office", "县督察办",
          "soil-supervisor", "县土壤科",
          "tailings-supervisor", "县应急局");

  @Autowired Records records;
  @Autowired Lifecycles lifecycles;
  @Autowired Functions functions;
  @Autowired Evidence evidence;
  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired DefineRegister define;

  private final RandomGenerator random = Seeded.random(1);
  private final Map<String, Integer> versions = new HashMap<>();
  private RegisterOffice office;
  private UUID file = new UUID(0, 0);
  private int made;

  @BeforeEach
  void open() {
    office = RegisterOffice.open(regions, organisations, define);
    HOLDERS.forEach(
        (function, holder) ->
            functions.assign(
                COORDINATOR, COUNTY, function, List.of(office.organisation(holder, COUNTY))));
    file = MadeFiles.handIn(evidence, COORDINATOR, COUNTY, "佐证.txt");
  }

  private static String text(String register) {
    try {
      return Optional.ofNullable(ShippedTests.texts().get(register)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Definition definition(String register) throws IOException {
    DefinitionReader.Reading reading = ShippedTests.read(register, text(register));
    return reading
        .definition()
        .orElseThrow(() -> new AssertionError(DefinitionReaderTests.said(reading)));
  }

  @Test
  void everyGuardAndEveryStepHasItsLineAndThereIsNoOther() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String register : ShippedTests.texts().keySet()) {
      names.add(register + " record");
      Guard.names(definition(register)).forEach(names::add);
    }
    List<String> lines = Guard.table().stream().map(Guard::name).toList();
    assertThat(new TreeSet<>(lines)).isEqualTo(names);
    assertThat(lines).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> aSoundRecordTakesTheStep() throws IOException {
    Map<String, Copy> copies = copies("stepping");
    return lines(line -> line.kind() == Guard.Kind.STEP)
        .map(
            step ->
                DynamicTest.dynamicTest(
                    step.name(),
                    () -> {
                      Copy copy = copy(copies, step);
                      assertThat(copy.refused(step)).isEmpty();
                    }));
  }

  /** Each guard speaks where it should; where nothing else refuses the same, it alone does. */
  @TestFactory
  Stream<DynamicTest> aGuardRefuses() throws IOException {
    Map<String, Copy> copies = copies("guarding");
    return lines(line -> line.kind().guards())
        .map(
            guard ->
                DynamicTest.dynamicTest(
                    guard.name(),
                    () -> {
                      List<String> refused = copy(copies, guard).refused(guard);
                      if (guard.beside().isEmpty()) {
                        assertThat(refused).containsExactly(guard.refusedWith());
                      } else {
                        assertThat(refused).contains(guard.refusedWith());
                      }
                    }));
  }

  /** The guard is taken out of the YAML, and the same record is stored, the same step taken. */
  @TestFactory
  Stream<DynamicTest> withoutItTheSameGoesThrough() throws IOException {
    Map<String, Copy> copies = copies("unguarded");
    return lines(line -> line.kind().guards())
        .map(
            guard ->
                DynamicTest.dynamicTest(
                    guard.name(),
                    () -> {
                      Copy copy = copy(copies, guard);
                      String with = text(guard.register());
                      if (!guard.beside().isEmpty()) {
                        with = beside(guard).takenOut(with);
                        copy.define(with);
                        assertThat(copy.refused(guard)).containsExactly(guard.refusedWith());
                      }
                      String without = guard.takenOut(with);
                      assertThat(without).isNotEqualTo(with);
                      copy.define(without);
                      assertThat(copy.refused(guard)).isEmpty();
                    }));
  }

  private static Stream<Guard> lines(java.util.function.Predicate<Guard> wanted)
      throws IOException {
    return Guard.table().stream().filter(wanted);
  }

  private static Guard beside(Guard guard) throws IOException {
    return only(
        lines(line -> line.name().equals(guard.register() + " " + guard.beside())).toList());
  }

  private static Guard only(List<Guard> lines) {
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  private Map<String, Copy> copies(String prefix) throws IOException {
    Map<String, Copy> copies = new HashMap<>();
    for (String register : ShippedTests.texts().keySet()) {
      Copy copy = new Copy(new RegisterId(prefix + "-" + register), definition(register));
      copy.define(text(register));
      copies.put(register, copy);
    }
    return copies;
  }

  private static Copy copy(Map<String, Copy> copies, Guard line) {
    return Objects.requireNonNull(copies.get(line.register()));
  }

  /** A register that is defined like a shipped one, as a whole or without some of its guards. */
  private final class Copy {
    private final RegisterId id;
    private final Definition shipped;

    Copy(RegisterId id, Definition shipped) {
      this.id = id;
      this.shipped = shipped;
    }

    void define(String text) {
      int version = versions.merge(id.value(), 1, Integer::sum);
      DefineRegister.Outcome outcome =
          define.apply(
              coordinator(CITY),
              "copy.yaml",
              text.replaceFirst("(?m)^register: .*$", "register: " + id)
                  .replaceFirst("(?m)^version: .*$", "version: " + version));
      assertThat(outcome).isInstanceOf(DefineRegister.Outcome.Applied.class);
    }

    /** What a record is refused with that breaks this guard and no other; nothing for a step. */
    List<String> refused(Guard line) throws IOException {
      return line.kind() == Guard.Kind.RULE ? refusedChange(line) : refusedStep(line);
    }

    private List<String> refusedChange(Guard rule) throws IOException {
      RecordView sound = placed(rule.state(), edit(rule.record()), Set.of());
      RecordEdit edit = edit(rule.breaks());
      try {
        RecordView stored = records.change(COORDINATOR, sound.id(), sound.version(), edit);
        assertThat(stored.content()).containsAllEntriesOf(edit.set());
        return List.of();
      } catch (FaultyRecord faulty) {
        return said(faulty.faults().stream().map(FieldFault::message));
      }
    }

    private List<String> refusedStep(Guard line) throws IOException {
      Guard sound = only(lines(step -> step.kind() == Guard.Kind.STEP && step.isOf(line)).toList());
      Transition step =
          shipped.lifecycle().transitions().stream()
              .filter(each -> each.id().equals(line.id()))
              .findFirst()
              .orElseThrow();
      RecordEdit breaks = edit(line.breaks());
      Set<String> lacking = new HashSet<>(breaks.clear());
      if (line.kind() == Guard.Kind.FIELD) {
        lacking.add(line.what());
      }
      RecordView record = placed(sound.state(), edit(sound.record()), lacking);
      boolean byKeeper = step.by().isEmpty() || line.kind() == Guard.Kind.FUNCTION;
      StepTaken taken =
          new StepTaken(
              line.kind() == Guard.Kind.REASON ? "" : "已核实",
              breaks.set(),
              step.evidence().stream()
                  .filter(kind -> !isLeftOut(line, kind))
                  .collect(Collectors.toMap(kind -> kind, kind -> List.of(file))));
      Scope account = office.officerOf(byKeeper ? KEEPER : holder(step));
      try {
        RecordView after =
            lifecycles.take(account, record.id(), record.version(), step.id(), taken);
        assertThat(after.state()).isEqualTo(step.to());
        return List.of();
      } catch (StepRefused refused) {
        return said(refused.reasons().stream());
      } catch (FaultyRecord faulty) {
        return said(faulty.faults().stream().map(FieldFault::message));
      }
    }

    private boolean isLeftOut(Guard line, String kind) {
      return line.kind() == Guard.Kind.EVIDENCE && line.what().equals(kind);
    }

    private String holder(Transition step) {
      return Objects.requireNonNull(HOLDERS.get(step.by().getFirst()));
    }

    /** A record that stands in a state and holds these values but for some. */
    private RecordView placed(String state, RecordEdit values, Set<String> lacking)
        throws IOException {
      Guard every =
          only(
              lines(
                      line ->
                          line.kind() == Guard.Kind.RECORD
                              && line.register().equals(shipped.id().value()))
                  .toList());
      Map<String, FieldValue> content = new HashMap<>(edit(every.record()).set());
      content.putAll(values.set());
      content.keySet().removeAll(lacking);
      RecordView record =
          records.create(
              COORDINATOR,
              id,
              new RecordDraft(
                  COUNTY,
                  Optional.of(office.organisation(KEEPER, COUNTY)),
                  content,
                  Optional.empty()));
      return record.state().equals(state)
          ? record
          : records.step(
              COORDINATOR,
              record.id(),
              record.version(),
              new Records.Step("placed", state, Map.of(), ""));
    }

    private RecordEdit edit(String written) {
      Map<String, FieldValue> set = new HashMap<>();
      Set<String> clear = new HashSet<>();
      for (String part : written.split(";", -1)) {
        String[] pair = part.strip().split("=", 2);
        if (pair.length == 2) {
          set.put(pair[0], value(shipped.findField(pair[0]).orElseThrow().type(), pair[1]));
        } else if (!pair[0].isEmpty()) {
          clear.add(pair[0].substring(1));
        }
      }
      return RecordEdit.of(set, clear, "");
    }

    private FieldValue value(FieldType type, String written) {
      return switch (TypeWord.of(type)) {
        case NUMBER, QUANTITY -> new FieldValue.Amount(new BigDecimal(written));
        case DATE -> new FieldValue.Day(LocalDate.parse(written));
        case FLAG -> new FieldValue.Yes(written.equals("yes"));
        case ORGANISATION -> new FieldValue.Ids(List.of(office.organisation(KEEPER, COUNTY)));
        case PERIOD -> {
          String[] ends = written.split("\\.\\.", -1);
          yield new FieldValue.Span(
              LocalDate.parse(ends[0]),
              Optional.of(ends[1]).filter(end -> !end.isEmpty()).map(LocalDate::parse));
        }
        case CREDIT_CODE -> new FieldValue.Words(MadeCodes.creditCode(random));
        default -> new FieldValue.Words(written.equals("*") ? "991121-" + ++made : written);
      };
    }

    private List<String> said(Stream<Message> messages) {
      return messages.map(message -> Messages.say(message, Language.ZH)).toList();
    }
  }
}
