package jingtu.commandline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.assessment.Assessment;
import jingtu.assessment.Outcome;
import jingtu.assessment.samples.SampleRow;
import jingtu.assessment.samples.SampleRow.Held;
import jingtu.standards.Bound;
import jingtu.standards.PhBand;
import jingtu.standards.TableRef;
import jingtu.standards.Threshold;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** What {@code assess} writes of one reading, as the cells of a row. */
final class AssessmentRow {

  /** The columns, in their order. */
  static final List<String> COLUMNS =
      List.of(
          "sample",
          "analyte",
          "value",
          "qualifier",
          "unit",
          "standard",
          "edition",
          "table",
          "clause",
          "ph_band",
          "land_use",
          "screening",
          "control",
          "assessment",
          "reason");

  /** The columns, from 0, that hold numbers. */
  static final List<Integer> NUMBERS =
      List.of(COLUMNS.indexOf("value"), COLUMNS.indexOf("screening"), COLUMNS.indexOf("control"));

  private AssessmentRow() {}

  /** A limit stands in {@code control}, and a category in {@code land_use}. */
  static List<String> of(Assessment assessment, Language language) {
    return List.of(
        assessment.sample().id(),
        assessment.analyte().symbol(),
        assessment.value().map(it -> it.value().toPlainString()).orElse(""),
        assessment.reading().qualifier(),
        assessment.value().map(it -> it.unit().symbol()).orElse(""),
        assessment.edition().id(),
        assessment.edition().edition(),
        assessment.table().map(TableRef::table).orElse(""),
        assessment.clause().orElse(""),
        assessment.band().map(PhBand::toString).orElse(""),
        assessment.category().or(() -> assessment.landUse().map(LandUse::name)).orElse(""),
        bound(assessment.screening(), language),
        bound(assessment.control().or(assessment::limit), language),
        assessment.outcome().name(),
        assessment.reason(language));
  }

  /** A result that was not judged, since its unit is in doubt. */
  static List<String> of(SampleRow row, Held held, String standard, Language language) {
    return List.of(
        row.sample().id(),
        held.analyte().symbol(),
        held.value(),
        held.qualifier(),
        held.unit(),
        row.edition().map(it -> it.id()).orElse(standard),
        row.edition().map(it -> it.edition()).orElse(""),
        "",
        "",
        "",
        row.sample().landUse().map(LandUse::name).orElse(""),
        "",
        "",
        Outcome.UNDECIDED.name(),
        held.reason(row.sample(), language));
  }

  private static String bound(Optional<Threshold> threshold, Language language) {
    return threshold
        .map(
            it ->
                switch (it.bound()) {
                  case Bound.AtMost most -> most.value().toPlainString();
                  case Bound.Within within ->
                      within.ranges().stream()
                          .map(
                              range ->
                                  range.from().toPlainString() + "~" + range.to().toPlainString())
                          .collect(Collectors.joining("; "));
                  case Bound.NotDetectable undetected ->
                      Messages.say(Message.of("assessment.not-detectable"), language);
                })
        .orElse("");
  }
}
