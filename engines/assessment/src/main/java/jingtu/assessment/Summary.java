package jingtu.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingtu.vocabulary.Analyte;

/**
 * Sums up assessments by group and analyte as they come. What it keeps depends on the number of
 * groups and analytes, not on that of assessments.
 */
public final class Summary {

  private final NonDetects rule;
  private final Map<String, Map<Analyte, SummaryTally>> groups = new LinkedHashMap<>();

  /** An empty summary; {@code rule} says what stands for non-detects in mean and deviation. */
  public Summary(NonDetects rule) {
    this.rule = rule;
  }

  /** Adds a reading to a group: a zone, a township, or one for all. */
  public void add(String group, Assessment assessment) {
    groups
        .computeIfAbsent(group, any -> new LinkedHashMap<>())
        .computeIfAbsent(assessment.analyte(), any -> new SummaryTally(rule))
        .add(assessment);
  }

  /** One line for each analyte of each group, in the order in which they first came. */
  public List<SummaryLine> lines() {
    List<SummaryLine> lines = new ArrayList<>();
    groups.forEach(
        (group, tallies) ->
            tallies.forEach((analyte, tally) -> lines.add(tally.line(group, analyte))));
    return lines;
  }
}
