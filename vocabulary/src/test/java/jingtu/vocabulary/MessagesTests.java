package jingtu.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessagesTests {

  @Test
  void saysAMessageInBothLanguages() {
    Message message = Message.of("greeting.hello", "净土", 3);

    assertThat(Messages.say(message, Language.ZH)).isEqualTo("净土有3项任务。");
    assertThat(Messages.say(message, Language.EN)).isEqualTo("净土 has 3 tasks, it's said.");
  }

  @Test
  void leavesABlankStandingThatNothingFills() {
    assertThat(Messages.say(Message.of("greeting.hello", "$1"), Language.ZH))
        .isEqualTo("$1有{1}项任务。");
  }

  @Test
  void namesTheKeyThatNoFileHolds() {
    assertThatThrownBy(() -> Messages.say(Message.of("greeting.absent"), Language.EN))
        .isInstanceOf(Messages.UnknownMessage.class)
        .hasMessageContaining("greeting.absent");
    assertThatThrownBy(() -> Messages.say(Message.of("nobody.absent"), Language.EN))
        .isInstanceOf(Messages.UnknownMessage.class);
  }

  @Test
  void tellsPlaceProblemAndRemedyOfAFinding() {
    Finding finding =
        new Finding(
            "Metals!D17", Message.of("greeting.problem", "Cdd"), Message.of("greeting.remedy"));

    assertThat(finding.say(Language.EN))
        .isEqualTo("Metals!D17: 'Cdd' is not a known analyte. Write Cd.");
  }

  @Test
  void speaksChineseUnlessEnglishIsAskedFor() {
    assertThat(Language.of("en-GB")).isEqualTo(Language.EN);
    assertThat(Language.of("zh-Hans-CN")).isEqualTo(Language.ZH);
    assertThat(Language.of("fr")).isEqualTo(Language.ZH);
  }
}
