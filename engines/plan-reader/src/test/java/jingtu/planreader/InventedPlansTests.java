package jingtu.planreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import jingtu.planreader.output.JsonLines;
import jingtu.testing.Golden;
import jingtu.testing.Needs;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole plans of our own invention, with all that they hold. */
class InventedPlansTests {

  private static final Path PLANS =
      Needs.repository().resolve("engines/plan-reader/src/test/resources/plans");

  @ParameterizedTest
  @ValueSource(strings = {"bracket-clauses", "labelled-lines", "project-list", "several-plans"})
  void readsThemAsExpected(String plan) throws IOException {
    StringWriter lines = new StringWriter();
    JsonLines.write(read(plan), Language.ZH, lines);
    Golden.check(PLANS.resolve(plan).resolve("expected.jsonl"), lines.toString());
  }

  @Test
  void carriesRulesToTheEndOfTheirPlanAndNoFurther() throws IOException {
    PlanReading reading = read("several-plans");
    assertThat(reading.plans()).hasSize(2);
    assertThat(reading.plans().get(0).tasks())
        .allSatisfy(task -> assertThat(task.implementers()).containsExactly("各乡镇"));
    assertThat(reading.plans().get(1).tasks())
        .allSatisfy(task -> assertThat(task.implementers()).isEmpty());
  }

  @Test
  void findsNoPlanInALaw() {
    StringBuilder law = new StringBuilder("某地土壤保护条例\n");
    for (int article = 1; article <= 9; article++) {
      law.append("第").append(article).append("条 各级人民政府应当每年公布土壤环境状况。\n");
    }
    PlanReading reading = PlanReader.readText(law.toString());
    assertThat(reading.plans()).isEmpty();
    assertThat(reading.findings()).hasSize(1);
  }

  private static PlanReading read(String plan) throws IOException {
    return PlanReader.readText(Files.readString(PLANS.resolve(plan).resolve("input.txt")));
  }
}
