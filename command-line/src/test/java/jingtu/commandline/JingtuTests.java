package jingtu.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JingtuTests {

  @Test
  void saysItsVersionAsTheBuildKnowsIt() {
    Run run = Run.of("--version");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).matches("jingtu \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void helpsInChineseUnlessAskedOtherwise() {
    assertThat(Run.of("--help").out()).contains("用法：jingtu", "选项", "--lang");
    assertThat(Run.of("--help", "--lang", "en").out()).contains("Usage: jingtu", "Options");
    assertThat(Run.of("--lang=en", "--help").out()).contains("Usage: jingtu");
  }

  @Test
  void helpsWhereNoCommandIsNamed() {
    assertThat(Run.of().out()).isEqualTo(Run.of("--help").out());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --lang fr        | --lang 的值“fr”无法使用
          --nonsense       | 不认识参数“--nonsense”
          --lang           | 缺少参数
          --lang en --what | is not a known argument
          no-such-command  | 不认识参数“no-such-command”
          """)
  void refusesAnUnusableCommandLineInPlainWords(String commandLine, String said) {
    Run run = Run.of(commandLine.split(" "));

    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_DONE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said).contains("jingtu --help");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    ResourceBundle english = HelpTexts.in(Language.EN);

    assertThat(HelpTexts.in(Language.ZH).keySet()).isEqualTo(english.keySet());
  }
}
