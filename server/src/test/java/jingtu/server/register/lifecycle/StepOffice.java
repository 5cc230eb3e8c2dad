package jingtu.server.register.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;

/** A county with offices, people in them, and a register whose steps they take. */
@TestComponent
class StepOffice {

  static final RegisterId REGISTER = new RegisterId("test-steps");

  static final String DEFINITION =
      """
      register: test-steps
      version: 1
      name: 试验步骤
      kind: 台账
      key: [name]
      geometry: none
      fields:
        - {id: name,     label: 名称,     type: text, required: true}
        - {id: capacity, label: 库容,     type: quantity, unit: 10⁴ m³}
        - {id: double,   label: 两倍库容, type: computed, computed: {expression: "capacity * 2", result: number}}
        - {id: found,    label: 建成日期, type: date}
        - {id: next_to,  label: 相邻,     type: link, to: test-steps, many: true}
        - {id: behind,   label: 背后,     type: link, to: test-steps, roles: [coordinator]}
      lifecycle:
        states:
          - {id: listed, label: 在册}
          - {id: treating, label: 治理中}
          - {id: closed, label: 已销号, end: true}
        transitions:
          - {id: start,    label: 开始治理, from: listed, to: treating, by: [test-supervisor]}
          - {id: accept,   label: 验收,     from: listed, to: closed, by: [test-supervisor, test-acceptor]}
          - {id: strike,   label: 划掉,     from: listed, to: closed, by: [test-striker]}
          - {id: withdraw, label: 撤回,     from: listed, to: closed}
          - {id: prove,    label: 提交材料, from: listed, to: treating, requires: {fields: [found], evidence: [治理方案, 评审意见], test: "double < 100", message: 库容过大须先分库, reason: true}}
          - {id: reopen,   label: 重开,     from: closed, to: listed}
      deadlines:
        - {id: file,  when: listed, due: P10WD, event: listed, duty: 建档, by: test-supervisor}
        - {id: works, when: treating, due: P6M, event: treating, duty: 完成治理, by: test-striker}
        - {id: judge, when: listed, due: R/--03-31, applies: "capacity > 100", duty: 大库核定, by: next_to}
      """;

  private final Regions regions;
  private final Organisations organisations;
  private final DefineRegister defineRegister;
  private final Functions functions;
  private final Records records;
  private final Identifiers identifiers;
  private final Map<String, UUID> offices = new HashMap<>();

  StepOffice(
      Regions regions,
      Organisations organisations,
      DefineRegister defineRegister,
      Functions functions,
      Records records,
      Identifiers identifiers) {
    this.regions = regions;
    this.organisations = organisations;
    this.defineRegister = defineRegister;
    this.functions = functions;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** Opens it once for all tests of a context. */
  synchronized StepOffice open() {
    if (offices.isEmpty()) {
      PretendOffice.open(regions);
      office("emergency office", PretendOffice.COUNTY);
      office("works", PretendOffice.COUNTY);
      office("coordination", PretendOffice.COUNTY);
      office("city office", PretendOffice.CITY);
      office("township government", PretendOffice.TOWNSHIP);
      office("neighbour", PretendOffice.NEIGHBOUR);
      DefineRegister.Outcome defined =
          defineRegister.apply(coordinator(PretendOffice.COUNTY), "steps.yaml", DEFINITION);
      if (!(defined instanceof DefineRegister.Outcome.Applied)) {
        throw new AssertionError("not applied: " + defined);
      }
      assign(PretendOffice.COUNTY, "test-supervisor", "emergency office");
      assign(PretendOffice.TOWNSHIP, "test-supervisor", "township government");
      assign(PretendOffice.CITY, "test-acceptor", "city office");
    }
    return this;
  }

  private void office(String name, RegionCode region) {
    Scope system =
        new Scope(new UUID(0, 0), "x", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());
    offices.put(
        name,
        organisations
            .add(system, OrganisationEntry.named(name, Optional.of(region), List.of()))
            .id());
  }

  void assign(RegionCode region, String function, String... holders) {
    functions.assign(
        coordinator(region), region, function, List.of(holders).stream().map(this::id).toList());
  }

  UUID id(String office) {
    return Objects.requireNonNull(offices.get(office), office);
  }

  Scope coordinator(RegionCode region) {
    return PretendOffice.coordinator(region);
  }

  Scope officer(String office, RegionCode region) {
    return new Scope(
        UUID.nameUUIDFromBytes(office.getBytes(UTF_8)),
        office,
        Role.OFFICER,
        Optional.of(region),
        Optional.of(id(office)));
  }

  /** Whoever a column of {@code steps.csv} is about. */
  Scope account(String column) {
    return switch (column) {
      case "emergency office", "works" -> officer(column, PretendOffice.COUNTY);
      case "city office" -> officer(column, PretendOffice.CITY);
      case "township government" -> officer(column, PretendOffice.TOWNSHIP);
      case "county coordinator" -> coordinator(PretendOffice.COUNTY);
      case "city coordinator" -> coordinator(PretendOffice.CITY);
      case "township coordinator" -> coordinator(PretendOffice.TOWNSHIP);
      case "neighbour coordinator" -> coordinator(PretendOffice.NEIGHBOUR);
      case "administrator", "auditor" ->
          new Scope(
              UUID.nameUUIDFromBytes(column.getBytes(UTF_8)),
              column,
              column.equals("auditor") ? Role.AUDITOR : Role.ADMINISTRATOR,
              Optional.of(PretendOffice.COUNTY),
              Optional.of(id("coordination")));
      default -> throw new AssertionError("no account " + column);
    };
  }

  /** A new record of a region that an organisation may keep, with these further values. */
  RecordView record(RegionCode region, Optional<String> keeper, Map<String, FieldValue> more) {
    return record(coordinator(region), region, keeper, more);
  }

  /** The same, entered by somebody else. */
  RecordView record(
      Scope by, RegionCode region, Optional<String> keeper, Map<String, FieldValue> more) {
    Map<String, FieldValue> content = new HashMap<>(more);
    content.put("name", new FieldValue.Words("点位 " + identifiers.next()));
    return records.create(
        by, REGISTER, new RecordDraft(region, keeper.map(this::id), content, Optional.empty()));
  }

  RecordView record(RegionCode region) {
    return record(region, Optional.empty(), Map.of());
  }
}
