package jingtu.server.register.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import jingtu.server.PretendOffice;
import jingtu.server.edge.Problem;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields that are asked for in one state and not in another. */
@WholeLifecycle
class FieldsByStateTests {

  private static final RegisterId REGISTER = new RegisterId("test-by-state");

  private static final String DEFINITION =
      """
      register: test-by-state
      version: 1
      name: 试验状态
      kind: 台账
      fields:
        - {id: name, label: 名称, type: text, required: true}
        - {id: plan, label: 计划, type: text, when: "state == 'open'"}
        - {id: outcome, label: 结果, type: text, required: true, when: "state == 'closed'"}
      lifecycle:
        states: {open: 进行中, closed: 已结束}
        transitions:
          - {id: close, label: 结束, from: open, to: closed, requires: {fields: [outcome]}}
      """;

  @Autowired StepOffice office;
  @Autowired DefineRegister define;
  @Autowired Records records;
  @Autowired Lifecycles lifecycles;

  private final Scope county = PretendOffice.coordinator(PretendOffice.COUNTY);

  @BeforeEach
  void open() {
    office.open();
    define.apply(county, "by-state.yaml", DEFINITION);
  }

  private static Map<String, FieldValue> named() {
    return Map.of("name", new FieldValue.Words("甲"));
  }

  private RecordView record() {
    return records.create(
        county,
        REGISTER,
        new RecordDraft(PretendOffice.COUNTY, Optional.empty(), named(), Optional.empty()));
  }

  @Test
  void areJudgedByWhereTheRecordStands() {
    RecordView record = record();
    Records.Checked fresh = records.check(county, REGISTER, Optional.empty(), named());
    assertThat(fresh.notAsked()).containsExactly("outcome");
    assertThat(fresh.faults()).isEmpty();

    lifecycles.take(
        county,
        record.id(),
        record.version(),
        "close",
        new StepTaken("", Map.of("outcome", new FieldValue.Words("好")), Map.of()));
    Records.Checked closed = records.check(county, REGISTER, Optional.of(record.id()), named());
    assertThat(closed.notAsked()).containsExactly("plan");
    assertThat(closed.faults())
        .extracting(fault -> fault.field() + " " + fault.message().key())
        .containsExactly("outcome register-record.required");
  }

  @Test
  void areNotToldOfARecordThatTheAccountDoesNotSeeOrThatIsOfAnotherRegister() {
    RecordId other = office.record(PretendOffice.COUNTY).id();
    RecordView mine = record();
    Scope neighbour = PretendOffice.coordinator(PretendOffice.NEIGHBOUR);

    assertThatThrownBy(() -> records.check(county, REGISTER, Optional.of(other), named()))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> records.check(neighbour, REGISTER, Optional.of(mine.id()), named()))
        .isInstanceOf(Problem.class);
  }
}
