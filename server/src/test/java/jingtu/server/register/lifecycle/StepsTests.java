package jingtu.server.register.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jingtu.server.PretendOffice;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.register.RecordId;
import jingtu.server.register.lifecycle.Lifecycles.NextStep;
import jingtu.server.register.lifecycle.Lifecycles.TakenTogether;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordChange;
import jingtu.server.register.record.RecordConflict;
import jingtu.server.register.record.RecordEdit;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.testing.Needs;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeLifecycle
class StepsTests {

  @Autowired StepOffice office;
  @Autowired Lifecycles lifecycles;
  @Autowired Records records;
  @Autowired Evidence evidence;
  @Autowired StepEvidence stepEvidence;
  @Autowired JdbcClient jdbc;

  private Scope coordinator = PretendOffice.coordinator(PretendOffice.COUNTY);

  @BeforeEach
  void open() {
    office.open();
  }

  private static FieldValue amount(int number) {
    return new FieldValue.Amount(BigDecimal.valueOf(number));
  }

  private static FieldValue day(String date) {
    return new FieldValue.Day(LocalDate.parse(date));
  }

  private static String said(Message message) {
    return Messages.say(message, Language.ZH);
  }

  private static List<String> said(List<Message> messages) {
    return messages.stream().map(StepsTests::said).toList();
  }

  private NextStep next(Scope scope, RecordView record, String step) {
    return lifecycles.next(scope, record.id()).stream()
        .filter(each -> each.step().id().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private StepRefused refused(Scope scope, RecordView record, String step, StepTaken taken) {
    StepRefused refused =
        catchThrowableOfType(
            StepRefused.class,
            () -> lifecycles.take(scope, record.id(), record.version(), step, taken));
    assertThat(refused).as("the step %s was taken", step).isNotNull();
    return refused;
  }

  /** {@code steps.csv}, cell by cell: what is offered, and what happens on trying. */
  @Test
  void everyAccountTakesTheStepsThatTheTableSaysAndNoOther() throws IOException {
    List<String> lines =
        Files.readAllLines(
                Needs.repository()
                    .resolve("server/src/test/resources/register/lifecycle/steps.csv"),
                StandardCharsets.UTF_8)
            .stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    List<String> columns = List.of(lines.getFirst().split(",", -1));
    List<String> offered = new ArrayList<>(List.of(lines.getFirst()));
    List<String> tried = new ArrayList<>(List.of(lines.getFirst()));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      List<String> first = cells.subList(0, 3);
      Stream<String> accounts = columns.subList(3, columns.size()).stream();
      offered.add(
          String.join(",", first)
              + accounts
                  .map(account -> "," + offers(office.account(account), cells))
                  .reduce("", String::concat));
      tried.add(
          String.join(",", first)
              + columns.subList(3, columns.size()).stream()
                  .map(account -> "," + goes(office.account(account), cells))
                  .reduce("", String::concat));
    }

    assertThat(offered).isEqualTo(lines);
    assertThat(tried).isEqualTo(lines);
  }

  private RecordView recordOf(List<String> cells) {
    return cells.getFirst().equals("county")
        ? office.record(PretendOffice.COUNTY, Optional.of("works"), Map.of())
        : office.record(PretendOffice.TOWNSHIP);
  }

  private String offers(Scope scope, List<String> cells) {
    RecordView record = recordOf(cells);
    try {
      return next(scope, record, cells.get(1)).allowed() ? "yes" : "no";
    } catch (StepRefused refused) {
      assertThat(refused.why()).isEqualTo(StepRefused.Why.UNKNOWN_RECORD);
      return "unseen";
    }
  }

  private String goes(Scope scope, List<String> cells) {
    RecordView record = recordOf(cells);
    try {
      lifecycles.take(scope, record.id(), record.version(), cells.get(1), StepTaken.plainly());
      return "yes";
    } catch (StepRefused refused) {
      return refused.why() == StepRefused.Why.UNKNOWN_RECORD ? "unseen" : "no";
    }
  }

  @Test
  void saysWhoTakesAStep() {
    RecordView record = office.record(PretendOffice.COUNTY);

    assertThat(said(next(coordinator, record, "start").takenBy())).isEqualTo("由emergency office办理");
    assertThat(said(next(coordinator, record, "accept").takenBy()))
        .isEqualTo("由city office / emergency office办理");
    assertThat(said(next(coordinator, record, "strike").takenBy()))
        .isEqualTo("本地区没有指定“test-striker”，由综合科办理");
    assertThat(said(next(coordinator, record, "withdraw").takenBy())).isEqualTo("由有权修改本记录的人办理");
  }

  @Test
  void saysWhatAStepStillLacksAndTakesItOnceNothingDoes() {
    RecordView record =
        office.record(PretendOffice.COUNTY, Optional.empty(), Map.of("capacity", amount(60)));

    assertThat(said(next(coordinator, record, "prove").lacks()))
        .containsExactly("缺：建成日期", "需提交：治理方案", "需提交：评审意见", "库容过大须先分库");
    assertThat(said(refused(coordinator, record, "prove", StepTaken.plainly()).reasons()))
        .containsExactly("缺：原因", "缺：建成日期", "需提交：治理方案", "需提交：评审意见", "库容过大须先分库");

    UUID plan = file("治理方案", PretendOffice.COUNTY);
    UUID opinion = file("评审意见", PretendOffice.COUNTY);
    RecordView after =
        lifecycles.take(
            coordinator,
            record.id(),
            record.version(),
            "prove",
            new StepTaken(
                "已核实",
                Map.of("found", day("2010-06-30"), "capacity", amount(40)),
                Map.of("治理方案", List.of(plan), "评审意见", List.of(opinion))));

    assertThat(after.state()).isEqualTo("treating");
    assertThat(after.content()).containsEntry("double", amount(80));
    RecordChange change = records.history(coordinator, record.id()).getFirst();
    assertThat(change.kind()).isEqualTo(RecordChange.Kind.STEPPED);
    assertThat(change.step()).contains("prove");
    assertThat(change.reason()).isEqualTo("已核实");
    assertThat(change.by()).isEqualTo(coordinator.username());
    assertThat(handedIn(record.id())).containsExactlyInAnyOrder("治理方案 " + plan, "评审意见 " + opinion);
  }

  @Test
  void whatCameWithAStepStaysAsItWasHandedIn() {
    RecordView record =
        office.record(
            PretendOffice.COUNTY,
            Optional.empty(),
            Map.of("found", day("2010-06-30"), "capacity", amount(1)));
    EvidenceId plan = new EvidenceId(file("治理方案", PretendOffice.COUNTY));
    EvidenceId opinion = new EvidenceId(file("评审意见", PretendOffice.COUNTY));
    assertThat(evidence.remove(coordinator, plan, "先不交")).isInstanceOf(Evidence.Outcome.Done.class);
    assertThat(evidence.restore(coordinator, plan)).isInstanceOf(Evidence.Outcome.Done.class);
    Optional<PieceOfEvidence> before = evidence.find(coordinator, plan);
    lifecycles.take(
        coordinator,
        record.id(),
        record.version(),
        "prove",
        new StepTaken(
            "已核实",
            Map.of(),
            Map.of("治理方案", List.of(plan.value()), "评审意见", List.of(opinion.value()))));

    byte[] other = "另一份".getBytes(StandardCharsets.UTF_8);
    for (String who : List.of("county coordinator", "city coordinator", "works")) {
      Scope scope = office.account(who);
      for (Evidence.Outcome outcome :
          List.of(
              evidence.replace(scope, plan, 1, "乙.txt", other, ""),
              evidence.remove(scope, plan, "传错了"),
              evidence.restore(scope, plan))) {
        assertThat(outcome)
            .as(who)
            .isInstanceOfSatisfying(
                Evidence.Outcome.Held.class,
                held -> {
                  assertThat(said(held.by().getFirst().problem())).isEqualTo("这份材料是办理“提交材料”时提交的。");
                  assertThat(held.by().getFirst().place()).startsWith("点位 ");
                });
      }
    }
    assertThat(evidence.find(coordinator, plan)).isEqualTo(before);
  }

  private UUID file(String name, RegionCode region) {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      pdf.addPage(new PDPage());
      pdf.save(bytes);
      Evidence.Outcome outcome =
          evidence.add(
              PretendOffice.coordinator(region), region, name + ".pdf", bytes.toByteArray(), "");
      return ((Evidence.Outcome.Done) outcome).piece().id().value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> handedIn(RecordId record) {
    return jdbc.sql("select kind, evidence_id from record_step_evidence where record_id = :id")
        .param("id", record.value())
        .query((row, n) -> row.getString(1) + " " + row.getObject(2, UUID.class))
        .list();
  }

  @Test
  void takesNoFileThatIsNotThereOrWasRemovedOrBelongsElsewhere() {
    RecordView record =
        office.record(
            PretendOffice.COUNTY,
            Optional.empty(),
            Map.of("found", day("2010-06-30"), "capacity", amount(1)));
    UUID sound = file("评审意见", PretendOffice.COUNTY);
    UUID removed = file("治理方案", PretendOffice.COUNTY);
    evidence.remove(coordinator, new EvidenceId(removed), "传错了");
    UUID elsewhere = file("治理方案", PretendOffice.NEIGHBOUR);

    for (UUID plan : List.of(removed, elsewhere, new UUID(0, 5))) {
      StepTaken taken =
          new StepTaken("因为", Map.of(), Map.of("治理方案", List.of(plan), "评审意见", List.of(sound)));
      assertThat(said(refused(coordinator, record, "prove", taken).reasons()))
          .containsExactly("有材料找不到或已移除，请重新选择文件。");
    }
    StepTaken another =
        new StepTaken("因为", Map.of(), Map.of("评审意见", List.of(sound), "收据", List.of(sound)));
    assertThat(said(refused(coordinator, record, "prove", another).reasons()))
        .containsExactly("这一步不需要“收据”，请去掉。", "需提交：治理方案");
    assertThat(handedIn(record.id())).isEmpty();
  }

  @Test
  void whoMayNotEditTheRecordFillsInOnlyWhatTheStepAsksFor() {
    Scope holder = office.account("emergency office");
    RecordView record = office.record(PretendOffice.COUNTY);
    StepTaken taken = new StepTaken("", Map.of("capacity", amount(3)), Map.of());

    assertThat(said(refused(holder, record, "start", taken).reasons()))
        .containsExactly("这一步不填写“库容”，请由有权修改本记录的人填写。");
  }

  @Test
  void startsOnlyWhereItsStatesSayAndNeverFromARemovedRecord() {
    RecordView record = office.record(PretendOffice.COUNTY);
    RecordView closed =
        lifecycles.take(coordinator, record.id(), record.version(), "strike", StepTaken.plainly());

    assertThat(lifecycles.next(coordinator, record.id()))
        .extracting(each -> each.step().id())
        .containsExactly("reopen");
    StepRefused refused = refused(coordinator, closed, "withdraw", StepTaken.plainly());
    assertThat(refused.why()).isEqualTo(StepRefused.Why.NOT_FROM_HERE);
    assertThat(said(refused.reasons())).containsExactly("记录现在是“已销号”，不能办理“撤回”。请刷新后再看。");
    assertThat(refused(coordinator, closed, "fly", StepTaken.plainly()).why())
        .isEqualTo(StepRefused.Why.UNKNOWN_STEP);

    RecordView gone = records.remove(coordinator, record.id(), closed.version(), "重复");
    assertThat(lifecycles.next(coordinator, record.id())).isEmpty();
    assertThat(refused(coordinator, gone, "reopen", StepTaken.plainly()).why())
        .isEqualTo(StepRefused.Why.UNKNOWN_RECORD);
  }

  @Test
  void isRefusedWhereSomebodyElseWasFaster() {
    RecordView record = office.record(PretendOffice.COUNTY);
    records.change(
        coordinator,
        record.id(),
        record.version(),
        RecordEdit.of(Map.of("found", day("2011-01-01"))));

    assertThatThrownBy(
            () ->
                lifecycles.take(
                    coordinator, record.id(), record.version(), "strike", StepTaken.plainly()))
        .isInstanceOf(RecordConflict.class);
    assertThat(records.find(coordinator, record.id()).orElseThrow().state()).isEqualTo("listed");
    assertThat(stepsOf(record.id())).isZero();
  }

  @Test
  void isRefusedWhereSomebodyElseHasTakenStepsMeanwhile() {
    RecordView record = office.record(PretendOffice.COUNTY);
    RecordView closed =
        lifecycles.take(coordinator, record.id(), record.version(), "strike", StepTaken.plainly());
    lifecycles.take(coordinator, record.id(), closed.version(), "reopen", StepTaken.plainly());

    assertThatThrownBy(
            () ->
                lifecycles.take(
                    coordinator, record.id(), record.version(), "withdraw", StepTaken.plainly()))
        .isInstanceOf(RecordConflict.class);
    assertThat(stepsOf(record.id())).isEqualTo(2);
  }

  @Test
  void ofManyWhoStepTheSameRecordsAtOnceOneTakesEach() throws Exception {
    List<RecordId> ids =
        Stream.generate(() -> office.record(PretendOffice.COUNTY).id()).limit(20).toList();
    int people = 3;
    CyclicBarrier start = new CyclicBarrier(people);
    List<Future<TakenTogether>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(people)) {
      for (int i = 0; i < people; i++) {
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  return lifecycles.takeTogether(
                      coordinator, StepOffice.REGISTER, ids, "strike", StepTaken.plainly());
                }));
      }
    }
    int changed = 0;
    for (Future<TakenTogether> one : running) {
      changed += one.get().changed();
      assertThat(one.get().changed() + one.get().refused().size()).isEqualTo(20);
    }
    assertThat(changed).isEqualTo(20);
    assertThat(ids).allSatisfy(id -> assertThat(stepsOf(id)).isEqualTo(1));
  }

  private int stepsOf(RecordId record) {
    return jdbc.sql("select count(*) from record_step where record_id = :id")
        .param("id", record.value())
        .query(Integer.class)
        .single();
  }

  @Test
  void severalGoTogetherAndEachThatDoesNotIsNamedWithWhy() {
    RecordView sound = office.record(PretendOffice.COUNTY);
    RecordView township = office.record(PretendOffice.TOWNSHIP);
    RecordView neighbour = office.record(PretendOffice.NEIGHBOUR);
    RecordView closed = office.record(PretendOffice.COUNTY);
    lifecycles.take(coordinator, closed.id(), closed.version(), "strike", StepTaken.plainly());

    Scope holder = office.account("emergency office");
    TakenTogether taken =
        lifecycles.takeTogether(
            holder,
            StepOffice.REGISTER,
            List.of(sound.id(), township.id(), neighbour.id(), closed.id(), sound.id()),
            "start",
            StepTaken.plainly());

    assertThat(taken.changed()).isEqualTo(1);
    assertThat(taken.refused())
        .extracting(each -> each.record() + ": " + said(each.why()))
        .containsExactly(
            township.id() + ": [由township government办理]",
            neighbour.id() + ": [没有这条记录，或者它已被移除，或者您看不到它。]",
            closed.id() + ": [记录现在是“已销号”，不能办理“开始治理”。请刷新后再看。]");
    assertThat(records.find(coordinator, sound.id()).orElseThrow().state()).isEqualTo("treating");
  }

  @Test
  void aFileThatIsHandedInOnceProvesTheStepOfManyAndWhoLacksSomethingElseIsToldAlone() {
    FieldValue found = day("2010-06-30");
    RecordView one =
        office.record(PretendOffice.COUNTY, Optional.empty(), Map.of("capacity", amount(3)));
    RecordView other =
        office.record(PretendOffice.COUNTY, Optional.empty(), Map.of("capacity", amount(4)));
    RecordView township =
        office.record(
            PretendOffice.TOWNSHIP,
            Optional.empty(),
            Map.of("capacity", amount(5), "found", day("1999-01-01")));
    RecordView large =
        office.record(PretendOffice.COUNTY, Optional.empty(), Map.of("capacity", amount(60)));
    UUID plan = file("治理方案", PretendOffice.COUNTY);
    UUID opinion = file("评审意见", PretendOffice.COUNTY);

    TakenTogether taken =
        lifecycles.takeTogether(
            coordinator,
            StepOffice.REGISTER,
            List.of(one.id(), large.id(), other.id(), township.id()),
            "prove",
            new StepTaken(
                "一并公示",
                Map.of("found", found),
                Map.of("治理方案", List.of(plan), "评审意见", List.of(opinion))));

    assertThat(taken.changed()).isEqualTo(3);
    assertThat(taken.refused())
        .extracting(each -> each.record() + ": " + said(each.why()))
        .containsExactly(large.id() + ": [库容过大须先分库]");
    for (RecordView record : List.of(one, other, township)) {
      RecordView after = records.find(coordinator, record.id()).orElseThrow();
      assertThat(after.state()).isEqualTo("treating");
      assertThat(after.content()).containsEntry("found", found);
      assertThat(handedIn(record.id()))
          .containsExactlyInAnyOrder("治理方案 " + plan, "评审意见 " + opinion);
    }
    assertThat(
            stepEvidence.list(
                PretendOffice.coordinator(PretendOffice.TOWNSHIP),
                StepOffice.REGISTER,
                List.of(township.id())))
        .extracting(handed -> handed.kind() + " " + handed.evidence())
        .containsExactly(
            "治理方案 [" + new EvidenceId(plan) + "]", "评审意见 [" + new EvidenceId(opinion) + "]");
    assertThat(records.find(coordinator, large.id()).orElseThrow().state()).isEqualTo("listed");
    assertThat(handedIn(large.id())).isEmpty();
  }

  @Test
  void aFileThatTheAccountDoesNotSeeProvesTheStepOfNoneAndEachIsToldSo() {
    Map<String, FieldValue> found = Map.of("found", day("2010-06-30"), "capacity", amount(1));
    RecordView one = office.record(PretendOffice.COUNTY, Optional.empty(), found);
    RecordView other = office.record(PretendOffice.TOWNSHIP, Optional.empty(), found);
    UUID elsewhere = file("治理方案", PretendOffice.NEIGHBOUR);
    UUID opinion = file("评审意见", PretendOffice.COUNTY);

    TakenTogether taken =
        lifecycles.takeTogether(
            coordinator,
            StepOffice.REGISTER,
            List.of(one.id(), other.id()),
            "prove",
            new StepTaken(
                "一并公示", Map.of(), Map.of("治理方案", List.of(elsewhere), "评审意见", List.of(opinion))));

    assertThat(taken.changed()).isZero();
    assertThat(taken.refused())
        .extracting(each -> each.record() + ": " + said(each.why()))
        .containsExactly(
            one.id() + ": [有材料找不到或已移除，请重新选择文件。]", other.id() + ": [有材料找不到或已移除，请重新选择文件。]");
    assertThat(handedIn(one.id())).isEmpty();
  }
}
