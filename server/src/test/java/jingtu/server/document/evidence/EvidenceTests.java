package jingtu.server.document.evidence;

import static jingtu.server.PretendOffice.CITY;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.PretendOffice.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

/** Evidence handed in, replaced, taken out and put back. */
@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class EvidenceTests {

  private static final byte[] TEXT = MadeFiles.of("text");
  private static final byte[] OTHER_TEXT = MadeFiles.of("text in GB18030");

  @Autowired Evidence evidence;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  @Test
  void whatIsHandedInIsKeptWithWhoseItIs() {
    PieceOfEvidence piece = handIn(officer(COUNTY), "照片.jpg", MadeFiles.of("photo"), " 全景 ");

    assertThat(evidence.find(officer(CITY), piece.id())).hasValue(piece);
    assertThat(piece.region()).isEqualTo(COUNTY);
    assertThat(piece.removal()).isEmpty();
    assertThat(piece.versions())
        .extracting("ordinal", "name", "mediaType", "pages", "note", "by")
        .containsExactly(tuple(1, "照片.jpg", "image/jpeg", 1, "全景", officer(COUNTY).username()));
    assertThat(piece.current().sha256()).hasSize(64);
    assertThat(evidence.findContent(officer(COUNTY), piece.id(), 1))
        .hasValue(MadeFiles.of("photo"));
    assertThat(lastAudited()).isEqualTo("evidence.added 照片.jpg");
  }

  @Test
  void aNewVersionLeavesTheOldOneReadable() {
    PieceOfEvidence piece = handIn(officer(COUNTY), "说明.txt", TEXT, "");

    PieceOfEvidence replaced =
        done(evidence.replace(coordinator(COUNTY), piece.id(), 1, "说明2.txt", OTHER_TEXT, "盖章后"));

    assertThat(replaced.versions())
        .extracting("ordinal", "name", "note")
        .containsExactly(tuple(2, "说明2.txt", "盖章后"), tuple(1, "说明.txt", ""));
    assertThat(evidence.findContent(officer(COUNTY), piece.id(), 1)).hasValue(TEXT);
    assertThat(evidence.findContent(officer(COUNTY), piece.id(), 2)).hasValue(OTHER_TEXT);
    assertThat(evidence.findContent(officer(COUNTY), piece.id(), 3)).isEmpty();
    assertThat(lastAudited()).isEqualTo("evidence.replaced 说明.txt → 说明2.txt");
  }

  @Test
  void whoComesSecondIsToldWhatIsThereNow() {
    PieceOfEvidence piece = handIn(officer(COUNTY), "说明.txt", TEXT, "");
    PieceOfEvidence first =
        done(evidence.replace(officer(COUNTY), piece.id(), 1, "甲.txt", OTHER_TEXT, ""));

    assertThat(evidence.replace(coordinator(COUNTY), piece.id(), 1, "乙.txt", TEXT, ""))
        .isEqualTo(new Evidence.Outcome.Overtaken(first));
    assertThat(evidence.find(officer(COUNTY), piece.id())).hasValue(first);
  }

  @Test
  void ofManyWhoReplaceTheSameVersionOneDoes() throws InterruptedException, ExecutionException {
    PieceOfEvidence piece = handIn(officer(COUNTY), "说明.txt", TEXT, "");
    List<Future<Evidence.Outcome>> outcomes = new ArrayList<>();
    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        outcomes.add(
            people.submit(
                () -> evidence.replace(officer(COUNTY), piece.id(), 1, "甲.txt", OTHER_TEXT, "")));
      }
    }
    int done = 0;
    for (Future<Evidence.Outcome> outcome : outcomes) {
      done += outcome.get() instanceof Evidence.Outcome.Done ? 1 : 0;
    }
    assertThat(done).isOne();
    assertThat(evidence.find(officer(COUNTY), piece.id()).orElseThrow().versions()).hasSize(2);
  }

  @Test
  void whatIsTakenOutStaysReadableAndCanBePutBack() {
    PieceOfEvidence piece = handIn(officer(COUNTY), "说明.txt", TEXT, "");

    PieceOfEvidence removed = done(evidence.remove(coordinator(COUNTY), piece.id(), "传错了"));
    assertThat(removed.removal())
        .hasValueSatisfying(
            removal -> {
              assertThat(removal.reason()).isEqualTo("传错了");
              assertThat(removal.by()).isEqualTo(coordinator(COUNTY).username());
            });
    assertThat(lastAudited()).isEqualTo("evidence.removed 说明.txt: 传错了");
    assertThat(evidence.findContent(officer(COUNTY), piece.id(), 1)).hasValue(TEXT);
    assertThat(evidence.replace(officer(COUNTY), piece.id(), 1, "甲.txt", OTHER_TEXT, ""))
        .isInstanceOf(Evidence.Outcome.Overtaken.class);
    assertThat(done(evidence.remove(officer(COUNTY), piece.id(), "又一次"))).isEqualTo(removed);

    assertThat(done(evidence.restore(officer(COUNTY), piece.id()))).isEqualTo(piece);
    assertThat(lastAudited()).isEqualTo("evidence.restored 说明.txt");
    assertThat(done(evidence.restore(officer(COUNTY), piece.id()))).isEqualTo(piece);
  }

  @Test
  void anotherCountySeesAndChangesNothing() {
    PieceOfEvidence piece = handIn(officer(COUNTY), "说明.txt", TEXT, "");
    Scope stranger = coordinator(NEIGHBOUR);

    assertThat(evidence.find(stranger, piece.id())).isEmpty();
    assertThat(evidence.findContent(stranger, piece.id(), 1)).isEmpty();
    assertThat(evidence.findPreview(stranger, piece.id(), 1, 1)).isEmpty();
    assertThat(evidence.replace(stranger, piece.id(), 1, "甲.txt", OTHER_TEXT, ""))
        .isEqualTo(new Evidence.Outcome.Unknown());
    assertThat(evidence.remove(stranger, piece.id(), "x"))
        .isEqualTo(new Evidence.Outcome.Unknown());
    assertThat(evidence.restore(stranger, piece.id())).isEqualTo(new Evidence.Outcome.Unknown());
    assertThat(evidence.add(stranger, COUNTY, "说明.txt", TEXT, ""))
        .isEqualTo(new Evidence.Outcome.NotYours());
    assertThat(evidence.find(officer(COUNTY), piece.id())).hasValue(piece);
  }

  @Test
  void aTownshipHandsInForItsCountyAndChangesWhatItHandedIn() {
    Scope township = officer(TOWNSHIP);
    PieceOfEvidence own = done(evidence.add(township, COUNTY, "说明.txt", TEXT, ""));
    PieceOfEvidence county = handIn(officer(COUNTY), "说明.txt", TEXT, "");

    assertThat(evidence.mayChange(township, own)).isTrue();
    assertThat(evidence.replace(township, own.id(), 1, "甲.txt", OTHER_TEXT, ""))
        .isInstanceOf(Evidence.Outcome.Done.class);
    assertThat(evidence.find(township, county.id())).as("it sees the county's").isPresent();
    assertThat(evidence.mayChange(township, county)).isFalse();
    assertThat(evidence.remove(township, county.id(), "x"))
        .isEqualTo(new Evidence.Outcome.NotYours());
    assertThat(evidence.find(township, county.id())).hasValue(county);
  }

  @Test
  void aListHasWhatIsSeenInTheOrderAskedFor() {
    PieceOfEvidence first = handIn(officer(COUNTY), "一.txt", TEXT, "");
    PieceOfEvidence second = handIn(officer(COUNTY), "二.txt", TEXT, "");
    PieceOfEvidence foreign = done(evidence.add(officer(NEIGHBOUR), NEIGHBOUR, "三.txt", TEXT, ""));
    EvidenceId none = new EvidenceId(UUID.randomUUID());

    assertThat(
            evidence.list(
                officer(COUNTY), List.of(second.id(), none, foreign.id(), first.id(), second.id())))
        .containsExactly(second, first);
    assertThat(evidence.list(officer(COUNTY), List.of())).isEmpty();
    assertThat(evidence.list(officer(CITY), List.of(foreign.id(), first.id())))
        .containsExactly(foreign, first);
  }

  @Test
  void aRefusedFileLeavesNothingBehind() {
    PieceOfEvidence piece = handIn(officer(COUNTY), "说明.txt", TEXT, "");
    int before = documents();

    assertThat(evidence.add(officer(COUNTY), COUNTY, "a.pdf", MadeFiles.of("program"), ""))
        .isInstanceOf(Evidence.Outcome.Refused.class);
    assertThat(evidence.replace(officer(COUNTY), piece.id(), 1, "a.txt", MadeFiles.of("zip"), ""))
        .isInstanceOf(Evidence.Outcome.Refused.class);
    evidence.replace(officer(COUNTY), piece.id(), 7, "a.txt", OTHER_TEXT, "");
    assertThat(documents()).isEqualTo(before);
    assertThat(evidence.find(officer(COUNTY), piece.id())).hasValue(piece);
  }

  @Test
  void aPageIsShownOnlyWhereThereIsOne() {
    PieceOfEvidence pdf = handIn(officer(COUNTY), "批复.pdf", MadeFiles.of("pdf"), "");
    PieceOfEvidence text = handIn(officer(COUNTY), "说明.txt", TEXT, "");

    assertThat(evidence.findPreview(officer(COUNTY), pdf.id(), 1, 2)).isPresent();
    assertThat(evidence.findPreview(officer(COUNTY), pdf.id(), 1, 3)).isEmpty();
    assertThat(evidence.findPreview(officer(COUNTY), text.id(), 1, 1)).isEmpty();
  }

  private PieceOfEvidence handIn(Scope scope, String name, byte[] content, String note) {
    return done(evidence.add(scope, scope.region().orElseThrow(), name, content, note));
  }

  private static PieceOfEvidence done(Evidence.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Evidence.Outcome.Done.class);
    return ((Evidence.Outcome.Done) outcome).piece();
  }

  private int documents() {
    return jdbc.sql("select count(*) from document").query(Integer.class).single();
  }

  private String lastAudited() {
    return jdbc.sql("select action, detail from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString("action") + " " + row.getString("detail"))
        .single();
  }
}
