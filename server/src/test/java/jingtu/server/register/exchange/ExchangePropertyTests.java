package jingtu.server.register.exchange;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.OnBothDatabases;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.MadeFiles;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.CodeList;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.RandomDefinitions;
import jingtu.server.register.definition.TypeWord;
import jingtu.server.register.exchange.export.ExportRecords;
import jingtu.server.register.exchange.export.RecordFile;
import jingtu.server.register.exchange.job.EndedImport;
import jingtu.server.register.exchange.job.ImportJob;
import jingtu.server.register.exchange.job.ImportRows;
import jingtu.server.register.exchange.job.ImportStep;
import jingtu.server.register.exchange.job.Imports;
import jingtu.server.register.exchange.job.RunImport;
import jingtu.server.register.record.FaultyRecord;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

/** The records of any register go through a file into another of the same definition unchanged. */
@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class ExchangePropertyTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final int SEEDS = 10;
  private static final int RECORDS = 15;

  @Autowired ExportRecords exports;
  @Autowired Imports imports;
  @Autowired Records records;
  @Autowired CodeLists codes;
  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired DefineRegister define;
  @Autowired Evidence evidence;

  /** What the records of one kind of file link to and are proved by. */
  private record Pointed(RegisterId register, List<UUID> records, List<UUID> files) {}

  @ParameterizedTest
  @EnumSource(RecordFile.Kind.class)
  void recordsSurviveExportAndImport(RecordFile.Kind kind) {
    RegisterOffice office = RegisterOffice.open(regions, organisations, define);
    Pointed pointed = pointed(office, kind);
    int made = 0;
    Set<TypeWord> filled = EnumSet.noneOf(TypeWord.class);
    for (long seed = 1; seed <= SEEDS; seed++) {
      RandomGenerator random = Seeded.random(seed);
      String name = "-" + kind.name().toLowerCase(Locale.ROOT) + "-" + seed;
      Definition from =
          plain(RandomDefinitions.next(random, new RegisterId("from" + name)), pointed.register());
      office.define(from);
      RegisterId to = office.define(renamed(from, new RegisterId("to" + name)));
      made += fill(random, office, from, pointed);
      throughAFile(from.id(), to, kind);
      assertThat(told(to)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(told(from.id()));
      filled.addAll(filled(from));
    }
    assertThat(made).isGreaterThan(SEEDS * RECORDS / 2);
    assertThat(filled).isEqualTo(EnumSet.allOf(TypeWord.class));
  }

  /** Records whose names tables have trouble with, and files whose names they do. */
  private Pointed pointed(RegisterOffice office, RecordFile.Kind kind) {
    RegisterId register =
        office.define(
            new MadeRegister("pointed-" + kind.name().toLowerCase(Locale.ROOT))
                .field("note", new FieldType.LongText())
                .field("name", new FieldType.Text(500))
                .definition());
    List<UUID> targets = new ArrayList<>();
    for (String name :
        List.of(
            "某厂",
            "同名厂",
            "同名厂",
            "同名厂二分厂",
            "无",
            "—",
            "=1+1",
            "-7",
            "2026-03-05",
            "1e5",
            "甲  乙",
            "旧厂 {00000000-0000-0003-0000-000000000001}",
            "one two three four five six seven eight nine ten eleven twelve",
            "很长的名称".repeat(90))) {
      targets.add(target(register, Map.of("name", new FieldValue.Words(name))));
    }
    targets.add(target(register, Map.of("note", new FieldValue.Words("没有名称"))));
    List<UUID> files =
        Stream.of("验收意见.txt", "验收意见.txt", "=现场 {0}.txt", "a, b; c.txt")
            .map(name -> MadeFiles.handIn(evidence, COORDINATOR, COUNTY, name))
            .toList();
    return new Pointed(register, targets, files);
  }

  private UUID target(RegisterId register, Map<String, FieldValue> content) {
    return records
        .create(
            COORDINATOR,
            register,
            new RecordDraft(COUNTY, Optional.empty(), content, Optional.empty()))
        .id()
        .value();
  }

  private Set<TypeWord> filled(Definition definition) {
    return all(definition.id()).stream()
        .flatMap(record -> record.content().keySet().stream())
        .flatMap(field -> definition.findField(field).stream())
        .map(field -> TypeWord.of(field.type()))
        .collect(Collectors.toSet());
  }

  private List<String> told(RegisterId register) {
    return all(register).stream()
        .map(
            record ->
                new TreeMap<>(record.content())
                    + " "
                    + record.geometry()
                    + " "
                    + record.region()
                    + " "
                    + record.organisation())
        .toList();
  }

  private List<RecordView> all(RegisterId register) {
    RecordQuery query =
        new RecordQuery(
            "",
            List.of(),
            List.of(),
            false,
            Optional.empty(),
            false,
            Optional.empty(),
            RecordQuery.LONGEST_PAGE);
    return records.page(COORDINATOR, register, query).records();
  }

  /** Records that the register takes; what breaks one of its random rules is left. */
  private int fill(
      RandomGenerator random, RegisterOffice office, Definition definition, Pointed pointed) {
    UUID owner = office.organisation("某镇环保所", COUNTY);
    List<UUID> own = new ArrayList<>();
    MadeRecords.Around around =
        new MadeRecords.Around(
            COORDINATOR.role(),
            this::codesOf,
            register -> register.equals(pointed.register()) ? pointed.records() : own,
            pointed.files(),
            List.of(owner),
            List.of(COUNTY.digits()));
    for (int i = 0; i < RECORDS; i++) {
      RecordDraft draft =
          new RecordDraft(
              COUNTY,
              random.nextBoolean() ? Optional.of(owner) : Optional.empty(),
              MadeRecords.content(random, definition, around),
              MadeRecords.geometry(random, definition.geometry()));
      try {
        own.add(records.create(COORDINATOR, definition.id(), draft).id().value());
      } catch (FaultyRecord refused) {
        assertThat(refused.faults()).isNotEmpty();
      }
    }
    return own.size();
  }

  private List<String> codesOf(String list) {
    return codes.find(list).map(CodeList::entries).orElse(List.of()).stream()
        .map(CodeList.Entry::code)
        .toList();
  }

  private void throughAFile(RegisterId from, RegisterId to, RecordFile.Kind kind) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      exports.write(
          exports.prepare(COORDINATOR, from, RecordQuery.ALL, Set.of(), kind, Language.ZH), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImportJob job =
        imports
            .receiving()
            .receive(
                COORDINATOR, to, COUNTY, Optional.empty(), "records." + kind, file.toByteArray());
    imports.checking().start(COORDINATOR, job.id());
    await(job);
    assertThat(faulty(job)).isEmpty();
    imports
        .running()
        .start(COORDINATOR, job.id(), new RunImport.Wanted(ImportJob.Meeting.SKIP, Map.of(), true));
    await(job);
    assertThat(imports.get(COORDINATOR, job.id()))
        .satisfies(done -> assertThat(done.step()).as("%s", done).isEqualTo(ImportStep.DONE));
  }

  private List<String> faulty(ImportJob job) {
    return imports
        .rows()
        .page(
            COORDINATOR,
            job.id(),
            ImportRows.Which.FAULTY,
            Optional.empty(),
            Optional.empty(),
            RECORDS)
        .rows()
        .stream()
        .map(row -> row.cells() + " " + row.findings())
        .toList();
  }

  private void await(ImportJob job) {
    EndedImport.of(imports, COORDINATOR, job.id());
  }

  /**
   * Every other link leads to another register. Without what would refuse most records: there is
   * but one region, and none of its own to link to before the first.
   */
  private static Definition plain(Definition made, RegisterId other) {
    List<Field> fields = new ArrayList<>();
    for (Field field : made.fields()) {
      FieldType type =
          switch (field.type()) {
            case FieldType.Link(var own, boolean many) when fields.size() % 2 == 0 ->
                new FieldType.Link(other, many);
            default -> field.type();
          };
      boolean toItself =
          type instanceof FieldType.Link(RegisterId to, var many) && to.equals(made.id());
      fields.add(
          new Field(
              field.id(),
              field.label(),
              type,
              field.group(),
              field.help(),
              field.required() && !toItself,
              field.unique() && !(type instanceof FieldType.OfRegion),
              field.sortable(),
              field.when(),
              field.visibleTo(),
              field.retired(),
              field.aliases()));
    }
    return of(made, made.id(), fields);
  }

  private static Definition renamed(Definition made, RegisterId id) {
    return of(made, id, made.fields());
  }

  private static Definition of(Definition made, RegisterId id, List<Field> fields) {
    return new Definition(
        id,
        made.version(),
        made.name(),
        made.kind(),
        made.help(),
        made.serves(),
        made.key(),
        made.geometry(),
        made.groups(),
        fields,
        made.lifecycle(),
        List.of(),
        List.of(),
        List.of(),
        made.disclosure());
  }
}
