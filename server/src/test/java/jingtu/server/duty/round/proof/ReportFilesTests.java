package jingtu.server.duty.round.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.EvidencePackages;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.sheet.GiveOutSheets;
import jingtu.server.duty.round.sheet.TakeInSheet;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Files that prove a report: that they are kept with it, and packed. */
@WholeDuty
@Transactional
class ReportFilesTests {

  private static final String BUREAU = "东临市生态环境局禾汀分局";
  private static final String TOWNSHIP = "石漪镇人民政府";

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;
  @Autowired Evidence evidence;
  @Autowired PackProof packs;
  @Autowired GiveOutSheets giveOut;
  @Autowired TakeInSheet takeIn;
  @Autowired JdbcClient jdbc;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");

  @BeforeEach
  void open() {
    turnTo(LocalDate.of(2026, 7, 25));
    office.plan("佐证");
    openRounds.keep();
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void filesAreKeptWithWhatWasSaidAndWithWhatWasSaidBefore() {
    Scope officer = office.officer(BUREAU);
    EvidenceId photo = handIn(officer, "踏勘照片.txt");
    EvidenceId list = handIn(officer, "点位清单.txt");
    ReportLine line = lines(BUREAU).getFirst();

    ReportLine first = done(report.report(officer, line.id(), 1, said("", photo, photo)));
    ReportLine second = done(report.report(officer, line.id(), 2, said("", photo, list)));

    assertThat(first.said().orElseThrow().files()).containsExactly(photo);
    assertThat(read(line.id())).isEqualTo(second);
    assertThat(rounds.history(COORDINATOR, line.id()))
        .extracting(change -> change.said().orElseThrow().files())
        .containsExactly(List.of(photo, list), List.of(photo));
  }

  @Test
  void aFileThatNobodyHandedInOrThatOthersOwnProvesNothing() {
    Scope officer = office.officer(BUREAU);
    ReportLine line = lines(BUREAU).getFirst();
    EvidenceId foreign =
        handIn(
            PretendOffice.officer(PretendOffice.NEIGHBOUR),
            PretendOffice.NEIGHBOUR.digits(),
            "外县.txt");

    for (EvidenceId unseen : List.of(foreign, new EvidenceId(UUID.randomUUID()))) {
      assertThat(report.report(officer, line.id(), 1, said("", unseen)))
          .isInstanceOfSatisfying(
              ReportOutcome.Faulty.class,
              faulty -> assertThat(faulty.why().key()).isEqualTo("round.unseen-file"));
    }
    assertThat(read(line.id())).isEqualTo(line);
  }

  @Test
  void aFileThatHangsThereStaysWhoeverReportsNext() {
    ReportLine line = lines(TOWNSHIP).getFirst();
    EvidenceId ofTheCounty = handIn(COORDINATOR, "电话记录.txt");
    done(report.reportOnBehalf(COORDINATOR, line.id(), 1, said("", ofTheCounty), "电话"));

    ReportLine again =
        done(report.report(office.officer(TOWNSHIP), line.id(), 2, said("", ofTheCounty)));

    assertThat(again.said().orElseThrow().files()).containsExactly(ofTheCounty);
  }

  @Test
  void aTableThatComesBackLeavesTheFilesWhereTheyHang() {
    Scope officer = office.officer(BUREAU);
    ReportLine line = lines(BUREAU).getFirst();
    ReportLine said =
        done(report.report(officer, line.id(), 1, said("", handIn(officer, "照片.txt"))));
    byte[] sent =
        giveOut
            .one(officer, line.round(), line.organisation(), Language.ZH)
            .orElseThrow()
            .content();

    assertThat(
            takeIn
                .take(officer, line.round(), Optional.empty(), "调度表.xlsx", sent, Language.ZH)
                .orElseThrow()
                .taken())
        .isEmpty();

    assertThat(read(line.id())).isEqualTo(said);
  }

  @Test
  void aFileOfAnAcceptedReportIsNotReplacedForAnotherThatCameBack() {
    Scope officer = office.officer(BUREAU);
    EvidenceId photo = handIn(officer, "踏勘照片.txt");
    List<ReportLine> lines = lines(BUREAU);
    ReportLine accepted = done(report.report(officer, lines.get(0).id(), 1, said("", photo)));
    ReportLine returned = done(report.report(officer, lines.get(1).id(), 1, said("", photo)));
    accepted = done(report.accept(COORDINATOR, accepted.id(), 2));
    returned = done(report.giveBack(COORDINATOR, returned.id(), 2, "照片不清"));

    assertThat(evidence.replace(officer, photo, 1, "新照片.txt", "新".getBytes(UTF_8), ""))
        .isInstanceOfSatisfying(
            Evidence.Outcome.Held.class,
            held -> assertThat(held.by()).singleElement().satisfies(this::namesTheFirst));
    EvidenceId sharper = handIn(officer, "新照片.txt");
    ReportLine again = done(report.report(officer, returned.id(), 3, said("", sharper)));

    assertThat(again.said().orElseThrow().files()).containsExactly(sharper);
    assertThat(read(accepted.id())).isEqualTo(accepted);
    assertThat(evidence.held(officer, List.of(photo, sharper))).containsOnlyKeys(photo);
    done(report.reopen(COORDINATOR, accepted.id(), 3, "复核"));
    assertThat(evidence.replace(officer, photo, 1, "新照片.txt", "新".getBytes(UTF_8), ""))
        .isInstanceOf(Evidence.Outcome.Done.class);
  }

  private void namesTheFirst(Finding held) {
    assertThat(held.place()).startsWith(office.begins(lines(BUREAU).getFirst().duty()));
    assertThat(held.problem().arguments()).containsExactly(BUREAU, "2026-07-01", "2026-07-31");
  }

  @Test
  void whoHandedInAFileLearnsOfAReportThatIsNotTheirsOnlyThatThereIsOne() {
    Scope township = office.officer(TOWNSHIP);
    EvidenceId photo = handIn(township, "踏勘照片.txt");
    ReportLine line = lines(BUREAU).getFirst();
    done(report.reportOnBehalf(COORDINATOR, line.id(), 1, said("", photo), "电话"));
    done(report.accept(COORDINATOR, line.id(), 2));

    assertThat(evidence.remove(township, photo, "传错了"))
        .isInstanceOfSatisfying(
            Evidence.Outcome.Held.class,
            held ->
                assertThat(held.by())
                    .containsExactly(
                        new Finding(
                            "",
                            Message.of("round.holds-unseen-file"),
                            Message.of("round.holds-file-remedy"))));
  }

  @Test
  void whatWasAcceptedBeforeKeepsItsFilesTooHoweverMany() {
    List<EvidenceId> many = new ArrayList<>();
    for (int i = 0; i < Progress.MOST_FILES; i++) {
      many.add(new EvidenceId(UUID.randomUUID()));
    }
    List<ReportLine> lines = lines(BUREAU);
    acceptedWith(lines.get(0), many);
    acceptedWith(lines.get(1), many.subList(3, 4));

    DutyOffice.statements("V17__files_that_prove.sql", "INSERT INTO report_line_file")
        .forEach(statement -> jdbc.sql(statement).update());

    Map<EvidenceId, List<Finding>> held = evidence.held(COORDINATOR, many);
    assertThat(held).containsOnlyKeys(many);
    assertThat(held.get(many.get(2))).hasSize(1);
    assertThat(held.get(many.get(3))).hasSize(2);
  }

  /** As it would stand there from before. */
  private void acceptedWith(ReportLine line, List<EvidenceId> files) {
    jdbc.sql("update report_line set files = :files, line_status = 'ACCEPTED' where id = :id")
        .param("files", files.stream().map(file -> file.value().toString()).collect(joining(",")))
        .param("id", line.id().value())
        .update();
  }

  @Test
  void moreFilesThanAReportTakesAreRefused() {
    List<EvidenceId> many = new ArrayList<>();
    for (int i = 0; i <= Progress.MOST_FILES; i++) {
      many.add(new EvidenceId(UUID.randomUUID()));
    }
    assertThat(said("").with(many).fault().orElseThrow().key()).isEqualTo("round.too-many-files");
    assertThat(said("").with(many.subList(1, many.size())).fault()).isEmpty();
  }

  @Test
  void aPackageHasTheFilesOfChosenDutiesAndSaysWhatIsOnlyTold() throws IOException {
    Scope officer = office.officer(BUREAU);
    EvidenceId photo = handIn(officer, "踏勘照片.txt");
    List<ReportLine> lines = lines(BUREAU);
    done(report.report(officer, lines.get(0).id(), 1, said("照片见附件", photo)));
    done(report.report(officer, lines.get(1).id(), 1, said("会议纪要3号")));

    Map<String, byte[]> files = packed(lines, false);

    assertThat(files.keySet()).hasSize(2).anyMatch(name -> name.endsWith("01-01 踏勘照片.txt"));
    assertThat(catalogue(files))
        .contains(BUREAU)
        .contains(office.begins(lines.get(0).duty()))
        .contains("2026年7月：会议纪要3号（只有文字说明）")
        .contains("未报");
  }

  @Test
  void whatWasHandedInForEarlierPeriodsGoesAlongWhenAsked() throws IOException {
    Scope officer = office.officer(BUREAU);
    EvidenceId july = handIn(officer, "七月.txt");
    EvidenceId august = handIn(officer, "八月.txt");
    ReportLine before = lines(BUREAU).getFirst();
    done(report.report(officer, before.id(), 1, said("", july)));
    turnTo(LocalDate.of(2026, 8, 25));
    openRounds.keep();
    ReportLine now = line(before.duty().value(), BUREAU);
    done(report.report(officer, now.id(), 1, said("", august)));

    assertThat(names(packed(List.of(now), false))).containsExactly("八月.txt");
    assertThat(names(packed(List.of(now), true))).containsExactly("八月.txt", "七月.txt");
    assertThat(names(packed(List.of(before), true))).containsExactly("七月.txt");
  }

  @Test
  void anotherOrganisationPacksNothingOfIt() {
    List<LineId> ids = lines(BUREAU).stream().map(ReportLine::id).toList();

    assertThat(packs.prepare(office.officer(TOWNSHIP), ids, true, Language.ZH)).isEmpty();
  }

  private Map<String, byte[]> packed(List<ReportLine> lines, boolean earlier) throws IOException {
    List<LineId> ids = lines.stream().map(ReportLine::id).toList();
    EvidencePackages.Outcome outcome =
        packs.prepare(COORDINATOR, ids, earlier, Language.ZH).orElseThrow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (outcome instanceof EvidencePackages.Outcome.Prepared(var ready)) {
      ready.writeTo(bytes);
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static List<String> names(Map<String, byte[]> files) {
    return files.keySet().stream()
        .filter(name -> name.endsWith(".txt"))
        .map(name -> name.substring(name.lastIndexOf(' ') + 1))
        .toList();
  }

  private static String catalogue(Map<String, byte[]> files) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(files.get("目录.docx")));
        XWPFWordExtractor text = new XWPFWordExtractor(word)) {
      return text.getText();
    }
  }

  private EvidenceId handIn(Scope scope, String name) {
    return handIn(scope, PretendOffice.COUNTY.digits(), name);
  }

  private EvidenceId handIn(Scope scope, String region, String name) {
    Evidence.Outcome outcome =
        evidence.add(scope, new RegionCode(region), name, name.getBytes(UTF_8), "");
    if (outcome instanceof Evidence.Outcome.Done(var piece)) {
      return piece.id();
    }
    throw new AssertionError(outcome.toString());
  }

  private static Progress said(String proof, EvidenceId... files) {
    return new Progress(DutyState.GOING_ON, "走访", "", "", "", "", proof).with(List.of(files));
  }

  private static ReportLine done(ReportOutcome outcome) {
    if (outcome instanceof ReportOutcome.Done(ReportLine line)) {
      return line;
    }
    throw new AssertionError(outcome.toString());
  }

  private ReportLine read(LineId id) {
    return rounds.list(COORDINATOR, List.of(id)).getFirst();
  }

  private List<ReportLine> lines(String organisation) {
    Round latest = rounds.list(COORDINATOR).getFirst();
    return rounds.lines(
        COORDINATOR, latest.id(), Optional.of(office.organisation(organisation).id()));
  }

  private ReportLine line(UUID duty, String organisation) {
    return lines(organisation).stream()
        .filter(line -> line.duty().value().equals(duty))
        .findFirst()
        .orElseThrow();
  }

  private void turnTo(LocalDate day) {
    Instant noon = day.atTime(12, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), noon));
  }
}
