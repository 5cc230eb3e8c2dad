package jingtu.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import jingtu.assessment.Assessment;
import jingtu.assessment.Judge;
import jingtu.assessment.Outcome;
import jingtu.assessment.Rules;
import jingtu.assessment.samples.Editions;
import jingtu.assessment.samples.SampleRow;
import jingtu.assessment.samples.SampleRow.Held;
import jingtu.assessment.samples.SampleRow.SampleResult;
import jingtu.assessment.samples.SampleRow.Sound;
import jingtu.standards.Edition;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Reading;

/** Judges samples one at a time and writes a row for each of their results. */
final class AssessmentRows {

  private final Map<String, Judge> judges = new HashMap<>();
  private final String standard;
  private final Language language;
  private final AssessmentSummary summary = new AssessmentSummary();
  private long samples;
  private long readings;

  AssessmentRows(Editions editions, Rules rules, Language language) {
    editions.editions().forEach(edition -> judges.put(edition.id(), Judge.of(edition, rules)));
    this.standard = editions.editions().getFirst().standard();
    this.language = language;
  }

  void write(SampleRow row, ResultTable table) {
    samples++;
    Outcome worst = Outcome.NO_THRESHOLD;
    try {
      for (SampleResult result : row.results()) {
        readings++;
        Outcome outcome =
            switch (result) {
              case Sound(Reading reading) -> write(row, judge(row, reading), table);
              case Held held -> write(row, held, table);
            };
        worst = worst.compareTo(outcome) < 0 ? outcome : worst;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    summary.add(row.group(), AssessmentSummary.SAMPLES, worst, false);
  }

  private Outcome write(SampleRow row, Assessment assessment, ResultTable table)
      throws IOException {
    table.write(AssessmentRow.of(assessment, language));
    summary.add(row.group(), assessment);
    return assessment.outcome();
  }

  private Outcome write(SampleRow row, Held held, ResultTable table) throws IOException {
    table.write(AssessmentRow.of(row, held, standard, language));
    boolean nonDetect = !held.qualifier().isEmpty();
    summary.add(row.group(), held.analyte().symbol(), Outcome.UNDECIDED, nonDetect);
    return Outcome.UNDECIDED;
  }

  private Assessment judge(SampleRow row, Reading reading) {
    Edition edition = row.edition().orElseThrow();
    Judge judge = judges.get(edition.id());
    if (judge == null) {
      throw new IllegalStateException("no judge for " + edition.id());
    }
    return judge.judge(row.sample(), reading);
  }

  AssessmentSummary summary() {
    return summary;
  }

  long samples() {
    return samples;
  }

  long readings() {
    return readings;
  }
}
