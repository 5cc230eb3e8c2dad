package jingtu.planreader.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.revision.MadePlan.MadeTask;
import jingtu.testing.Needs;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every two versions. */
class ComparisonPropertyTests {

  private static final int CHAPTERS = 3;
  private static final int TASKS = 8;

  /** A made plan, some edits of it, and what they should be told as. */
  private record Edited(MadePlan before, MadePlan after, Set<String> expected) {}

  @Test
  void everyEditIsFoundAndNothingElse() {
    Seeded.forAll(
        300,
        ComparisonPropertyTests::edited,
        made ->
            assertThat(told(PlanComparison.of(made.before().read(), made.after().read())))
                .isEqualTo(made.expected()));
  }

  @Test
  void theOtherDirectionTellsTheSameMirrored() {
    Seeded.forAll(
        150,
        ComparisonPropertyTests::edited,
        made -> assertMirrored(made.before().read(), made.after().read()));
  }

  @Test
  void aPlanAndAStrangePlanAreComparedAlikeFromBothSides() {
    Seeded.forAll(
        50,
        random -> List.of(MadePlan.of(random, 2, 6), MadePlan.of(random, 2, 5)),
        plans -> assertMirrored(plans.get(0).read(), plans.get(1).read()));
  }

  @Test
  void blanksLineBreaksAndWidthsAreNoDifference() {
    Seeded.forAll(
        100,
        random -> new Object[] {MadePlan.of(random, CHAPTERS, TASKS), random},
        made -> {
          String printed = ((MadePlan) made[0]).printed();
          String other = disguised(printed, (RandomGenerator) made[1]);
          assertThat(Told.of(PlanComparison.of(read(printed), read(other)))).as(other).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compilation",
        "county-2024",
        "huilongxu-2017",
        "jiangxi",
        "lishu-task-table",
        "yanshou-2017",
        "zhengzhou-2019"
      })
  void aRealPlanIsNoDifferentFromItself(String plan) throws IOException {
    PlanReading reading = shared(plan);
    for (int i = 0; i < reading.plans().size(); i++) {
      PlanText version = PlanText.of(reading, i);
      assertThat(Told.of(PlanComparison.of(version, version))).isEmpty();
    }
  }

  @Test
  void realPlansAreComparedAlikeFromBothSides() throws IOException {
    assertMirrored(PlanText.of(shared("jiangxi"), 0), PlanText.of(shared("zhengzhou-2019"), 0));
    assertMirrored(
        PlanText.of(shared("lishu-task-table"), 0), PlanText.of(shared("yanshou-2017"), 0));
  }

  /** The time is looked at, not asserted: it depends on the machine. */
  @Test
  void sixHundredTasksAreComparedWithoutHoldingEachAgainstEach() {
    RandomGenerator random = Seeded.random(600);
    MadePlan before = MadePlan.of(random, 10, 60);
    MadePlan after = before.copy();
    after
        .chapters()
        .forEach(
            chapter ->
                chapter.replaceAll(
                    task ->
                        task.withSentences(
                            task.sentences().stream().map(s -> s.replace("开展", "组织开展")).toList())));
    PlanText one = before.read();
    PlanText other = after.read();
    long start = System.nanoTime();
    Comparison comparison = PlanComparison.of(one, other);
    System.out.printf(
        "600 tasks, each of them changed: compared in %d ms%n",
        (System.nanoTime() - start) / 1_000_000);
    assertThat(comparison.tasks())
        .isEqualTo(IntStream.range(0, 600).mapToObj(i -> new TaskPair(i, i)).toList());
    assertThat(comparison.changes()).hasSize(600);
  }

  private static void assertMirrored(PlanText one, PlanText other) {
    assertThat(Mirrored.mirrored(PlanComparison.of(one, other)))
        .isEqualTo(Mirrored.of(PlanComparison.of(other, one)));
  }

  private static PlanText read(String text) {
    return PlanText.of(PlanReader.readText(text), 0);
  }

  private static PlanReading shared(String plan) throws IOException {
    Path file = Needs.shared("plans", plan + ".txt");
    return (PlanReading) PlanReader.read(plan, Files.readAllBytes(file));
  }

  /** Kinds, headings without their numbers, and what was told of sentences and fields. */
  private static Set<String> told(Comparison comparison) {
    Set<String> told = new TreeSet<>();
    for (Change change : comparison.changes()) {
      List<String> lines = Told.of(0, change);
      told.add(
          change.kind()
              + " "
              + names(change.before())
              + "=>"
              + names(change.after())
              + lines.subList(1, lines.size()).stream()
                  .filter(line -> !line.contains("DEADLINES"))
                  .toList());
    }
    return told;
  }

  private static List<String> names(List<Place> places) {
    return places.stream()
        .map(place -> place.path().getLast().replaceFirst("^[0-9]+\\.", ""))
        .toList();
  }

  private static Edited edited(RandomGenerator random) {
    MadePlan before = MadePlan.of(random, CHAPTERS, TASKS);
    MadePlan after = before.copy();
    Set<String> expected = new TreeSet<>();
    List<String> untouched =
        new ArrayList<>(
            before.chapters().stream().flatMap(List::stream).map(MadeTask::id).toList());
    int edits = 1 + random.nextInt(6);
    for (int i = 0; i < edits; i++) {
      String id = untouched.remove(random.nextInt(untouched.size()));
      expected.add(edit(random, after, id, 1000 + i));
    }
    return new Edited(before, after, expected);
  }

  private static String edit(RandomGenerator random, MadePlan plan, String id, int fresh) {
    List<MadeTask> chapter =
        plan.chapters().stream()
            .filter(tasks -> tasks.stream().anyMatch(task -> task.id().equals(id)))
            .findFirst()
            .orElseThrow();
    int at =
        IntStream.range(0, chapter.size())
            .filter(i -> chapter.get(i).id().equals(id))
            .findFirst()
            .orElseThrow();
    MadeTask task = chapter.get(at);
    String name = "[" + task.heading() + "]";
    String same = name + "=>" + name;
    return switch (random.nextInt(8)) {
      case 0 -> {
        chapter.remove(at);
        yield "REMOVED "
            + name
            + "=>[]"
            + gone(
                "- ",
                task.sentences(),
                "LEAD: " + task.lead() + " => -",
                "PARTICIPANTS: " + task.other() + " => -");
      }
      case 1 -> {
        MadeTask added = MadePlan.task(random, fresh);
        chapter.add(at, added);
        yield "ADDED []=>["
            + added.heading()
            + "]"
            + gone(
                "+ ",
                added.sentences(),
                "LEAD: - => " + added.lead(),
                "PARTICIPANTS: - => " + added.other());
      }
      case 2 -> {
        String office = MadePlan.otherOffice(task);
        chapter.set(at, task.withLead(office));
        yield "CHANGED " + same + "[  LEAD: " + task.lead() + " => " + office + "]";
      }
      case 3 -> {
        List<String> sentences = new ArrayList<>(task.sentences());
        int which = random.nextInt(sentences.size());
        String told = sentences.get(which).replace("片区的", "[片区|沿线]的");
        sentences.set(which, sentences.get(which).replace("片区的", "沿线的"));
        chapter.set(at, task.withSentences(sentences));
        yield "CHANGED " + same + "[  ~ " + told + "]";
      }
      case 4 -> {
        List<String> sentences = new ArrayList<>(task.sentences());
        String gone = sentences.remove(random.nextInt(sentences.size()));
        chapter.set(at, task.withSentences(sentences));
        yield "CHANGED " + same + "[  - " + gone + "]";
      }
      case 5 -> {
        List<String> sentences = new ArrayList<>(task.sentences());
        String added = MadePlan.sentence(random, MadePlan.task(random, fresh).id() + "癸");
        sentences.add(random.nextInt(sentences.size() + 1), added);
        chapter.set(at, task.withSentences(sentences));
        yield "CHANGED " + same + "[  + " + added + "]";
      }
      case 6 -> {
        chapter.remove(at);
        List<MadeTask> other =
            Seeded.oneOf(
                random, plan.chapters().stream().filter(tasks -> !tasks.equals(chapter)).toList());
        other.add(random.nextInt(other.size() + 1), task);
        yield "MOVED " + same + "[]";
      }
      default -> {
        MadeTask first = task.withSentences(task.sentences().subList(0, 1));
        MadeTask second =
            new MadeTask(
                id,
                "另行" + MadePlan.task(random, fresh).heading(),
                task.sentences().subList(1, task.sentences().size()),
                task.lead(),
                task.other());
        chapter.set(at, first);
        chapter.add(at + 1, second);
        yield "SPLIT " + name + "=>[" + first.heading() + ", " + second.heading() + "][]";
      }
    };
  }

  private static List<String> gone(String mark, List<String> sentences, String... fields) {
    List<String> lines = new ArrayList<>(sentences.stream().map(s -> "  " + mark + s).toList());
    List.of(fields).forEach(field -> lines.add("  " + field));
    return lines;
  }

  /** The same words with other blanks, widths and line breaks inside sentences. */
  private static String disguised(String text, RandomGenerator random) {
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean number = Character.isDigit(c) && i > 0 && text.charAt(i - 1) == '在';
      switch (random.nextInt(12)) {
        case 0 -> other.append(c == '，' ? ',' : c);
        case 1 -> other.append(c == '（' ? '(' : c == '）' ? ')' : c);
        case 2 -> other.append(c).append(c == '，' ? " " : "");
        case 3 -> other.append(number ? (char) (c - '0' + '０') : c);
        default -> other.append(c);
      }
    }
    return other.toString();
  }
}
