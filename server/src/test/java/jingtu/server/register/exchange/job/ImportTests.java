package jingtu.server.register.exchange.job;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.register.MadeRegister.number;
import static jingtu.server.register.MadeRegister.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jingtu.server.OnBothDatabases;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RecordsChanged;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.exchange.export.ExportRecords;
import jingtu.server.register.exchange.export.RecordFile;
import jingtu.server.register.exchange.job.ImportChoice.EmptyCells;
import jingtu.server.register.exchange.job.ImportJob.Meeting;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordEdit;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.register.table.TypedTotals;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.sheets.SheetFile;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class ImportTests {

  private static final AtomicInteger REGISTERS = new AtomicInteger();
  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final RecordQuery EVERYTHING =
      new RecordQuery(
          "",
          List.of(),
          List.of(),
          false,
          Optional.empty(),
          false,
          Optional.empty(),
          RecordQuery.LONGEST_PAGE);
  private static final String HEAD = "字段name,字段load（吨）,字段day,经度,纬度\n";

  @Autowired Imports imports;
  @Autowired ImportJobs jobs;
  @Autowired Records records;
  @Autowired ExportRecords exports;
  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired DefineRegister define;
  @Autowired JdbcClient jdbc;
  @Autowired Stop stop;

  private RegisterOffice office;
  private RegisterId register = new RegisterId("none");

  /** A register of yards: the depth of each is known to coordinators only. */
  @BeforeEach
  void open() {
    office = RegisterOffice.open(regions, organisations, define);
    register =
        office.define(
            new MadeRegister("yard-" + REGISTERS.incrementAndGet())
                .shape(Shape.POINT)
                .key("name")
                .required("name", text())
                .field("load", new FieldType.Quantity("吨", 2, least(), Optional.empty()))
                .field("day", new FieldType.Date())
                .field("during", new FieldType.Period())
                .unique("code", text())
                .hidden("depth", number(), Role.COORDINATOR)
                .rule("load < 1000", "库容应小于一千")
                .definition());
  }

  private static Optional<BigDecimal> least() {
    return Optional.of(BigDecimal.ZERO);
  }

  private ImportJob receive(Scope scope, String name, String content) {
    return imports
        .receiving()
        .receive(
            scope,
            register,
            COUNTY,
            Optional.empty(),
            name,
            content.getBytes(StandardCharsets.UTF_8));
  }

  private ImportJob checked(String content) {
    ImportJob job = receive(COORDINATOR, "yards.csv", content);
    imports.checking().start(COORDINATOR, job.id());
    return ended(job);
  }

  private ImportJob run(ImportJob job, Meeting meeting, Map<String, Meeting> choices) {
    imports.running().start(COORDINATOR, job.id(), new RunImport.Wanted(meeting, choices, false));
    return ended(job);
  }

  private ImportJob ended(ImportJob job) {
    return EndedImport.of(imports, COORDINATOR, job.id());
  }

  private List<RecordView> stored() {
    return records.page(COORDINATOR, register, EVERYTHING).records();
  }

  private static RecordQuery called(String name) {
    return new RecordQuery(
        name,
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        false,
        Optional.empty(),
        RecordQuery.LONGEST_PAGE);
  }

  private RecordView named(String name) {
    return records.page(COORDINATOR, register, called(name)).records().stream()
        .filter(record -> new FieldValue.Words(name).equals(record.content().get("name")))
        .findFirst()
        .orElseThrow();
  }

  private List<String> found(ImportJob job) {
    return jobs.findings(COORDINATOR, job.id()).stream()
        .map(found -> found.at() + " " + found.kind() + (found.isFault() ? "" : "?"))
        .toList();
  }

  /** One row for each thing that can be wrong, and what is found there. */
  private static final List<List<String>> FAULTS =
      List.of(
          List.of(",5,2026-03-05,118.1,32.1", "A required"),
          List.of("%,-5,2026-03-05,118.1,32.1", "B too-small"),
          List.of("%,5.123,2026-03-05,118.1,32.1", "B decimals"),
          List.of("%,约五吨,2026-03-05,118.1,32.1", "B not-a-number"),
          List.of("%,5亩,2026-03-05,118.1,32.1", "B other-unit"),
          List.of("%,2000,2026-03-05,118.1,32.1", "B rule"),
          List.of("%,5,2026年3月,118.1,32.1", "C not-a-whole-day"),
          List.of("%,5,去年,118.1,32.1", "C not-a-day"),
          List.of("%,5,2026-03-05,32.1,118.1", "D swapped|E swapped"),
          List.of("%,5,2026-03-05,118.1,", "E half-a-point"),
          List.of("%,5,2026-03-05,118.1,北", "E not-a-latitude"),
          List.of("先有的,5,2026-03-05,118.1,32.1", "A said-before"));

  private record Planted(String file, Set<String> faults, int rows, int faulty) {}

  private static Planted planted(RandomGenerator random, int rows) {
    StringBuilder file = new StringBuilder(HEAD).append("先有的,1,2026-01-01,118,32\n");
    Set<String> faults = new TreeSet<>();
    int faulty = 0;
    for (int row = 3; row < rows + 3; row++) {
      if (random.nextInt(4) > 0) {
        file.append("堆场").append(row).append(",5.25,2026-03-05,118.1,32.1\n");
        continue;
      }
      List<String> fault = Seeded.oneOf(random, FAULTS);
      file.append(fault.getFirst().replace("%", "堆场" + row)).append('\n');
      for (String place : fault.getLast().split("\\|", -1)) {
        faults.add(place.charAt(0) + "" + row + place.substring(1));
      }
      faulty++;
    }
    return new Planted(file.toString(), faults, rows + 1, faulty);
  }

  @Test
  void everyPlantedFaultIsFoundAtItsCellAndNothingElse() {
    Planted planted = planted(Seeded.random(7), 1_300);
    ImportJob job = checked(planted.file());
    assertThat(job.step()).isEqualTo(ImportStep.CHECKED);
    assertThat(new TreeSet<>(found(job))).isEqualTo(planted.faults());
    assertThat(job.report().faulty()).isEqualTo(planted.faulty());
    assertThat(job.report().fresh()).isEqualTo(planted.rows() - planted.faulty());
    assertThat(stored()).isEmpty();
  }

  @Test
  void theSoundRowsBecomeRecordsAndAreTakenBackInOneStep() {
    Planted planted = planted(Seeded.random(8), 700);
    ImportJob done = run(checked(planted.file()), Meeting.SKIP, Map.of());
    int sound = planted.rows() - planted.faulty();
    assertThat(done.step()).isEqualTo(ImportStep.DONE);
    assertThat(done.report().created()).isEqualTo(sound);
    assertThat(stored()).hasSize(sound);
    assertThat(named("先有的").content()).containsEntry("load", new FieldValue.Amount(BigDecimal.ONE));
    assertThat(named("先有的").geometry().map(Object::toString)).contains("POINT (118 32)");
    assertThat(audited("register.imported")).isEqualTo(1);

    ImportJob undone = imports.takingBack().takeBack(COORDINATOR, done.id(), "装错了表");
    assertThat(undone.step()).isEqualTo(ImportStep.TAKEN_BACK);
    assertThat(stored()).isEmpty();
    assertThat(audited("register.import-taken-back")).isEqualTo(1);
  }

  private long audited(String action) {
    return jdbc.sql(
            "select count(*) from audit_entry where action = :action and detail like :register")
        .param("action", action)
        .param("register", register.value() + ":%")
        .query(Long.class)
        .single();
  }

  private void create(String name, String load) {
    records.create(
        COORDINATOR,
        register,
        new RecordDraft(
            COUNTY,
            Optional.empty(),
            Map.of(
                "name",
                new FieldValue.Words(name),
                "load",
                new FieldValue.Amount(new BigDecimal(load))),
            Optional.empty()));
  }

  @Test
  void aRowWhoseRecordIsThereIsSkippedUpdatedOrAskedFor() {
    create("甲", "1");
    create("乙", "2");
    create("丙", "3");
    String file = HEAD + "甲,10,,,\n乙,20,,,\n丙,3,,,\n丁,4,,,\n";
    ImportJob job = checked(file);
    assertThat(found(job)).isEmpty();
    assertThat(job.report())
        .extracting(ImportReport::fresh, ImportReport::met, ImportReport::same)
        .containsExactly(1, 2, 1);
    assertThat(jobs.twins(COORDINATOR, job.id()))
        .extracting(twin -> twin.row() + " " + twin.differences())
        .containsExactly(
            "2 [Difference[field=load, label=字段load（吨）, before=1, after=10]]",
            "3 [Difference[field=load, label=字段load（吨）, before=2, after=20]]");

    ImportJob done = run(job, Meeting.ASK, Map.of("!3", Meeting.UPDATE));
    assertThat(done.report())
        .extracting(ImportReport::created, ImportReport::changed, ImportReport::passed)
        .containsExactly(1, 1, 2);
    assertThat(loads()).isEqualTo(Map.of("甲", "1", "乙", "20", "丙", "3", "丁", "4"));

    ImportJob again = run(checked(file), Meeting.UPDATE, Map.of());
    assertThat(again.report().changed()).isEqualTo(1);
    assertThat(loads()).isEqualTo(Map.of("甲", "10", "乙", "20", "丙", "3", "丁", "4"));
  }

  /** Of a yard that says everything, the file leaves empty all but the load and a first day. */
  private ImportJob sparse(Optional<EmptyCells> emptyCells) {
    records.create(
        COORDINATOR,
        register,
        new RecordDraft(
            COUNTY,
            Optional.empty(),
            Map.of(
                "name", new FieldValue.Words("甲"),
                "load", new FieldValue.Amount(BigDecimal.ONE),
                "day", new FieldValue.Day(LocalDate.of(2026, 1, 1)),
                "during",
                    new FieldValue.Span(
                        LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2026, 12, 31))),
                "code", new FieldValue.Words("K1"),
                "depth", new FieldValue.Amount(BigDecimal.TWO)),
            Optional.of(MadeRegister.point(118, 32))));
    ImportJob job =
        receive(
            COORDINATOR,
            "sparse.csv",
            "字段name,字段load（吨）,字段day,字段during起,字段during止,字段depth,经度,纬度\n甲,10,,2026-02-01,,,,\n");
    imports
        .receiving()
        .choose(
            COORDINATOR,
            job.id(),
            new ReceiveImport.Said(
                List.of(),
                OptionalInt.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                emptyCells));
    imports.checking().start(COORDINATOR, job.id());
    return ended(job);
  }

  private static final FieldValue.Span FROM_FEBRUARY =
      new FieldValue.Span(LocalDate.of(2026, 2, 1), Optional.empty());

  @Test
  void emptyCellsKeepWhatIsThereWhereNobodySaysOtherwise() {
    ImportJob job = sparse(Optional.empty());
    assertThat(job.choice().emptyCells()).isEqualTo(EmptyCells.KEEP);
    assertThat(differing(job))
        .containsExactlyInAnyOrder("load 1>10", "during.from 2026-01-01>2026-02-01");
    run(job, Meeting.UPDATE, Map.of());
    RecordView after = named("甲");
    assertThat(after.content())
        .containsOnlyKeys("name", "load", "day", "during", "code", "depth")
        .containsEntry("load", new FieldValue.Amount(BigDecimal.TEN))
        .containsEntry(
            "during",
            new FieldValue.Span(FROM_FEBRUARY.from(), Optional.of(LocalDate.of(2026, 12, 31))));
    assertThat(after.geometry()).isPresent();
  }

  @Test
  void emptyCellsClearWhatIsThereWhereSomebodySaysSo() {
    ImportJob job = sparse(Optional.of(EmptyCells.CLEAR));
    assertThat(job.choice().emptyCells()).isEqualTo(EmptyCells.CLEAR);
    assertThat(differing(job))
        .containsExactlyInAnyOrder(
            "load 1>10",
            "day 2026-01-01>",
            "during.from 2026-01-01>2026-02-01",
            "during.to 2026-12-31>",
            "depth 2>",
            "geometry.longitude 118>",
            "geometry.latitude 32>");
    assertThat(named("甲").content()).containsKey("day");
    RecordView before = named("甲");

    ImportJob done = run(job, Meeting.UPDATE, Map.of());
    RecordView after = named("甲");
    assertThat(after.content())
        .containsOnlyKeys("name", "load", "during", "code") // the file has no column of the code
        .containsEntry("during", FROM_FEBRUARY);
    assertThat(after.geometry()).isEmpty();

    imports.takingBack().takeBack(COORDINATOR, done.id(), "重来");
    assertThat(named("甲").content()).isEqualTo(before.content());
    assertThat(named("甲").geometry()).isEqualTo(before.geometry());
  }

  private List<String> differing(ImportJob job) {
    return jobs.twins(COORDINATOR, job.id()).stream()
        .flatMap(twin -> twin.differences().stream())
        .map(d -> d.field() + " " + d.before() + ">" + d.after())
        .toList();
  }

  private static String said(RecordView record, String field) {
    return switch (Objects.requireNonNull(record.content().get(field), field)) {
      case FieldValue.Words(String text) -> text;
      case FieldValue.Amount(BigDecimal number) -> number.toString();
      case FieldValue other -> throw new AssertionError(field + " holds " + other);
    };
  }

  private Map<String, String> loads() {
    return stored().stream()
        .collect(Collectors.toMap(record -> said(record, "name"), record -> said(record, "load")));
  }

  @Test
  void takingBackShowsAndKeepsWhatWasChangedSince() {
    create("甲", "1");
    ImportJob done = run(checked(HEAD + "甲,10,,,\n乙,20,,,\n丙,30,,,\n"), Meeting.UPDATE, Map.of());
    RecordView changed = named("乙");
    records.change(
        COORDINATOR,
        changed.id(),
        changed.version(),
        RecordEdit.of(Map.of("load", new FieldValue.Amount(new BigDecimal("21")))));

    TakeBackImport.Preview preview =
        imports.takingBack().preview(COORDINATOR, done.id(), Language.ZH);
    assertThat(preview)
        .extracting(
            TakeBackImport.Preview::removed,
            TakeBackImport.Preview::restored,
            TakeBackImport.Preview::kept)
        .containsExactly(1, 1, 1);
    assertThat(preview.changedSince())
        .singleElement()
        .satisfies(
            since -> {
              assertThat(since.title()).isEqualTo("乙");
              assertThat(since.changes())
                  .extracting(c -> c.label() + " " + c.before() + " " + c.after())
                  .containsExactly("字段load 20 21");
            });
    imports.takingBack().takeBack(COORDINATOR, done.id(), "重来");
    assertThat(loads()).isEqualTo(Map.of("甲", "1", "乙", "21"));
    assertThatThrownBy(() -> imports.takingBack().takeBack(COORDINATOR, done.id(), "再来"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("nothing-to-take-back");
  }

  private void createWithCode(String name, String code) {
    records.create(
        COORDINATOR,
        register,
        new RecordDraft(
            COUNTY,
            Optional.empty(),
            Map.of("name", new FieldValue.Words(name), "code", new FieldValue.Words(code)),
            Optional.empty()));
  }

  private Map<String, String> codes() {
    return stored().stream()
        .collect(Collectors.toMap(record -> said(record, "name"), record -> said(record, "code")));
  }

  /** 甲's code went to 丁, and with it what 乙 would have again, who has what 丙 would have. */
  @Test
  void whatBelongsToAnotherRecordByNowIsNotTakenBackAndTheReasonIsTold() {
    createWithCode("甲", "K1");
    createWithCode("乙", "K2");
    createWithCode("丙", "K3");
    ImportJob done =
        run(checked("字段name,字段code\n甲,K4\n丙,K5\n乙,K3\n戊,K2\n"), Meeting.UPDATE, Map.of());
    assertThat(codes()).isEqualTo(Map.of("甲", "K4", "丙", "K5", "乙", "K3", "戊", "K2"));
    createWithCode("丁", "K1");
    RecordView changed = named("戊");
    records.change(
        COORDINATOR,
        changed.id(),
        changed.version(),
        RecordEdit.of(Map.of("load", new FieldValue.Amount(BigDecimal.ONE))));

    TakeBackImport.Preview preview =
        imports.takingBack().preview(COORDINATOR, done.id(), Language.ZH);
    assertThat(preview)
        .extracting(
            TakeBackImport.Preview::removed,
            TakeBackImport.Preview::restored,
            TakeBackImport.Preview::kept)
        .containsExactly(0, 0, 4);
    assertThat(preview.changedSince())
        .extracting(since -> since.title() + " " + since.why())
        .containsExactlyInAnyOrder(
            "甲 本区域已有相同的“字段code”：K1", "乙 本区域已有相同的“字段code”：K2", "丙 本区域已有相同的“字段code”：K3", "戊 ");

    ImportJob undone = imports.takingBack().takeBack(COORDINATOR, done.id(), "重来");
    assertThat(undone.step()).isEqualTo(ImportStep.TAKEN_BACK);
    assertThat(codes()).isEqualTo(Map.of("甲", "K4", "丙", "K5", "乙", "K3", "戊", "K2", "丁", "K1"));
  }

  /** Two records exchanged their codes, and so many stand between them that they go in parts. */
  @Test
  void codesThatWereExchangedAreTakenBackHoweverManyRecordsThereAre() {
    int last = 1_100;
    StringBuilder first = new StringBuilder("字段name,字段code\n");
    StringBuilder second =
        new StringBuilder("字段name,字段code\n场1,K%d\n场%d,K1\n".formatted(last, last));
    for (int i = 1; i <= last; i++) {
      first.append("场%d,K%d\n".formatted(i, i));
      if (i > 1 && i < last) {
        second.append("场%d,L%d\n".formatted(i, i));
      }
    }
    run(checked(first.toString()), Meeting.SKIP, Map.of());
    ImportJob done = run(checked(second.toString()), Meeting.UPDATE, Map.of());
    assertThat(done.report().changed()).isEqualTo(last);

    imports.takingBack().takeBack(COORDINATOR, done.id(), "重来");
    assertThat(named("场1").content()).containsEntry("code", new FieldValue.Words("K1"));
    assertThat(named("场7").content()).containsEntry("code", new FieldValue.Words("K7"));
    assertThat(named("场1100").content()).containsEntry("code", new FieldValue.Words("K1100"));
  }

  @Test
  void keeperAndRegionAreChangedByTheCellsThatSaySoAndTakenBack() {
    UUID first = office.organisation("甲单位", COUNTY);
    UUID second = office.organisation("乙单位", COUNTY);
    for (String name : List.of("一", "二", "三")) {
      records.create(
          COORDINATOR,
          register,
          new RecordDraft(
              TOWNSHIP,
              Optional.of(first),
              Map.of("name", new FieldValue.Words(name)),
              Optional.empty()));
    }
    String file =
        """
        字段name,字段load（吨）,行政区划,填报单位,记录编号（勿改）
        一,1,,,%s
        二,1,,乙单位,%s
        三,1,禾汀县,乙单位,%s
        四,1,,,
        """
            .formatted(named("一").id(), named("二").id(), named("三").id());
    ImportJob job =
        imports
            .receiving()
            .receive(
                COORDINATOR,
                register,
                COUNTY,
                Optional.of(second),
                "keepers.csv",
                file.getBytes(StandardCharsets.UTF_8));
    imports.checking().start(COORDINATOR, job.id());
    assertThat(differing(ended(job)))
        .containsExactlyInAnyOrder(
            "load >1",
            "load >1",
            "record.organisation 甲单位>乙单位",
            "load >1",
            "record.region 石漪镇>禾汀县",
            "record.organisation 甲单位>乙单位");
    ImportJob done = run(job, Meeting.UPDATE, Map.of());
    assertThat(keepers())
        .isEqualTo(Map.of("一", "石漪镇 甲单位", "二", "石漪镇 乙单位", "三", "禾汀县 乙单位", "四", "禾汀县 乙单位"));

    imports.takingBack().takeBack(COORDINATOR, done.id(), "单位填错");
    assertThat(keepers()).isEqualTo(Map.of("一", "石漪镇 甲单位", "二", "石漪镇 甲单位", "三", "石漪镇 甲单位"));
  }

  private Map<String, String> keepers() {
    return stored().stream()
        .collect(
            Collectors.toMap(
                record -> said(record, "name"),
                record ->
                    record.labels().get(RecordView.REGION)
                        + " "
                        + record.labels().get(RecordView.ORGANISATION)));
  }

  /** Nobody kept them before the import, and the page says in words who was changed afterwards. */
  @Test
  void aKeeperThatTheImportSetIsTakenAwayAgain() {
    create("甲", "1");
    create("乙", "2");
    UUID keeper = office.organisation("丙单位", COUNTY);
    ImportJob done = run(checked("字段name,填报单位\n甲,丙单位\n乙,丙单位\n"), Meeting.UPDATE, Map.of());
    RecordView changed = named("乙");
    assertThat(changed.organisation()).contains(keeper);
    records.change(
        COORDINATOR,
        changed.id(),
        changed.version(),
        new RecordEdit(
            Map.of(),
            Set.of(),
            new RecordEdit.Place.Same(),
            Optional.empty(),
            Optional.of(office.organisation("丁单位", COUNTY)),
            ""));
    assertThat(imports.takingBack().preview(COORDINATOR, done.id(), Language.ZH).changedSince())
        .flatExtracting(TakeBackImport.ChangedSince::changes)
        .extracting(c -> c.label() + " " + c.before() + " " + c.after())
        .containsExactly("责任单位 丙单位 丁单位");

    imports.takingBack().takeBack(COORDINATOR, done.id(), "重来");
    assertThat(named("甲").organisation()).isEmpty();
    assertThat(named("乙").organisation()).isPresent();
  }

  @Test
  void aListItsCountItsTotalsAndAnExportAreNarrowedToOneImport() throws IOException {
    create("甲", "1");
    create("乙", "2");
    ImportJob first = run(checked(HEAD + "甲,10,,,\n丙,30,,,\n"), Meeting.UPDATE, Map.of());
    ImportJob second = run(checked(HEAD + "丙,31,,,\n丁,40,,,\n"), Meeting.UPDATE, Map.of());

    assertThat(names(COORDINATOR, brought(first, false))).containsExactly("甲", "丙");
    assertThat(names(COORDINATOR, brought(second, false))).containsExactly("丙", "丁");
    assertThat(names(coordinator(NEIGHBOUR), brought(first, false))).isEmpty();
    assertThat(records.count(COORDINATOR, register, brought(first, false))).isEqualTo(2);
    assertThat(
            records
                .totals(COORDINATOR, register, brought(first, false), List.of("load"))
                .sums()
                .get("load"))
        .extracting(TypedTotals.Sum::sum)
        .isEqualTo(new BigDecimal("41"));
    assertThat(exported(brought(second, false))).contains("丙", "丁").doesNotContain("甲", "乙");

    imports.takingBack().takeBack(COORDINATOR, second.id(), "重来");
    assertThat(names(COORDINATOR, brought(second, false))).containsExactly("丙");
    assertThat(names(COORDINATOR, brought(second, true))).containsExactly("丁");
  }

  private static RecordQuery brought(ImportJob job, boolean removed) {
    return new RecordQuery(
        "",
        List.of(
            new RecordQuery.Filter(
                RecordView.BATCH, RecordQuery.Operator.IS, List.of(job.id().toString()))),
        List.of(),
        removed,
        Optional.empty(),
        false,
        Optional.empty(),
        10);
  }

  private List<String> names(Scope scope, RecordQuery query) {
    return records.page(scope, register, query).records().stream()
        .map(record -> said(record, "name"))
        .toList();
  }

  private String exported(RecordQuery query) throws IOException {
    return exported(query, Set.of());
  }

  private String exported(RecordQuery query, Set<String> columns) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    exports.write(
        exports.prepare(COORDINATOR, register, query, columns, RecordFile.Kind.CSV, Language.ZH),
        bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The columns are those that a list asks for, which every file that it takes along has. */
  @Test
  void anExportOfSomeColumnsComesBackAsChangesOfItsRecordsWhereTheRegisterHasNoKey()
      throws IOException {
    register =
        office.define(
            new MadeRegister("course-" + REGISTERS.incrementAndGet())
                .required("name", text())
                .field("load", number())
                .definition());
    create("甲", "1");
    create("乙", "2");

    String file =
        exported(EVERYTHING, Set.of("load", "$state", "$region", "$organisation", "record.id"));
    assertThat(file.lines().findFirst().orElseThrow().replace("\uFEFF", ""))
        .isEqualTo("字段load,行政区划,填报单位,状态,记录编号（勿改）");
    ImportJob job = checked(file.replaceAll("(?m)^2,", "20,"));
    assertThat(found(job)).isEmpty();
    assertThat(job.report())
        .extracting(ImportReport::fresh, ImportReport::met, ImportReport::same)
        .containsExactly(0, 1, 1);
    run(job, Meeting.UPDATE, Map.of());
    assertThat(loads()).isEqualTo(Map.of("甲", "1", "乙", "20"));
  }

  /** Two parts of a key of which the file has one: the records have the other. */
  @Test
  void recordsThatShareOnePartOfTheirKeyAreNotTakenForOneAnother() throws IOException {
    register =
        office.define(
            new MadeRegister("yearly-" + REGISTERS.incrementAndGet())
                .key("name", "year")
                .required("name", text())
                .required("year", text())
                .field("load", number())
                .definition());
    yearly("甲", "2025");
    yearly("甲", "2026");

    ImportJob job =
        checked(exported(EVERYTHING, Set.of("name", "load", "record.id")).replace("甲,1", "甲,2"));
    assertThat(found(job)).isEmpty();
    assertThat(job.report().met()).isEqualTo(2);
  }

  /** 甲 was copied to become 己 and keeps its number, be its first row unchanged, changed, faulty. */
  @Test
  void aRecordHasOneRowInAFile() {
    for (String name : List.of("甲", "乙", "丙", "丁")) {
      create(name, "1");
    }
    StringBuilder file =
        new StringBuilder("字段name,字段load,记录编号（勿改）\n")
            .append("甲,1,%s\n己,1,%<s\n".formatted(named("甲").id()))
            .append("乙,2,%s\n庚,3,%<s\n".formatted(named("乙").id()))
            .append("丙,三,%s\n辛,3,%<s\n".formatted(named("丙").id()));
    IntStream.range(0, 500).forEach(i -> file.append("场").append(i).append(",1,\n"));
    file.append("壬,1,%s\n".formatted(named("甲").id())); // in another part of the file

    ImportJob job = checked(file.toString());
    assertThat(found(job))
        .containsExactly(
            "C3 said-before",
            "C5 said-before",
            "B6 not-a-number",
            "C7 said-before",
            "C508 said-before");
    assertThat(jobs.findings(COORDINATOR, job.id()).getFirst())
        .satisfies(
            twice -> {
              assertThat(Messages.say(twice.problem(), Language.ZH)).isEqualTo("记录编号与 C2 相同。");
              assertThat(Messages.say(twice.remedy(), Language.ZH)).contains("清空它的记录编号");
            });
    assertThat(run(job, Meeting.UPDATE, Map.of()).step()).isEqualTo(ImportStep.DONE);
    assertThat(named("甲").content()).containsEntry("load", new FieldValue.Amount(BigDecimal.ONE));
  }

  /** A row with the number renames 甲, another without one has the name that it had. */
  @Test
  void aRowWhoseKeyIsThatOfARecordWhichAnotherRowNamesIsToldSo() {
    create("甲", "1");
    ImportJob job = checked("字段name,字段load,记录编号（勿改）\n甲,9,\n己,1,%s\n".formatted(named("甲").id()));
    assertThat(found(job)).containsExactly("A2 said-before");
    assertThat(run(job, Meeting.UPDATE, Map.of()).step()).isEqualTo(ImportStep.DONE);
    assertThat(loads()).isEqualTo(Map.of("己", "1"));
  }

  private void yearly(String name, String year) {
    records.create(
        COORDINATOR,
        register,
        new RecordDraft(
            COUNTY,
            Optional.empty(),
            Map.of(
                "name",
                new FieldValue.Words(name),
                "year",
                new FieldValue.Words(year),
                "load",
                new FieldValue.Amount(BigDecimal.ONE)),
            Optional.empty()));
  }

  @Test
  void theFileComesBackWithEveryFaultInItsCell(@TempDir Path folder) {
    ImportJob job =
        checked(HEAD + "甲,五,2026-03-05,118,32\n乙,2,2026-03-05,118,32\n,3,,,\n丁,六,某天,118,\n");
    Path copy = folder.resolve("marked.csv");
    imports.rows().mark(COORDINATOR, job.id(), Language.ZH, file -> copy(file, copy));
    List<String> marks = new ArrayList<>();
    SheetFile marked = ((SheetFile.Opened) SheetFile.open(copy)).file();
    marked.rows("", row -> marks.add(row.cell(6).text()));
    assertThat(marks.get(1)).contains("B2", "“五”不是一个数");
    assertThat(marks.get(2)).isEmpty();
    assertThat(marks.get(3)).contains("A4", "请填写");
    assertThat(marks.get(4)).contains("B5", "“六”", "C5", "“某天”", "E5", "经度和纬度");
  }

  private static void copy(Path file, Path copy) {
    try {
      Files.copy(file, copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aChoiceOfColumnsIsRememberedForTheNextFile() {
    ImportJob job = receive(COORDINATOR, "a.csv", "堆场,存量\n甲,1\n");
    assertThat(job.choice().columns()).isEmpty();
    ImportJob chosen = choose(job, Map.of(1, "name", 2, "load"));
    assertThat(chosen.choice().columns().values())
        .extracting(match -> match.column() + " " + match.how())
        .containsExactly("name CHOSEN", "load CHOSEN");
    ImportJob next = receive(COORDINATOR, "b.csv", "存量,堆场\n2,乙\n");
    assertThat(next.choice().columns().values())
        .extracting(match -> match.column() + " " + match.how())
        .containsExactly("load MEMORY", "name MEMORY");
    choose(next, Map.of(2, "name"));
    ImportJob last = receive(COORDINATOR, "c.csv", "存量,堆场\n2,乙\n");
    assertThat(last.choice().columns().keySet()).containsExactly(2);
  }

  /** The other column is no number: what was found before is no word about it. */
  @Test
  void columnsThatAreChosenAfterTheCheckAreCheckedBeforeAnythingIsStored() {
    ImportJob job = checked("字段name,字段load,另一列\n甲,5,五\n乙,6,六\n");
    assertThat(job.report().fresh()).isEqualTo(2);

    ImportJob chosen = choose(job, Map.of(1, "name", 3, "load"));
    assertThat(chosen.step()).isEqualTo(ImportStep.COLUMNS);
    assertThat(chosen.report()).isEqualTo(ImportReport.NOTHING);
    assertThatThrownBy(() -> run(job, Meeting.SKIP, Map.of()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("gone-on");

    imports.checking().start(COORDINATOR, job.id());
    assertThat(ended(job).report().faulty()).isEqualTo(2);
    assertThat(found(job)).containsExactly("C2 not-a-number", "C3 not-a-number");
    ImportJob done = run(job, Meeting.SKIP, Map.of());
    assertThatThrownBy(() -> choose(done, Map.of(1, "name")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("gone-on");
  }

  private ImportJob choose(ImportJob job, Map<Integer, String> columns) {
    return imports
        .receiving()
        .choose(
            COORDINATOR,
            job.id(),
            new ReceiveImport.Said(
                List.of(),
                OptionalInt.empty(),
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void aFileThatLacksARequiredColumnIsNotChecked() {
    ImportJob job = receive(COORDINATOR, "a.csv", "字段load,字段day\n1,2026-01-01\n");
    assertThatThrownBy(() -> imports.checking().start(COORDINATOR, job.id()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("columns-lacking");
  }

  @Test
  void aChineseSpreadsheetsCsvAndAGeojsonAreRead() {
    byte[] gbk = (HEAD + "甲,5,2026/3/5,118,32\n").getBytes(Charset.forName("GB18030"));
    ImportJob csv =
        imports.receiving().receive(COORDINATOR, register, COUNTY, Optional.empty(), "a.csv", gbk);
    imports.checking().start(COORDINATOR, csv.id());
    run(ended(csv), Meeting.SKIP, Map.of());
    String features =
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "geometry": {"type": "Point", "coordinates": [118.5, 32.5]},
           "properties": {"name": "乙", "load": 7}},
          {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": []},
           "properties": {"name": "丙", "load": "八"}}]}
        """;
    ImportJob geojson = receive(COORDINATOR, "a.geojson", features);
    imports.checking().start(COORDINATOR, geojson.id());
    ImportJob checked = ended(geojson);
    assertThat(found(checked)).containsExactlyInAnyOrder("A2 no-geometry", "B2 not-a-number");
    run(checked, Meeting.SKIP, Map.of());
    assertThat(named("乙").geometry().map(Object::toString)).contains("POINT (118.5 32.5)");
    assertThat(loads()).isEqualTo(Map.of("甲", "5", "乙", "7"));
  }

  @Test
  void whoeverMayNotKnowAFieldNeitherFillsItInNorSeesAnothersRows() {
    String file = "字段name,字段depth\n甲,9\n";
    Scope officer = office.officerOf("石漪镇环保所");
    ImportJob own = receive(officer, "own.csv", file);
    assertThat(own.choice().columns().values()).extracting(m -> m.column()).containsExactly("name");
    ImportJob theirs = receive(COORDINATOR, "theirs.csv", file);
    assertThat(jobs.list(officer, register)).extracting(ImportJob::id).contains(theirs.id());
    assertThatThrownBy(
            () ->
                imports
                    .rows()
                    .page(
                        officer,
                        theirs.id(),
                        ImportRows.Which.ALL,
                        Optional.empty(),
                        Optional.empty(),
                        10))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("not-your-import");
    Scope neighbour = coordinator(NEIGHBOUR);
    assertThat(jobs.list(neighbour, register)).isEmpty();
    assertThatThrownBy(() -> receive(neighbour, "x.csv", file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("not-your-region");
  }

  @Test
  void anOfficersRowsBecomeRecordsOfItsOwnOrganisation() {
    Scope officer = office.officerOf("石漪镇环保所");
    ImportJob job = receive(officer, "own.csv", "字段name,填报单位\n甲,\n乙,别家\n");
    office.organisation("别家", COUNTY);
    imports.checking().start(officer, job.id());
    ImportJob checked = ended(job);
    assertThat(checked.report().fresh()).isEqualTo(1);
    assertThat(checked.report().faulty()).isEqualTo(1);
    imports.running().start(officer, job.id(), new RunImport.Wanted(Meeting.SKIP, Map.of(), false));
    assertThat(ended(job).step()).isEqualTo(ImportStep.DONE);
    assertThat(named("甲").organisation()).isEqualTo(officer.organisation());
  }

  @Test
  void rowsArePagedWithWhatWasFoundInThem() {
    create("甲", "1");
    ImportJob job = checked(HEAD + "甲,5,,,\n乙,五,,,\n丙,六,,,\n合计,11,,,\n丁,1,,,\n");
    ImportRows.Page faulty = page(job, ImportRows.Which.FAULTY, Optional.empty(), 1);
    assertThat(faulty.total()).isEqualTo(2);
    assertThat(faulty.rows()).extracting(row -> row.cells().getFirst()).containsExactly("乙");
    ImportRows.Page next = page(job, ImportRows.Which.FAULTY, faulty.next(), 1);
    assertThat(next.rows()).extracting(row -> row.cells().getFirst()).containsExactly("丙");
    assertThat(next.next()).isEmpty();
    assertThat(page(job, ImportRows.Which.LEFT_OUT, Optional.empty(), 9).rows())
        .extracting(row -> row.cells().getFirst())
        .containsExactly("合计");
    assertThat(page(job, ImportRows.Which.MEETING, Optional.empty(), 9).rows())
        .extracting(row -> row.cells().getFirst())
        .containsExactly("甲");
    assertThat(page(job, ImportRows.Which.ALL, Optional.empty(), 9).total()).isEqualTo(5);
  }

  private ImportRows.Page page(
      ImportJob job, ImportRows.Which which, Optional<ImportRows.Place> after, int limit) {
    return imports.rows().page(COORDINATOR, job.id(), which, Optional.empty(), after, limit);
  }

  @Test
  void whatWasAtWorkWhenTheServerStoppedIsInterruptedAndCanBeCheckedAgain() {
    ImportJob job = checked(HEAD + "甲,5,,,\n");
    jobs.begin(COORDINATOR, job.id(), Meeting.SKIP);
    jobs.interrupt();
    assertThat(imports.get(COORDINATOR, job.id()).step()).isEqualTo(ImportStep.INTERRUPTED);
    imports.checking().start(COORDINATOR, job.id());
    assertThat(run(ended(job), Meeting.SKIP, Map.of()).step()).isEqualTo(ImportStep.DONE);
  }

  @Test
  void whereAllRowsAreWantedAFaultyOneKeepsThemOut() {
    ImportJob job = checked(HEAD + "甲,五,,,\n乙,1,,,\n");
    assertThatThrownBy(
            () ->
                imports
                    .running()
                    .start(
                        COORDINATOR, job.id(), new RunImport.Wanted(Meeting.SKIP, Map.of(), true)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("faulty-rows");
    assertThat(stored()).isEmpty();
  }

  /** Somebody stops the run when the first of three parts of the rows is stored. */
  @Test
  void aRunThatIsStoppedStoresNothing() {
    StringBuilder file = new StringBuilder(HEAD);
    IntStream.range(0, 1_200).forEach(i -> file.append("场").append(i).append(",1,,,\n"));
    ImportJob job = checked(file.toString());
    stop.at(register, 2, () -> imports.cancel(COORDINATOR, job.id()));
    ImportJob stopped = run(job, Meeting.SKIP, Map.of());
    assertThat(stop.heard).isEqualTo(2);
    assertThat(stopped.step()).isEqualTo(ImportStep.CANCELLED);
    assertThat(
            jdbc.sql("select count(*) from record where register = :register")
                .param("register", register.value())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(audited("register.imported")).isZero();
  }

  /** Does something once records of a register are stored, before they are committed. */
  static final class Stop {
    private Optional<RegisterId> awaited = Optional.empty();
    private int times;
    private Runnable then = () -> {};
    private int heard;

    /** {@code stored} counts the times that records are: a file comes in several parts. */
    void at(RegisterId register, int stored, Runnable action) {
      times = stored;
      awaited = Optional.of(register);
      then = action;
      heard = 0;
    }

    @EventListener
    void changed(RecordsChanged event) {
      if (awaited.equals(Optional.of(event.register()))) {
        heard++;
        if (heard == times) {
          then.run();
        }
      }
    }
  }

  @TestConfiguration
  static class Stopping {
    @Bean
    Stop stop() {
      return new Stop();
    }
  }
}
