package jingtu.server.duty;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Organisation;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.lifecycle.Functions;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordEdit;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is due for a record, in the list of duties, as {@code register-duties.csv} has it. */
@WholeDuty
class RegisterDutiesTests {

  private static final Scope COORDINATOR = DutyOffice.COORDINATOR;
  private static final RegisterId REGISTER = new RegisterId("test-dues");
  private static final String FUNCTION = "soil-supervisor";

  private static final String DEFINITION =
      """
      register: test-dues
      version: 1
      name: 试验期限
      kind: 台账
      key: [name]
      geometry: none
      fields:
        - {id: name,    label: 名称,         type: text, required: true}
        - {id: keeper,  label: 责任单位,     type: organisation}
        - {id: noticed, label: 书面通知日期, type: date}
        - {id: checked, label: 排查完成日期, type: date}
      lifecycle:
        states:
          - {id: listed, label: 在册}
          - {id: closed, label: 已销号, end: true}
        transitions:
          - {id: close, label: 销号, from: listed, to: closed}
      deadlines:
        - {id: check,  when: listed, due: P6M, event: noticed, duty: 开展隐患排查, by: keeper, done: checked}
        - {id: report, when: listed, due: P1M, event: noticed, duty: 报送排查报告, by: soil-supervisor}
      """;

  private final List<RecordId> created = new ArrayList<>();

  @Autowired DutyOffice office;
  @Autowired Duties duties;
  @Autowired KeepDuties keepDuties;
  @Autowired JdbcClient jdbc;
  @Autowired DefineRegister defineRegister;
  @Autowired Records records;
  @Autowired Functions functions;
  @Autowired FollowRegisters followRegisters;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void define() {
    defineRegister.apply(COORDINATOR, "dues.yaml", DEFINITION);
  }

  /** What others count does not hold what is due here. */
  @AfterEach
  void nothingIsDue() {
    for (RecordId id : created) {
      records
          .find(COORDINATOR, id)
          .filter(record -> record.removal().isEmpty())
          .ifPresent(record -> records.remove(COORDINATOR, id, record.version(), "试完"));
    }
    functions.assign(COORDINATOR, PretendOffice.COUNTY, FUNCTION, List.of());
  }

  @Test
  void theListFollowsTheRegister() {
    RecordView record = create("北沟渣场");
    assertThat(list(record)).containsExactlyElementsOf(expected("created"));

    record = change(record, "noticed", Optional.of(LocalDate.of(2026, 3, 16)));
    assertThat(list(record)).containsExactlyElementsOf(expected("moved"));

    functions.assign(
        COORDINATOR,
        PretendOffice.COUNTY,
        FUNCTION,
        List.of(office.organisation("东临市生态环境局禾汀分局").id()));
    assertThat(list(record)).containsExactlyElementsOf(expected("assigned"));
    assertThat(names(office.officer("禾汀县水利局"), record)).containsExactly("禾汀县水利局");
    assertThat(names(PretendOffice.coordinator(PretendOffice.NEIGHBOUR), record)).isEmpty();

    Duty check =
        of(COORDINATOR, record).stream()
            .filter(duty -> duty.assignee().name().equals("禾汀县水利局"))
            .findFirst()
            .orElseThrow();
    record = change(record, "checked", Optional.of(LocalDate.of(2026, 3, 1)));
    assertThat(list(record)).containsExactlyElementsOf(expected("done"));
    assertThat(duties.find(COORDINATOR, check.id()).orElseThrow().ended()).contains(Ended.DONE);

    record = change(record, "checked", Optional.empty());
    assertThat(list(record)).containsExactlyElementsOf(expected("undone"));

    records.remove(COORDINATOR, record.id(), record.version(), "重复");
    assertThat(list(record)).isEmpty();
    assertThat(duties.find(COORDINATOR, check.id()).orElseThrow().ended())
        .contains(Ended.NOT_ASKED);
  }

  @Test
  void lookingThroughWhatIsThereChangesNothing() {
    RecordView record = create("南沟渣场");
    List<Duty> before = of(COORDINATOR, record);

    followRegisters.dayBegins();

    assertThat(of(COORDINATOR, record)).isEqualTo(before);
  }

  @Test
  void aRecordThatMovesLeavesTheListOfTheRegionItWasIn() {
    RecordView record = create("西沟渣场");
    Duty before = of(COORDINATOR, record).getLast();

    records.change(
        COORDINATOR,
        record.id(),
        record.version(),
        new RecordEdit(
            Map.of(),
            Set.of(),
            new RecordEdit.Place.Same(),
            Optional.of(PretendOffice.TOWNSHIP),
            Optional.empty(),
            ""));

    assertThat(of(COORDINATOR, record))
        .hasSize(2)
        .allSatisfy(duty -> assertThat(duty.region()).isEqualTo(PretendOffice.TOWNSHIP));
    assertThat(duties.find(COORDINATOR, before.id()).orElseThrow().ended())
        .contains(Ended.NOT_ASKED);
  }

  @Test
  void anOrganisationKeepsItsDutiesUnderAnotherName() {
    RecordView record = create("中沟渣场");
    Organisation water = office.organisation("禾汀县水利局");
    Duty before =
        of(COORDINATOR, record).stream()
            .filter(duty -> duty.assignee().id().equals(Optional.of(water.id())))
            .findFirst()
            .orElseThrow();
    keepDuties.reports(COORDINATOR, before.id(), before.version(), false);
    rename(water.id(), "禾汀县水务局");
    try {
      change(record, "noticed", Optional.of(LocalDate.of(2026, 3, 16)));
      Duty after = duties.find(COORDINATOR, before.id()).orElseThrow();
      assertThat(after.ended()).isEmpty();
      assertThat(after.reports()).isFalse();
      assertThat(after.due().getFirst().day()).isEqualTo(LocalDate.of(2026, 9, 16));
    } finally {
      rename(water.id(), "禾汀县水利局");
    }
  }

  private void rename(UUID id, String name) {
    jdbc.sql("update organisation set name = :name where id = :id")
        .param("name", name)
        .param("id", id)
        .update();
  }

  @Test
  void aTransactionThatFailsLeavesNothingInTheList() {
    int before = all(COORDINATOR).size();

    transaction.executeWithoutResult(
        status -> {
          create("东沟渣场");
          status.setRollbackOnly();
        });

    assertThat(all(COORDINATOR)).hasSize(before);
  }

  private RecordView create(String name) {
    RecordView record =
        records.create(
            COORDINATOR,
            REGISTER,
            new RecordDraft(
                PretendOffice.COUNTY,
                Optional.empty(),
                Map.of(
                    "name", new FieldValue.Words(name),
                    "keeper", new FieldValue.Ids(List.of(office.organisation("禾汀县水利局").id())),
                    "noticed", new FieldValue.Day(LocalDate.of(2026, 3, 2))),
                Optional.empty()));
    created.add(record.id());
    return record;
  }

  private RecordView change(RecordView record, String field, Optional<LocalDate> day) {
    RecordEdit edit =
        day.map(known -> RecordEdit.of(Map.of(field, new FieldValue.Day(known))))
            .orElseGet(() -> RecordEdit.of(Map.of(), Set.of(field), ""));
    return records.change(COORDINATOR, record.id(), record.version(), edit);
  }

  private List<Duty> all(Scope scope) {
    DutyFilter all =
        new DutyFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, "");
    return duties.all(scope, all);
  }

  private List<Duty> of(Scope scope, RecordView record) {
    return all(scope).stream()
        .filter(
            duty ->
                duty.origin() instanceof DutyOrigin.OfDeadline due
                    && due.record().equals(record.id()))
        .sorted(comparing(duty -> duty.due().getFirst().day()))
        .toList();
  }

  private List<String> names(Scope scope, RecordView record) {
    return of(scope, record).stream().map(duty -> duty.assignee().name()).toList();
  }

  private List<String> list(RecordView record) {
    return of(COORDINATOR, record).stream()
        .map(
            duty ->
                String.join(
                    ";",
                    duty.sentence(),
                    duty.assignee().name(),
                    String.valueOf(duty.assignee().id().isPresent()),
                    duty.due().stream()
                        .map(day -> day.day().toString())
                        .collect(Collectors.joining(" "))))
        .toList();
  }

  private static List<String> expected(String step) {
    List<String> lines =
        DutyOffice.lines("/duty/register-duties.csv")
            .filter(line -> line.startsWith(step + ";"))
            .map(line -> line.substring(step.length() + 1))
            .toList();
    assertThat(lines).isNotEmpty();
    return lines;
  }
}
