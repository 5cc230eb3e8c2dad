package jingtu.server.register.record;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.register.MadeRegister.number;
import static jingtu.server.register.MadeRegister.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jingtu.server.OnBothDatabases;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.MadeFiles;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.record.FieldValue.Amount;
import jingtu.server.register.record.FieldValue.Ids;
import jingtu.server.register.record.FieldValue.Words;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

/** What records keep in fields that their register has retired or dropped. */
@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class RetiredValuesTests {

  private static final AtomicInteger REGISTERS = new AtomicInteger();
  private static final Scope COORDINATOR = coordinator(COUNTY);

  @Autowired Records records;
  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired DefineRegister define;
  @Autowired Evidence evidence;

  private RegisterOffice office;
  private String id = "";
  private RecordId record = new RecordId(new java.util.UUID(0, 0));

  @BeforeEach
  void open() {
    office = RegisterOffice.open(regions, organisations, define);
    id = "retiring-" + REGISTERS.incrementAndGet();
    office.define(first().definition());
    RecordId upper = created(Map.of("name", new Words("上库")));
    UUID proof = MadeFiles.handIn(evidence, COORDINATOR, COUNTY, "验收意见.txt");
    record =
        created(
            Map.of(
                "name", new Words("甲库"),
                "load", new Amount(new BigDecimal("5.25")),
                "kind", new Words("open"),
                "upstream", new Ids(List.of(upper.value())),
                "proofs", new Ids(List.of(proof)),
                "depth", new Amount(BigDecimal.TEN)));
  }

  private MadeRegister first() {
    return new MadeRegister(id)
        .required("name", text())
        .field("load", number())
        .field("kind", new FieldType.DisclosureMark())
        .field("upstream", new FieldType.Link(new RegisterId(id), true))
        .field("proofs", new FieldType.Evidence())
        .hidden("depth", number(), Role.COORDINATOR);
  }

  private RecordId created(Map<String, FieldValue> content) {
    return records
        .create(
            COORDINATOR,
            new RegisterId(id),
            new RecordDraft(COUNTY, Optional.empty(), content, Optional.empty()))
        .id();
  }

  /** {@code load} is retired, the others are dropped. */
  private Definition second() {
    Field load = first().definition().findField("load").orElseThrow();
    return new MadeRegister(id)
        .version(2)
        .required("name", text())
        .add(MadeRegister.with(load, false, true))
        .definition();
  }

  private List<String> kept(Scope scope) {
    return records.retired(scope, record, Language.ZH).stream()
        .map(kept -> kept.label() + "=" + kept.value() + " v" + kept.version())
        .toList();
  }

  @Test
  void whatARecordHoldsInRetiredAndDroppedFieldsIsToldInWords() {
    assertThat(kept(COORDINATOR)).isEmpty();
    office.define(second());
    assertThat(records.find(COORDINATOR, record).orElseThrow().content()).containsOnlyKeys("name");

    assertThat(kept(COORDINATOR))
        .containsExactlyInAnyOrder(
            "字段load=5.25 v2",
            "字段kind=主动公开 v2",
            "字段upstream=上库 v2",
            "字段proofs=验收意见.txt v2",
            "字段depth=10 v2");
  }

  @Test
  void aFieldThatWasHiddenStaysSoAndOneHiddenSinceIsHiddenToo() {
    office.define(second());
    Scope officer = office.officerOf("石漪镇环保所");
    assertThat(kept(officer))
        .containsExactlyInAnyOrder(
            "字段load=5.25 v2", "字段kind=主动公开 v2", "字段upstream=上库 v2", "字段proofs=验收意见.txt v2");

    Field load = second().findField("load").orElseThrow();
    Field hidden =
        new MadeRegister("x")
            .hidden("load", load.type(), Role.COORDINATOR)
            .definition()
            .findField("load")
            .orElseThrow();
    office.define(
        new MadeRegister(id)
            .version(3)
            .required("name", text())
            .add(MadeRegister.with(hidden, false, true))
            .definition());
    assertThat(kept(officer))
        .containsExactlyInAnyOrder("字段kind=主动公开 v2", "字段upstream=上库 v2", "字段proofs=验收意见.txt v2");
    assertThat(kept(COORDINATOR)).contains("字段load=5.25 v2");
  }

  @Test
  void aFieldThatIsAskedForAgainIsRetiredNoMore() {
    office.define(second());
    office.define(
        new MadeRegister(id)
            .version(3)
            .required("name", text())
            .field("load", number())
            .definition());
    assertThat(kept(COORDINATOR)).noneMatch(kept -> kept.startsWith("字段load"));
    assertThat(records.find(COORDINATOR, record).orElseThrow().content())
        .containsEntry("load", new Amount(new BigDecimal("5.25")));
  }

  @Test
  void whoeverDoesNotSeeTheRecordLearnsNothing() {
    office.define(second());
    assertThatThrownBy(() -> kept(coordinator(NEIGHBOUR)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("unknown");
  }
}
