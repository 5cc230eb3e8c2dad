package jingtu.planreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import jingtu.testing.Needs;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.Test;

/** What holds for every text, however damaged. */
class PlanReaderPropertyTests {

  private static final Path PLANS =
      Needs.repository().resolve("engines/plan-reader/src/test/resources/plans");
  private static final List<String> ORIGINALS =
      Stream.of("bracket-clauses", "labelled-lines", "several-plans")
          .map(PlanReaderPropertyTests::input)
          .toList();
  private static final String STRANGE =
      "（）()【】《》“”。；，、：:\n\t 　一二三（一）1.第年月日底前牵头负责等和每%万*—𠮷\u0000\uFFFD";

  @Test
  void everythingPointsIntoTheTextWhateverHappensToIt() {
    Seeded.forAll(
        10_000,
        PlanReaderPropertyTests::damaged,
        text -> {
          PlanReading reading = PlanReader.readText(text);
          Span whole = new Span(0, text.codePointCount(0, text.length()));
          assertThat(spans(reading)).allMatch(whole::contains);
        });
  }

  @Test
  void aTaskIsReadTheSameWithAnotherPlanBeforeIt() {
    String first = ORIGINALS.get(0);
    String second = ORIGINALS.get(2);
    List<List<String>> alone = leads(PlanReader.readText(second));
    List<List<String>> both = leads(PlanReader.readText(first + "\n" + second));
    assertThat(both.subList(both.size() - alone.size(), both.size())).isEqualTo(alone);
  }

  @Test
  void wordsOfATaskAreThoseOfTheTextBeyondTheBasicPlane() {
    String text = "𠮷水县工作方案\n一、任务\n（一）管好𠮷水。定期巡查𠮷水两岸。（县水务局牵头）\n";
    PlanReading reading = PlanReader.readText(text);
    Task task = reading.plans().getFirst().tasks().getFirst();
    assertThat(reading.words(task.span())).isEqualTo("定期巡查𠮷水两岸。");
  }

  private static Stream<Span> spans(PlanReading reading) {
    return Stream.concat(
        reading.passages().stream().map(Passage::span),
        reading.plans().stream()
            .flatMap(
                plan ->
                    Stream.of(
                            Stream.of(plan.span(), plan.head().span()),
                            plan.tasks().stream().map(Task::span),
                            plan.tasks().stream().flatMap(t -> t.clause().stream()),
                            plan.tasks().stream()
                                .flatMap(t -> t.actions().stream())
                                .map(Action::span),
                            plan.goals().stream().map(Goal::span),
                            plan.obligations().stream().map(Obligation::span),
                            plan.findings().stream().map(Doubt::span))
                        .flatMap(spans -> spans)));
  }

  private static List<List<String>> leads(PlanReading reading) {
    return reading.plans().stream().flatMap(plan -> plan.tasks().stream()).map(Task::lead).toList();
  }

  private static String damaged(RandomGenerator random) {
    StringBuilder text = new StringBuilder(Seeded.oneOf(random, ORIGINALS));
    int wounds = 1 + random.nextInt(12);
    for (int i = 0; i < wounds && text.length() > 2; i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(30));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, STRANGE.charAt(random.nextInt(STRANGE.length())));
        case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
        default -> text.setCharAt(at, STRANGE.charAt(random.nextInt(STRANGE.length())));
      }
    }
    return text.toString();
  }

  private static String input(String plan) {
    try {
      return Files.readString(PLANS.resolve(plan).resolve("input.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
