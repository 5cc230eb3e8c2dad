package jingtu.server.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import jingtu.server.organisation.ExpectedNames.Expected;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name in the tasks of six plans, held against answers that were worked out by hand. */
class NamesOfPlansTests {

  private static final double LEAST_RIGHT = 0.95;

  static Stream<String> plans() {
    return ExpectedNames.PLANS.stream();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void namesMeanWhomTheListsSay(String plan) {
    ExpectedNames expected = ExpectedNames.of(plan);
    List<String> wrong = new ArrayList<>();
    List<String> wrongAndSilent = new ArrayList<>();
    for (Expected line : expected.names()) {
      NameAnswer answer = expected.answer(line.name());
      if (!isRight(line, answer)) {
        wrong.add(line + " is " + tell(answer));
      }
      if (isTakenSilently(line, answer)) {
        wrongAndSilent.add(line + " is " + tell(answer));
      }
    }
    int all = expected.names().size();
    System.out.printf(
        "%s: %d of %d names right, %d taken silently and wrong%n",
        plan, all - wrong.size(), all, wrongAndSilent.size());
    wrong.forEach(line -> System.out.println("  " + line));
    assertThat(wrongAndSilent).isEmpty();
    assertThat(wrong).hasSizeLessThanOrEqualTo((int) Math.floor(all * (1 - LEAST_RIGHT) + 1e-9));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyReasonIsASentence(String plan) {
    ExpectedNames expected = ExpectedNames.of(plan);
    for (Expected line : expected.names()) {
      for (Language language : Language.values()) {
        assertThat(said(expected.answer(line.name()), language))
            .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotContain("{", "names."));
      }
    }
  }

  private static List<String> said(NameAnswer answer, Language language) {
    return switch (answer) {
      case NameAnswer.Certain(var who, var reason) -> List.of(Messages.say(reason, language));
      case NameAnswer.Candidates(var candidates) ->
          candidates.stream().map(each -> Messages.say(each.reason(), language)).toList();
      case NameAnswer.Group group -> List.of(Messages.say(group.reason(), language));
      case NameAnswer.None(var reason) -> List.of(Messages.say(reason, language));
    };
  }

  private static boolean isRight(Expected expected, NameAnswer answer) {
    return switch (answer) {
      case NameAnswer.Certain(var who, var why) ->
          expected.answer().equals("CERTAIN") && expected.organisations().contains(who.name());
      case NameAnswer.Candidates(var candidates) ->
          expected.answer().equals("CANDIDATES")
              && expected.organisations().contains(candidates.getFirst().organisation().name());
      case NameAnswer.Group group ->
          expected.answer().equals("GROUP:" + group.kind())
              && (expected.organisations().isEmpty()
                  || new HashSet<>(expected.organisations())
                      .equals(
                          new HashSet<>(
                              group.members().stream().map(Organisation::name).toList())));
      case NameAnswer.None none -> expected.answer().equals("NONE");
    };
  }

  /** Whether somebody is taken, alone or in a list, of whom the list does not say so. */
  private static boolean isTakenSilently(Expected expected, NameAnswer answer) {
    return switch (answer) {
      case NameAnswer.Certain(var who, var why) -> !isRight(expected, answer);
      case NameAnswer.Group group ->
          group.kind() == NameGroup.LISTED
              && !expected.organisations().isEmpty()
              && !new HashSet<>(expected.organisations())
                  .containsAll(group.members().stream().map(Organisation::name).toList());
      case NameAnswer.Candidates candidates -> false;
      case NameAnswer.None none -> false;
    };
  }

  private static String tell(NameAnswer answer) {
    return switch (answer) {
      case NameAnswer.Certain(var who, var reason) -> "CERTAIN " + who.name() + " " + reason.key();
      case NameAnswer.Candidates(var candidates) ->
          "CANDIDATES "
              + candidates.stream()
                  .map(each -> each.organisation().name() + " " + each.reason().key())
                  .toList();
      case NameAnswer.Group group ->
          "GROUP:"
              + group.kind()
              + " "
              + group.members().stream().map(Organisation::name).toList()
              + group.unresolved();
      case NameAnswer.None none -> "NONE";
    };
  }
}
