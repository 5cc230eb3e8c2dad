package jingtu.server.register.record;

import static jingtu.server.PretendOffice.CITY;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.PretendOffice.officer;
import static jingtu.server.register.MadeRegister.number;
import static jingtu.server.register.MadeRegister.point;
import static jingtu.server.register.MadeRegister.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jingtu.server.OnBothDatabases;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.MadeFiles;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.Lifecycle.State;
import jingtu.server.register.record.FieldValue.Amount;
import jingtu.server.register.record.FieldValue.Day;
import jingtu.server.register.record.FieldValue.Ids;
import jingtu.server.register.record.FieldValue.Words;
import jingtu.server.register.table.TypedTotals;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class RecordsTests {

  private static final AtomicInteger REGISTERS = new AtomicInteger();
  private static final Scope COORDINATOR = coordinator(COUNTY);

  @Autowired Records records;
  @Autowired RecordComments comments;
  @Autowired BulkEdit bulkEdit;
  @Autowired Evidence evidence;
  @Autowired RecordBatch batch;
  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired DefineRegister define;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private RegisterOffice office;
  private RegisterId register = new RegisterId("none");
  private int made;

  /** A register of ponds: their depth is known to coordinators only. */
  @BeforeEach
  void open() {
    office = RegisterOffice.open(regions, organisations, define);
    made = REGISTERS.incrementAndGet();
    register = office.define(ponds(1).definition());
  }

  private MadeRegister ponds(int version) {
    return new MadeRegister("pond-" + made)
        .version(version)
        .shape(Shape.POINT)
        .key("name")
        .states(new State("listed", "在册", false), new State("closed", "已闭库", true))
        .required("name", text())
        .unique("code", text())
        .sortable("load", number())
        .sortable("day", new FieldType.Date())
        .field("kind", new FieldType.DisclosureMark())
        .field("owner", new FieldType.OfOrganisation())
        .field("upstream", new FieldType.Link(new RegisterId("pond-" + made), true))
        .field("files", new FieldType.Evidence())
        .field("double_load", new FieldType.Computed("load * 2", FieldType.ResultType.NUMBER))
        .hidden("depth", number(), Role.COORDINATOR)
        .rule("load < 1000", "库容应小于一千");
  }

  @Test
  void aRecordComesBackAsItWasMadeWithWhatIsComputed() {
    UUID owner = office.organisation("某矿", COUNTY);
    UUID file = MadeFiles.handIn(evidence, COORDINATOR, COUNTY, "验收.txt");
    RecordView upstream = created("上库", Map.of());
    Map<String, FieldValue> content =
        Map.of(
            "name", new Words("甲库"),
            "load", amount("1.5"),
            "day", new Day(LocalDate.of(2026, 3, 1)),
            "kind", new Words("open"),
            "owner", new Ids(List.of(owner)),
            "upstream", new Ids(List.of(upstream.id().value())),
            "files", new Ids(List.of(file)),
            "depth", amount("12"));
    Geometry place = point(117.1234567890123, 31.1 / 3 + 20);

    RecordView view =
        records.create(
            COORDINATOR,
            register,
            new RecordDraft(COUNTY, Optional.of(owner), content, Optional.of(place)));

    assertThat(records.find(COORDINATOR, view.id())).contains(view);
    assertThat(view.content()).containsAllEntriesOf(content).hasSize(content.size() + 1);
    assertThat(view.content().get("double_load")).isEqualTo(amount("3"));
    assertThat(view.geometry()).contains(place);
    assertThat(view.state()).isEqualTo("listed");
    assertThat(view.version()).isEqualTo(1);
    assertThat(view.changedBy()).isEqualTo(COORDINATOR.username());
    assertThat(view.labels())
        .containsAllEntriesOf(
            Map.of(
                "kind", "主动公开",
                "owner", "某矿",
                "upstream", "上库",
                "$region", "禾汀县",
                "$organisation", "某矿",
                "$state", "在册"));
    assertThat(lastAudited()).isEqualTo("record.created " + register);
  }

  @Test
  void whatIsWrongIsToldFieldByField() {
    FaultyRecord faulty =
        catchThrowableOfType(
            FaultyRecord.class,
            () ->
                create(
                    COORDINATOR,
                    Map.of(
                        "load", amount("1.23456"),
                        "kind", new Words("secret"),
                        "double_load", amount("1"),
                        "owner", new Ids(List.of(new UUID(7, 7))),
                        "upstream", new Ids(List.of(new UUID(8, 8))),
                        "nothing", new Words("x"))));

    assertThat(faulty.faults())
        .extracting(fault -> fault.field() + " " + fault.message().key())
        .containsExactlyInAnyOrder(
            "name register-record.required",
            "load register-record.decimals",
            "kind register-record.unknown-code",
            "double_load register-record.computed",
            "owner register-record.unknown-organisation",
            "upstream register-record.no-such-record",
            "nothing register-record.no-such-field");
    assertThat(records.count(COORDINATOR, register, RecordQuery.ALL)).isZero();
  }

  @Test
  void aRuleIsHeldWithItsOwnWords() {
    assertThat(faults(Map.of("name", new Words("甲"), "load", amount("1000"))))
        .containsExactly("load register-record.rule [库容应小于一千]");
  }

  @Test
  void whatOnlyOneMayHaveIsNamedWhereItIsTaken() {
    RecordView one = created("甲库", Map.of("code", new Words("K1")));

    assertThat(faults(Map.of("name", new Words("甲库"))))
        .containsExactly("name register-record.taken [字段name, 甲库]");
    assertThat(faults(Map.of("name", new Words("乙库"), "code", new Words("K1"))))
        .containsExactly("code register-record.taken [字段code, K1]");
    assertThat(
            records
                .create(
                    coordinator(CITY),
                    register,
                    new RecordDraft(NEIGHBOUR, Optional.empty(), one.content(), Optional.empty()))
                .region())
        .as("in another region it is free")
        .isEqualTo(NEIGHBOUR);
    records.remove(COORDINATOR, one.id(), 1, "重复");
    created("甲库", Map.of("code", new Words("K1")));
    assertThatThrownBy(() -> records.bringBack(COORDINATOR, one.id()))
        .isInstanceOf(FaultyRecord.class);
  }

  @Test
  void ofManyWhoEnterTheSameAtOnceOneSucceeds() throws Exception {
    int people = 4;
    CyclicBarrier start = new CyclicBarrier(people);
    List<Future<Boolean>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(people)) {
      for (int i = 0; i < people; i++) {
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  try {
                    created("甲库", Map.of());
                    return true;
                  } catch (FaultyRecord taken) {
                    return false;
                  }
                }));
      }
    }
    int succeeded = 0;
    for (Future<Boolean> one : running) {
      succeeded += one.get() ? 1 : 0;
    }
    assertThat(succeeded).isEqualTo(1);
  }

  @Test
  void aChangeTouchesWhatItNamesAndIsWrittenDown() {
    RecordView before =
        created("甲库", Map.of("load", amount("1"), "kind", new Words("open"), "depth", amount("3")));

    RecordView after =
        records.change(
            COORDINATOR,
            before.id(),
            1,
            new RecordEdit(
                Map.of("load", amount("2")),
                Set.of("kind"),
                new RecordEdit.Place.At(point(117, 31)),
                Optional.of(TOWNSHIP),
                Optional.empty(),
                "复测"));

    assertThat(after.version()).isEqualTo(2);
    assertThat(after.content())
        .isEqualTo(
            Map.of(
                "name", new Words("甲库"),
                "load", amount("2"),
                "double_load", amount("4"),
                "depth", amount("3")));
    RecordChange change = records.history(COORDINATOR, before.id()).getFirst();
    assertThat(change.kind()).isEqualTo(RecordChange.Kind.CHANGED);
    assertThat(change.reason()).isEqualTo("复测");
    assertThat(change.fields().keySet())
        .containsExactlyInAnyOrder("load", "double_load", "kind", "$geometry", "$region");
    assertThat(change.fields().get("kind"))
        .isEqualTo(new RecordChange.Changed(Optional.of("open"), Optional.empty()));
    assertThat(lastAudited())
        .isEqualTo("record.changed " + register + ": $geometry, $region, double_load, kind, load");
  }

  @Test
  void aChangeThatChangesNothingIsNotWrittenDown() {
    RecordView before = created("甲库", Map.of("load", amount("1.50")));
    assertThat(change(before, Map.of("load", amount("1.5")))).isEqualTo(before);
    assertThat(records.history(COORDINATOR, before.id())).hasSize(1);
  }

  @Test
  void theSecondOfTwoEditorsIsToldWhatIsDifferentFieldByField() {
    RecordView seen = created("甲库", Map.of("load", amount("1"), "kind", new Words("open")));
    RecordView second = change(seen, Map.of("load", amount("2"), "code", new Words("K")));
    Scope other = coordinator(CITY);
    records.change(
        other,
        seen.id(),
        second.version(),
        RecordEdit.of(
            Map.of("load", amount("3"), "kind", new Words("closed")), Set.of("code"), ""));

    RecordConflict conflict =
        catchThrowableOfType(
            RecordConflict.class, () -> change(seen, Map.of("name", new Words("乙库"))));

    assertThat(conflict.version()).isEqualTo(3);
    assertThat(conflict.since())
        .extracting(
            since ->
                since.field() + " " + since.before() + " -> " + since.after() + " " + since.by())
        .containsExactly(
            "double_load 2 -> 6 " + other.username(),
            "kind 主动公开 -> 不予公开 " + other.username(),
            "load 1 -> 3 " + other.username());
    assertThat(found(seen).content().get("name")).isEqualTo(new Words("甲库"));
  }

  @Test
  void ofManyWhoEditAtOnceOneSucceeds() throws Exception {
    RecordView seen = created("甲库", Map.of());
    int people = 4;
    CyclicBarrier start = new CyclicBarrier(people);
    List<Future<Boolean>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(people)) {
      for (int i = 0; i < people; i++) {
        int load = i + 1;
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  try {
                    change(seen, Map.of("load", amount("" + load)));
                    return true;
                  } catch (RecordConflict stale) {
                    return false;
                  }
                }));
      }
    }
    int succeeded = 0;
    for (Future<Boolean> one : running) {
      succeeded += one.get() ? 1 : 0;
    }
    assertThat(succeeded).isEqualTo(1);
    assertThat(found(seen).version()).isEqualTo(2);
  }

  @Test
  void whatWasRemovedIsOffTheListsAndComesBackAsItWas() {
    RecordView record = created("甲库", Map.of("load", amount("1")));
    assertThatThrownBy(() -> records.remove(COORDINATOR, record.id(), 1, " "))
        .isInstanceOf(FaultyRecord.class);

    records.remove(COORDINATOR, record.id(), 1, "重复登记");

    assertThat(listed(RecordQuery.ALL)).isEmpty();
    assertThat(found(record).removal().orElseThrow().reason()).isEqualTo("重复登记");
    assertThatThrownBy(() -> change(found(record), Map.of("load", amount("2"))))
        .isInstanceOf(Problem.class);
    RecordView back = records.bringBack(COORDINATOR, record.id());
    assertThat(back.content()).isEqualTo(record.content());
    assertThat(listed(RecordQuery.ALL)).containsExactly(record.id());
    assertThat(records.history(COORDINATOR, record.id()))
        .extracting(RecordChange::kind)
        .containsExactly(
            RecordChange.Kind.BROUGHT_BACK, RecordChange.Kind.REMOVED, RecordChange.Kind.CREATED);
  }

  @Test
  void aFieldGetsBackWhatItHeldBeforeAChange() {
    RecordView one = created("甲库", Map.of("load", amount("1"), "day", new Day(LocalDate.EPOCH)));
    change(one, Map.of("load", amount("2"), "day", new Day(LocalDate.MIN.withYear(2000))));
    UUID second = records.history(COORDINATOR, one.id()).getFirst().id();

    RecordView restored = records.restore(COORDINATOR, one.id(), 2, second, Set.of("load"));

    assertThat(restored.content().get("load")).isEqualTo(amount("1"));
    assertThat(restored.content().get("day")).isEqualTo(new Day(LocalDate.MIN.withYear(2000)));
    assertThat(restored.version()).isEqualTo(3);
  }

  @Test
  void aWholeVersionIsRestored() {
    RecordView one =
        records.create(
            COORDINATOR,
            register,
            new RecordDraft(
                COUNTY,
                Optional.empty(),
                Map.of("name", new Words("甲库"), "load", amount("1")),
                Optional.of(point(117, 31.12345678901234))));
    RecordView two =
        records.change(
            COORDINATOR,
            one.id(),
            1,
            new RecordEdit(
                Map.of("name", new Words("乙库"), "code", new Words("K")),
                Set.of("load"),
                new RecordEdit.Place.None(),
                Optional.empty(),
                Optional.empty(),
                ""));
    change(two, Map.of("name", new Words("丙库"), "kind", new Words("open")));
    List<RecordChange> history = records.history(COORDINATOR, one.id());

    RecordView restored =
        records.restore(COORDINATOR, one.id(), 3, history.getLast().id(), Set.of());

    assertThat(restored.content()).isEqualTo(one.content());
    assertThat(restored.geometry()).isEqualTo(one.geometry());
    assertThat(records.restore(COORDINATOR, one.id(), 4, history.get(1).id(), Set.of()).content())
        .isEqualTo(two.content());
  }

  @Test
  void aStepChangesTheStateAndIsWrittenDown() {
    RecordView one = created("甲库", Map.of());
    Scope other = office.officerOf("应急局");

    RecordView closed =
        records.step(
            other,
            one.id(),
            1,
            new Records.Step("close", "closed", Map.of("load", amount("1")), "验收合格"));

    assertThat(closed.state()).isEqualTo("closed");
    RecordChange change = records.history(COORDINATOR, one.id()).getFirst();
    assertThat(change.kind()).isEqualTo(RecordChange.Kind.STEPPED);
    assertThat(change.step()).contains("close");
    assertThat(change.fields().get("$state"))
        .isEqualTo(new RecordChange.Changed(Optional.of("listed"), Optional.of("closed")));
    assertThatThrownBy(
            () ->
                records.step(other, one.id(), 1, new Records.Step("close", "closed", Map.of(), "")))
        .isInstanceOf(RecordConflict.class);
  }

  /** Who sees and who changes a record of the county that the water office keeps. */
  @Test
  void whoSeesARegionReadsAndWhoKeepsARecordChangesIt() {
    Scope keeper = office.officerOf("水利局");
    RecordView record = create(keeper, Map.of("name", new Words("甲库")));
    assertThat(record.organisation()).isEqualTo(keeper.organisation());

    for (Scope reader :
        List.of(
            coordinator(CITY), coordinator(TOWNSHIP), officer(COUNTY), office.officerOf("别局"))) {
      assertThat(records.find(reader, record.id())).isPresent();
      assertThat(records.page(reader, register, RecordQuery.ALL).records()).hasSize(1);
    }
    for (Scope stranger : List.of(coordinator(NEIGHBOUR), officer(NEIGHBOUR))) {
      assertThat(records.find(stranger, record.id())).isEmpty();
      assertThat(records.whole(stranger, record.id())).isEmpty();
      assertThat(records.page(stranger, register, RecordQuery.ALL).records()).isEmpty();
      assertThat(records.count(stranger, register, RecordQuery.ALL)).isZero();
      assertThat(records.list(stranger, register, List.of(record.id()))).isEmpty();
      assertThatThrownBy(() -> records.history(stranger, record.id())).hasMessageContaining("404");
      assertThatThrownBy(() -> comments.list(stranger, record.id())).hasMessageContaining("404");
      assertThatThrownBy(() -> edit(stranger, record)).hasMessageContaining("404");
    }
    for (Scope reader : List.of(coordinator(TOWNSHIP), officer(COUNTY), office.officerOf("别局"))) {
      assertThat(records.find(reader, record.id()).orElseThrow().mayEdit()).isFalse();
      assertThatThrownBy(() -> edit(reader, record)).hasMessageContaining("403");
      assertThatThrownBy(() -> records.remove(reader, record.id(), 1, "x"))
          .hasMessageContaining("403");
    }
    RecordView edited = edit(keeper, record);
    assertThat(edited.mayEdit()).isTrue();
    edit(coordinator(CITY), edited);
  }

  @Test
  void anOfficerMakesRecordsForItsOwnOrganisationOnly() {
    Scope keeper = office.officerOf("水利局");
    UUID other = office.organisation("别局", COUNTY);

    assertThatThrownBy(
            () ->
                records.create(
                    keeper,
                    register,
                    new RecordDraft(
                        COUNTY,
                        Optional.of(other),
                        Map.of("name", new Words("甲库")),
                        Optional.empty())))
        .hasMessageContaining("403");
    RecordView own = create(keeper, Map.of("name", new Words("甲库")));
    assertThatThrownBy(
            () ->
                records.change(
                    keeper,
                    own.id(),
                    1,
                    new RecordEdit(
                        Map.of(),
                        Set.of(),
                        new RecordEdit.Place.Same(),
                        Optional.empty(),
                        Optional.of(other),
                        "")))
        .hasMessageContaining("403");
    assertThatThrownBy(() -> createIn(coordinator(TOWNSHIP), COUNTY)).hasMessageContaining("403");
    assertThatThrownBy(() -> createIn(coordinator(COUNTY), NEIGHBOUR)).hasMessageContaining("403");
  }

  /** A record that was made in the wrong region, and for the wrong keeper. */
  @Test
  void aRecordIsGivenToAnotherRegionAndKeeperAndBackAgain() {
    Scope keeper = office.officerOf("水利局");
    UUID other = office.organisation("别局", COUNTY);
    RecordView wrong = create(keeper, Map.of("name", new Words("甲库")));

    RecordView moved =
        records.change(
            COORDINATOR, wrong.id(), 1, given(Optional.of(TOWNSHIP), Optional.of(other)));

    assertThat(moved.region()).isEqualTo(TOWNSHIP);
    assertThat(moved.organisation()).contains(other);
    assertThat(moved.content()).isEqualTo(wrong.content());
    RecordChange change = records.history(COORDINATOR, wrong.id()).getFirst();
    assertThat(records.said(COORDINATOR, wrong.id(), List.of(change), Language.ZH))
        .containsEntry("$region " + COUNTY.digits(), "禾汀县")
        .containsEntry("$region " + TOWNSHIP.digits(), "石漪镇")
        .containsEntry("$organisation " + other, "别局");
    assertThatThrownBy(() -> edit(keeper, moved)).hasMessageContaining("403");

    RecordView back =
        records.restore(
            COORDINATOR, wrong.id(), 2, change.id(), Set.of("$region", "$organisation"));
    assertThat(back.region()).isEqualTo(COUNTY);
    assertThat(back.organisation()).isEqualTo(keeper.organisation());
  }

  @Test
  void aRecordThatNobodyIsToKeepSaysSoAndGetsItsKeeperBack() {
    Scope keeper = office.officerOf("水利局");
    RecordView kept = create(keeper, Map.of("name", new Words("甲库")));

    RecordView loose = records.change(COORDINATOR, kept.id(), 1, keptByNobody());

    assertThat(loose.organisation()).isEmpty();
    assertThat(lastAudited()).isEqualTo("record.changed " + register + ": $organisation");
    RecordChange change = records.history(COORDINATOR, kept.id()).getFirst();
    assertThat(change.fields())
        .isEqualTo(
            Map.of(
                "$organisation",
                new RecordChange.Changed(
                    keeper.organisation().map(UUID::toString), Optional.empty())));
    RecordView again =
        records.change(COORDINATOR, kept.id(), 2, given(Optional.empty(), keeper.organisation()));
    UUID taken = records.history(COORDINATOR, again.id()).getFirst().id();
    assertThat(
            records
                .restore(COORDINATOR, kept.id(), 3, taken, Set.of("$organisation"))
                .organisation())
        .isEmpty();
    assertThat(
            records
                .restore(
                    COORDINATOR,
                    kept.id(),
                    4,
                    records.history(COORDINATOR, kept.id()).getLast().id(),
                    Set.of())
                .organisation())
        .as("a whole version leaves the keeper")
        .isEmpty();
  }

  /** Nobody gives a record to where it could make none. */
  @Test
  void aRecordIsNotGivenToWhereTheAccountCouldMakeNone() {
    Scope keeper = office.officerOf("水利局");
    RecordView own = create(keeper, Map.of("name", new Words("甲库")));
    UUID other = office.organisation("别局", COUNTY);

    for (RecordEdit edit :
        List.of(
            given(Optional.of(NEIGHBOUR), Optional.empty()),
            given(Optional.empty(), Optional.of(other)),
            keptByNobody())) {
      assertThatThrownBy(() -> records.change(keeper, own.id(), 1, edit))
          .hasMessageContaining("403");
    }
    for (RegionCode beyond : List.of(NEIGHBOUR, CITY)) {
      assertThatThrownBy(
              () ->
                  records.change(
                      COORDINATOR, own.id(), 1, given(Optional.of(beyond), Optional.empty())))
          .hasMessageContaining("403");
    }
    RecordView township =
        records.change(COORDINATOR, own.id(), 1, given(Optional.of(TOWNSHIP), Optional.empty()));
    UUID move = records.history(COORDINATOR, own.id()).getFirst().id();
    assertThatThrownBy(
            () -> records.restore(coordinator(TOWNSHIP), township.id(), 2, move, Set.of("$region")))
        .hasMessageContaining("403");
    assertThat(found(own).region()).isEqualTo(TOWNSHIP);
    assertThat(found(own).organisation()).isEqualTo(keeper.organisation());
  }

  @Test
  void manyAreGivenToAnotherRegionAndKeeperAndThoseThatCannotGoAreTold() {
    UUID other = office.organisation("别局", COUNTY);
    RecordView one = created("甲库", Map.of());
    RecordView two = created("乙库", Map.of());
    RecordView twin =
        records.create(
            COORDINATOR,
            register,
            new RecordDraft(
                TOWNSHIP, Optional.empty(), Map.of("name", new Words("乙库")), Optional.empty()));

    BulkEdit.Outcome outcome =
        bulkEdit.of(
            COORDINATOR,
            register,
            List.of(one.id(), two.id()),
            Map.of(),
            given(Optional.of(TOWNSHIP), Optional.of(other)));

    assertThat(outcome.changed()).isEqualTo(1);
    assertThat(outcome.refused())
        .extracting(refused -> refused.record() + " " + refused.why().getFirst().key())
        .containsExactly(two.id() + " register-record.taken");
    assertThat(found(one).region()).isEqualTo(TOWNSHIP);
    assertThat(found(one).organisation()).contains(other);
    assertThat(found(two).region()).isEqualTo(COUNTY);
    assertThat(lastAudited()).isEqualTo("record.changed-in-bulk 1: $organisation, $region");
    assertThat(
            bulkEdit
                .of(
                    COORDINATOR,
                    register,
                    List.of(one.id(), twin.id()),
                    Map.of(),
                    given(Optional.of(NEIGHBOUR), Optional.empty()))
                .refused())
        .extracting(refused -> refused.why().getFirst().key())
        .containsOnly("register-record.not-there.detail")
        .hasSize(2);
    bulkEdit.of(COORDINATOR, register, List.of(one.id()), Map.of(), keptByNobody());
    assertThat(found(one).organisation()).isEmpty();
  }

  private static RecordEdit given(Optional<RegionCode> region, Optional<UUID> keeper) {
    return new RecordEdit(Map.of(), Set.of(), new RecordEdit.Place.Same(), region, keeper, "");
  }

  private static RecordEdit keptByNobody() {
    return RecordEdit.of(Map.of(), Set.of(RecordView.ORGANISATION), "");
  }

  private void createIn(Scope scope, RegionCode region) {
    records.create(
        scope,
        register,
        new RecordDraft(
            region, Optional.empty(), Map.of("name", new Words("甲库")), Optional.empty()));
  }

  /** A field that a role may not know is for it as if there were none. */
  @Test
  void aHiddenFieldIsNeitherShownNorFoundNorSetNorTold() {
    Scope officer = office.officerOf("水利局");
    RecordView record =
        records.create(
            COORDINATOR,
            register,
            new RecordDraft(
                COUNTY,
                officer.organisation(),
                Map.of("name", new Words("甲库"), "depth", amount("7")),
                Optional.empty()));
    assertThat(record.content()).containsKey("depth");

    assertThat(records.find(officer, record.id()).orElseThrow().content())
        .doesNotContainKey("depth");
    assertThat(records.page(officer, register, RecordQuery.ALL).records().getFirst().content())
        .doesNotContainKey("depth");
    assertThatThrownBy(() -> records.page(officer, register, filtered("depth", "from", "1")))
        .hasMessageContaining("unknown-field");
    assertThatThrownBy(() -> records.count(officer, register, filtered("depth", "filled")))
        .hasMessageContaining("unknown-field");
    assertThatThrownBy(() -> records.page(officer, register, sorted("depth", false)))
        .hasMessageContaining("unknown-field");
    assertThatThrownBy(() -> records.totals(officer, register, RecordQuery.ALL, List.of("depth")))
        .hasMessageContaining("unknown-field");
    assertThat(
            catchThrowableOfType(
                    FaultyRecord.class,
                    () ->
                        records.change(
                            officer, record.id(), 1, RecordEdit.of(Map.of("depth", amount("1")))))
                .faults())
        .extracting(fault -> fault.message().key())
        .containsExactly("register-record.no-such-field");

    change(record, Map.of("depth", amount("8")));
    assertThat(records.history(officer, record.id()).getFirst().fields()).isEmpty();
    RecordConflict conflict =
        catchThrowableOfType(RecordConflict.class, () -> edit(officer, record));
    assertThat(conflict.since()).isEmpty();
    UUID hidden = records.history(officer, record.id()).getFirst().id();
    RecordView same = records.restore(officer, record.id(), 2, hidden, Set.of("depth"));
    assertThat(same.version()).isEqualTo(2);
    assertThat(found(record).content().get("depth")).isEqualTo(amount("8"));
  }

  @Test
  void aHiddenTextIsNotSearched() {
    RegisterId secret =
        office.define(
            new MadeRegister("secret-" + made)
                .field("name", text())
                .hidden("note", text(), Role.COORDINATOR)
                .definition());
    records.create(
        COORDINATOR,
        secret,
        new RecordDraft(
            COUNTY,
            Optional.empty(),
            Map.of("name", new Words("甲厂"), "note", new Words("举报人")),
            Optional.empty()));

    assertThat(records.count(COORDINATOR, secret, searched("甲厂"))).isEqualTo(1);
    for (Scope scope : List.of(COORDINATOR, officer(COUNTY))) {
      assertThat(records.count(scope, secret, searched("举报人"))).isZero();
    }
  }

  @Test
  void aSearchFindsWordsAndWhatCodesAndOrganisationsAreCalled() {
    RecordView record =
        created(
            "ABC 甲库",
            Map.of(
                "kind", new Words("on-request"),
                "owner", new Ids(List.of(office.organisation("石漪矿业", COUNTY)))));
    created("乙库", Map.of());

    for (String words : List.of("abc", "甲库", "依申请", "石漪", "甲库 石漪", " c  申请 ")) {
      assertThat(listed(searched(words))).as(words).containsExactly(record.id());
    }
    assertThat(listed(searched("甲库 乙库"))).isEmpty();
  }

  @Test
  void pagesFollowEachOtherAndEnd() {
    for (int i = 0; i < 7; i++) {
      created("库" + i, i % 3 == 0 ? Map.of() : Map.of("load", amount("" + i % 2)));
    }
    List<RecordId> whole = listed(sorted("load", true));
    List<RecordId> paged = new ArrayList<>();
    RecordQuery query = limited(sorted("load", true), 3);
    Optional<RecordId> next = Optional.of(new RecordId(new UUID(0, 0)));
    for (int pages = 0; next.isPresent() && pages < 5; pages++) {
      RecordPage page = records.page(COORDINATOR, register, query);
      page.records().forEach(record -> paged.add(record.id()));
      next = page.next();
      query = next.map(query::from).orElse(query);
    }
    assertThat(paged).hasSize(7).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load:from:x",
        "load:is:",
        "day:is:2026-02-30",
        "load:contains:1",
        "owner:is:1",
        "nothing:is:1",
        "kind:from:1",
        "$region:from:1",
        "$region:is:x"
      })
  void aFilterThatCannotBeAskedIsRefused(String filter) {
    String[] parts = filter.split(":", -1);
    assertThatThrownBy(
            () -> records.page(COORDINATOR, register, filtered(parts[0], parts[1], parts[2])))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("400");
  }

  @Test
  void linksFilesRegionsAndKeepersAreFiltered() {
    RecordView upstream = created("上库", Map.of());
    UUID file = MadeFiles.handIn(evidence, COORDINATOR, COUNTY, "验收.txt");
    RecordView one =
        created(
            "甲库",
            Map.of(
                "upstream", new Ids(List.of(upstream.id().value())),
                "files", new Ids(List.of(file))));
    Scope keeper = office.officerOf("水利局");
    RecordView two = create(keeper, Map.of("name", new Words("乙库")));

    assertThat(listed(filtered("upstream", "is", upstream.id().toString())))
        .containsExactly(one.id());
    assertThat(listed(filtered("upstream", "empty")))
        .containsExactlyInAnyOrder(upstream.id(), two.id());
    assertThat(listed(filtered("files", "is", file.toString()))).containsExactly(one.id());
    assertThat(listed(filtered("files", "is-not", file.toString())))
        .containsExactlyInAnyOrder(upstream.id(), two.id());
    assertThat(
            listed(filtered("$organisation", "is", keeper.organisation().orElseThrow().toString())))
        .containsExactly(two.id());
    assertThat(listed(filtered("$region", "is", "991121"))).hasSize(3);
    assertThat(listed(filtered("$region", "is", "991122"))).isEmpty();
  }

  @Test
  void evidenceIsAFileThatIsThereAndThatTheAccountSees() {
    UUID sound = MadeFiles.handIn(evidence, COORDINATOR, COUNTY, "验收.txt");
    UUID removed = MadeFiles.handIn(evidence, COORDINATOR, COUNTY, "传错.txt");
    UUID foreign = MadeFiles.handIn(evidence, coordinator(NEIGHBOUR), NEIGHBOUR, "邻县.txt");
    RecordView record = created("甲库", Map.of("files", new Ids(List.of(sound, removed))));
    evidence.remove(COORDINATOR, new EvidenceId(removed), "传错了");

    for (UUID unknown : List.of(removed, foreign, new UUID(1, 2))) {
      assertThat(
              catchThrowableOfType(
                      FaultyRecord.class,
                      () -> created("乙库", Map.of("files", new Ids(List.of(sound, unknown)))))
                  .faults())
          .extracting(fault -> fault.field() + " " + fault.message().key())
          .containsExactly("files register-record.no-such-file");
    }
    change(record, Map.of("load", amount("3")));
    assertThat(found(record).content()).containsEntry("files", new Ids(List.of(sound, removed)));
  }

  /** To whoever sees one of two records and one of two files, the history tells these by name. */
  @Test
  void theHistoryCallsLinkedRecordsAndFilesByTheirNames() {
    Scope city = coordinator(CITY);
    RecordView near = created("上库", Map.of());
    RecordView far =
        records.create(
            city,
            register,
            new RecordDraft(
                NEIGHBOUR, Optional.empty(), Map.of("name", new Words("邻库")), Optional.empty()));
    UUID photo = MadeFiles.handIn(evidence, COORDINATOR, COUNTY, "验收.txt");
    UUID foreign = MadeFiles.handIn(evidence, city, NEIGHBOUR, "邻县.txt");
    RecordView record = created("甲库", Map.of());
    records.change(
        city,
        record.id(),
        record.version(),
        RecordEdit.of(
            Map.of(
                "upstream", new Ids(List.of(near.id().value(), far.id().value())),
                "files", new Ids(List.of(photo, foreign)))));

    assertThat(said(city, record)).containsExactlyInAnyOrder("上库, 邻库", "验收.txt, 邻县.txt");
    assertThat(said(COORDINATOR, record))
        .containsExactlyInAnyOrder("上库, （未显示名称的记录）", "验收.txt, （看不到的材料）");
  }

  private Collection<String> said(Scope scope, RecordView record) {
    List<RecordChange> latest = records.history(scope, record.id()).subList(0, 1);
    return records.said(scope, record.id(), latest, Language.ZH).values();
  }

  @Test
  void totalsCountWhatIsAskedFor() {
    created("甲库", Map.of("load", amount("1.5"), "kind", new Words("open")));
    created("乙库", Map.of("load", amount("2"), "kind", new Words("open")));
    create(coordinator(CITY), Map.of("name", new Words("丙库"), "load", amount("4")));

    TypedTotals totals =
        records.totals(
            COORDINATOR, register, filtered("load", "from", "2"), List.of("load", "kind"));

    assertThat(totals.count()).isEqualTo(2);
    assertThat(Objects.requireNonNull(totals.sums().get("load")).sum()).isEqualByComparingTo("6");
    assertThat(totals.counts().get("kind")).isEqualTo(Map.of("open", 1L));
    assertThat(totals.states()).isEqualTo(Map.of("listed", 2L));
  }

  @Test
  void aBulkEditChangesWhatItMayAndTellsWhyNotTheRest() {
    Scope keeper = office.officerOf("水利局");
    RecordView own = create(keeper, Map.of("name", new Words("甲库")));
    RecordView stale = create(keeper, Map.of("name", new Words("乙库")));
    change(stale, Map.of("load", amount("3")));
    RecordView foreign = created("丙库", Map.of());
    RecordId unknown = new RecordId(new UUID(1, 1));

    BulkEdit.Outcome outcome =
        bulkEdit.of(
            keeper,
            register,
            List.of(own.id(), stale.id(), foreign.id(), unknown),
            Map.of(stale.id(), 1),
            RecordEdit.of(Map.of("load", amount("9")), Set.of(), "统一更正"));

    assertThat(outcome.changed()).isEqualTo(1);
    assertThat(outcome.refused())
        .extracting(refused -> refused.record() + " " + refused.why().getFirst().key())
        .containsExactly(
            stale.id() + " register-record.changed-since.detail",
            foreign.id() + " register-record.not-yours.detail",
            unknown + " register-record.unknown.detail");
    assertThat(found(own).content().get("load")).isEqualTo(amount("9"));
    assertThat(found(stale).content().get("load")).isEqualTo(amount("3"));
    assertThat(lastAudited()).isEqualTo("record.changed-in-bulk 1: load");
  }

  @Test
  void aBulkEditNeverLeavesTwoWithTheSameKey() {
    RecordView one = created("甲库", Map.of());
    RecordView two = created("乙库", Map.of());
    BulkEdit.Outcome outcome =
        bulkEdit.of(
            COORDINATOR,
            register,
            List.of(one.id(), two.id()),
            Map.of(),
            RecordEdit.of(Map.of("code", new Words("K"))));
    assertThat(outcome.changed()).isEqualTo(1);
    assertThat(outcome.refused()).hasSize(1);
  }

  @Test
  void aBatchIsTakenBackExceptWhatWasChangedSince() {
    RecordView old = created("旧库", Map.of("load", amount("1")));
    UUID id = UUID.randomUUID();
    List<RecordBatch.Item> items =
        List.of(
            item("甲库"),
            item("乙库"),
            item("丙库"),
            new RecordBatch.Item.Update(old.id(), RecordEdit.of(Map.of("load", amount("5")))));
    assertThat(batch.faults(COORDINATOR, register, items)).isEmpty();
    List<Integer> heard = new ArrayList<>();
    List<RecordId> ids =
        transaction.execute(t -> batch.write(COORDINATOR, register, id, items, heard::add));
    assertThat(heard).containsExactly(4);
    assertThat(found(old).content().get("load")).isEqualTo(amount("5"));
    RecordView touched = records.find(COORDINATOR, ids.get(0)).orElseThrow();
    change(touched, Map.of("load", amount("7")));
    records.remove(COORDINATOR, ids.get(1), 1, "重复");

    RecordBatch.TakeBack would = batch.wouldTakeBack(COORDINATOR, register, id);
    RecordBatch.TakeBack done = batch.takeBack(COORDINATOR, register, id, "撤回导入");

    assertThat(done).isEqualTo(would);
    assertThat(done.changedSince()).containsExactly(ids.get(0));
    assertThat(done.gone()).containsExactly(ids.get(1));
    assertThat(done.removed()).containsExactly(ids.get(2));
    assertThat(done.restored()).containsExactly(old.id());
    assertThat(found(old).content().get("load")).isEqualTo(amount("1"));
    assertThat(listed(RecordQuery.ALL)).containsExactlyInAnyOrder(old.id(), ids.get(0));
    assertThat(batch.takeBack(COORDINATOR, register, id, "再撤").removed()).isEmpty();
  }

  @Test
  void aBatchThatMovedARecordIsTakenBackByWhoeverMayMoveItBack() {
    Scope keeper = office.officerOf("水利局");
    RecordView old = create(keeper, Map.of("name", new Words("旧库")));
    UUID other = office.organisation("别局", COUNTY);
    UUID id = UUID.randomUUID();
    RecordBatch.Item moved =
        new RecordBatch.Item.Update(old.id(), given(Optional.of(TOWNSHIP), Optional.of(other)));
    transaction.executeWithoutResult(
        t -> batch.write(COORDINATOR, register, id, List.of(moved), done -> {}));
    assertThat(found(old).region()).isEqualTo(TOWNSHIP);

    assertThat(batch.takeBack(coordinator(TOWNSHIP), register, id, "传错了").restored()).isEmpty();
    assertThat(found(old).region()).isEqualTo(TOWNSHIP);
    assertThat(batch.takeBack(COORDINATOR, register, id, "传错了").restored())
        .containsExactly(old.id());
    assertThat(found(old).region()).isEqualTo(COUNTY);
    assertThat(found(old).organisation()).isEqualTo(keeper.organisation());
  }

  @Test
  void aBatchWithAFaultStoresNothing() {
    created("甲库", Map.of());
    List<RecordBatch.Item> items = List.of(item("乙库"), item("乙库"), item("甲库"));

    assertThat(batch.faults(COORDINATOR, register, items))
        .extracting(RecordBatch.Faulty::index)
        .containsExactly(1, 2);
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    t -> batch.write(COORDINATOR, register, UUID.randomUUID(), items, done -> {})))
        .isInstanceOf(FaultyRecord.class);
    assertThat(records.count(COORDINATOR, register, RecordQuery.ALL)).isEqualTo(1);
  }

  @Test
  void aBatchKnowsWhichKeysAreThere() {
    RecordView there = created("甲库", Map.of());
    assertThat(batch.sameKey(COORDINATOR, register, List.of(draft("乙库"), draft("甲库"))))
        .containsExactly(Optional.empty(), Optional.of(there.id()));
  }

  @Test
  void thousandsComeInAtOnce() {
    List<RecordBatch.Item> items =
        IntStream.range(0, 2_500).<RecordBatch.Item>mapToObj(i -> item("库" + i)).toList();
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        t -> batch.write(COORDINATOR, register, id, items, done -> {}));
    assertThat(records.count(COORDINATOR, register, RecordQuery.ALL)).isEqualTo(2_500);
    assertThat(records.page(COORDINATOR, register, limited(RecordQuery.ALL, 1_000)).records())
        .as("in the order in which they came in")
        .extracting(record -> record.content().get("name"))
        .isEqualTo(
            IntStream.range(0, 1_000).<FieldValue>mapToObj(i -> new Words("库" + i)).toList());
    assertThat(batch.takeBack(COORDINATOR, register, id, "撤回").removed()).hasSize(2_500);
    assertThat(records.count(COORDINATOR, register, RecordQuery.ALL)).isZero();
  }

  @Test
  void whoeverSeesARecordHasASay() {
    RecordView record = created("甲库", Map.of());
    Scope other = office.officerOf("别局");
    comments.add(COORDINATOR, record.id(), " 请补测深 ");
    comments.add(other, record.id(), "已安排");
    assertThat(comments.list(other, record.id()))
        .extracting(comment -> comment.by() + " " + comment.text())
        .containsExactly(COORDINATOR.username() + " 请补测深", other.username() + " 已安排");
    assertThatThrownBy(() -> comments.add(other, record.id(), " ")).isInstanceOf(Problem.class);
  }

  /** A field made unique when records are there already: the first keep what they have. */
  @Test
  void aDefinitionThatMakesAFieldUniqueTakesWhatIsFree() {
    RegisterId loose =
        office.define(new MadeRegister("loose-" + made).field("name", text()).definition());
    for (String name : List.of("甲", "甲", "乙")) {
      records.create(
          COORDINATOR,
          loose,
          new RecordDraft(
              COUNTY, Optional.empty(), Map.of("name", new Words(name)), Optional.empty()));
    }
    office.define(new MadeRegister("loose-" + made).version(2).unique("name", text()).definition());

    RecordDraft again =
        new RecordDraft(COUNTY, Optional.empty(), Map.of("name", new Words("乙")), Optional.empty());
    assertThatThrownBy(() -> records.create(COORDINATOR, loose, again))
        .isInstanceOf(FaultyRecord.class);
    assertThat(records.count(COORDINATOR, loose, RecordQuery.ALL)).isEqualTo(3);
  }

  private RecordBatch.Item item(String name) {
    return new RecordBatch.Item.New(draft(name));
  }

  private static RecordDraft draft(String name) {
    return new RecordDraft(
        COUNTY, Optional.empty(), Map.of("name", new Words(name)), Optional.empty());
  }

  private RecordView created(String name, Map<String, FieldValue> more) {
    Map<String, FieldValue> content = new java.util.HashMap<>(more);
    content.put("name", new Words(name));
    return create(COORDINATOR, content);
  }

  private RecordView create(Scope scope, Map<String, FieldValue> content) {
    return records.create(
        scope, register, new RecordDraft(COUNTY, Optional.empty(), content, Optional.empty()));
  }

  private RecordView change(RecordView seen, Map<String, FieldValue> set) {
    return records.change(COORDINATOR, seen.id(), seen.version(), RecordEdit.of(set));
  }

  /** Raises the load by one, or sets it. */
  private RecordView edit(Scope scope, RecordView seen) {
    BigDecimal load =
        seen.content().get("load") instanceof Amount(BigDecimal number)
            ? number.add(BigDecimal.ONE)
            : BigDecimal.ONE;
    return records.change(
        scope, seen.id(), seen.version(), RecordEdit.of(Map.of("load", new Amount(load))));
  }

  private RecordView found(RecordView record) {
    return records.find(COORDINATOR, record.id()).orElseThrow();
  }

  private List<String> faults(Map<String, FieldValue> content) {
    return catchThrowableOfType(FaultyRecord.class, () -> create(COORDINATOR, content))
        .faults()
        .stream()
        .map(
            fault ->
                fault.field() + " " + fault.message().key() + " " + fault.message().arguments())
        .toList();
  }

  private List<RecordId> listed(RecordQuery query) {
    return records.page(COORDINATOR, register, query).records().stream()
        .map(RecordView::id)
        .toList();
  }

  private static RecordQuery searched(String words) {
    return new RecordQuery(
        words, List.of(), List.of(), false, Optional.empty(), false, Optional.empty(), 50);
  }

  private static RecordQuery filtered(String field, String operator, String... values) {
    return new RecordQuery(
        "",
        List.of(
            new RecordQuery.Filter(
                field, RecordQuery.Operator.of(operator).orElseThrow(), List.of(values))),
        List.of(),
        false,
        Optional.empty(),
        false,
        Optional.empty(),
        50);
  }

  private static RecordQuery sorted(String field, boolean down) {
    return new RecordQuery(
        "", List.of(), List.of(), false, Optional.of(field), down, Optional.empty(), 50);
  }

  private static RecordQuery limited(RecordQuery query, int limit) {
    return new RecordQuery(
        query.words(),
        query.filters(),
        query.states(),
        query.removed(),
        query.sort(),
        query.descending(),
        query.after(),
        limit);
  }

  private static Amount amount(String number) {
    return new Amount(new BigDecimal(number));
  }

  private String lastAudited() {
    return jdbc.sql("select action, detail from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString("action") + " " + row.getString("detail"))
        .optional()
        .orElse("");
  }
}
