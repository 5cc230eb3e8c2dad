package jingtu.assessment.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jingtu.assessment.Judge;
import jingtu.assessment.Outcome;
import jingtu.assessment.Rules;
import jingtu.assessment.samples.FaultyWorkbook.Fault;
import jingtu.assessment.samples.FaultyWorkbook.SoundRow;
import jingtu.assessment.samples.SampleRow.Held;
import jingtu.assessment.samples.SampleRow.SampleResult;
import jingtu.assessment.samples.SampleRow.Sound;
import jingtu.sheets.CellFinding;
import jingtu.sheets.SheetFile;
import jingtu.standards.Edition;
import jingtu.standards.Standards;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import jingtu.vocabulary.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook with thirty faults, held to the list that was written before its reader. */
class PlantedFaultsTests {

  private static final Edition FARMLAND = Standards.shipped().find("GB 15618-2018").orElseThrow();

  private static final String LONG = "农药";

  /** Sound rows in which one of nine analytes was not measured, and says so. */
  private static final List<String> NOT_MEASURED_ONCE = List.of("S020", "S040");

  @TempDir private Path folder = Path.of("");
  private final List<CellFinding> findings = new ArrayList<>();
  private final List<SampleRow> samples = new ArrayList<>();

  @BeforeEach
  void readTheWorkbook() throws IOException {
    Path file = FaultyWorkbook.write(folder.resolve("检测结果.xlsx"));
    SheetFile sheets = ((SheetFile.Opened) SheetFile.open(file)).file();
    SampleSheets survey =
        SampleSheets.survey(sheets, SampleOptions.of(FARMLAND, FaultyWorkbook.TODAY));
    findings.addAll(survey.findings());
    assertThat(survey.read(samples::add, findings::add)).isEmpty();
  }

  @Test
  void marksEachFaultInItsCellAndNothingElse() throws IOException {
    assertThat(findings.stream().map(finding -> finding.at().toString()))
        .containsExactlyInAnyOrderElementsOf(
            FaultyWorkbook.faults().stream().map(Fault::cell).toList());
  }

  @Test
  void saysOfEachFaultWhatIsWrongAndWhatToDo() throws IOException {
    Map<String, CellFinding> byCell = new HashMap<>();
    findings.forEach(finding -> byCell.put(finding.at().toString(), finding));
    for (Fault fault : FaultyWorkbook.faults()) {
      CellFinding finding = Objects.requireNonNull(byCell.get(fault.cell()), fault.cell());
      assertThat(Messages.say(finding.problem(), Language.ZH))
          .as("problem of %s", fault.cell())
          .contains(fault.problem());
      assertThat(Messages.say(finding.remedy(), Language.ZH))
          .as("remedy of %s", fault.cell())
          .contains(fault.remedy());
      assertThat(finding.finding().say(Language.EN)).doesNotContain("{");
    }
  }

  @Test
  void readsEverySoundRow() throws IOException {
    List<String> read = samples.stream().map(row -> row.sample().id()).toList();
    assertThat(read)
        .containsAll(FaultyWorkbook.soundRows().stream().map(SoundRow::sample).toList());
    for (SampleRow row : samples) {
      assertThat(row.edition()).contains(FARMLAND);
    }
  }

  @Test
  void judgesEverySoundRow() throws IOException {
    Judge judge = Judge.of(FARMLAND, Rules.USUAL);
    Map<String, Long> judged = new HashMap<>();
    for (SampleRow row : samples) {
      for (Reading reading : row.sample().readings()) {
        Outcome outcome = judge.judge(row.sample(), reading).outcome();
        judged.merge(place(row), outcome == Outcome.UNDECIDED ? 0L : 1L, Long::sum);
      }
    }
    for (SoundRow sound : FaultyWorkbook.soundRows()) {
      assertThat(judged).as("%s", sound).containsEntry(place(sound), expected(sound));
    }
  }

  /** A wide row is a sample; three rows of the long sheet are one, of which N13 lacks a unit. */
  private static long expected(SoundRow sound) {
    if (sound.sheet().equals(LONG)) {
      return sound.sample().equals("N13") ? 2 : 3;
    }
    return NOT_MEASURED_ONCE.contains(sound.sample()) ? 8 : 9;
  }

  private static String place(SoundRow sound) {
    return sound.sheet().equals(LONG) ? sound.sample() : sound.sheet() + "!A" + sound.row();
  }

  private static String place(SampleRow row) {
    return row.at().sheet().equals(LONG) ? row.sample().id() : row.at().toString();
  }

  /** In a wide row: eight analytes with a sound column, of which nickel is high throughout. */
  @Test
  void readsWhatIsSoundInARowWithAFault() {
    assertThat(results("S005")).containsExactly("Hg", "As", "Pb", "Cr", "Cr6", "Cu", "Ni", "Zn");
    assertThat(results("重金属!A25"))
        .containsExactly("Cd", "Hg", "As", "Pb", "Cr", "Cr6", "Cu", "Ni", "Zn");
  }

  @Test
  void holdsBackWhatHasNoUnit() {
    List<SampleResult> held =
        samples.stream()
            .flatMap(row -> row.results().stream())
            .filter(result -> result instanceof Held)
            .toList();

    assertThat(held.stream().filter(it -> it.analyte().symbol().equals("V"))).hasSize(39);
    assertThat(held.stream().filter(it -> it.analyte().symbol().equals("Co"))).hasSize(39);
    assertThat(held).hasSize(39 + 39 + 1);
  }

  private List<String> results(String id) {
    return samples.stream()
        .filter(row -> row.sample().id().equals(id))
        .flatMap(row -> row.results().stream())
        .filter(result -> result instanceof Sound)
        .map(result -> result.analyte().symbol())
        .toList();
  }
}
