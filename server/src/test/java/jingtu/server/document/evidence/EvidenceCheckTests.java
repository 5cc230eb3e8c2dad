package jingtu.server.document.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jingtu.server.document.evidence.preview.TestPreviews;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files may be evidence. */
class EvidenceCheckTests {

  private static final EvidenceCheck CHECK = new EvidenceCheck(TestPreviews.usual());

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @CsvFileSource(resources = "/evidence/content.csv", commentCharacter = '#', numLinesToSkip = 3)
  void theContentDecides(String bytes, String name, String outcome) {
    assertThat(outcome(CHECK.check(name, MadeFiles.of(bytes)))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          photo                | 照片.pdf | 照片.pdf: 文件内容是 .jpg 文件，名称却不以它结尾。
          heic photo           | a.HEIC   | a.HEIC: 这是苹果手机的 HEIC 照片，多数办公电脑打不开。
          docx with a password | 方案.docx | 方案.docx: 文件设有打开密码。
          """)
  void whoIsRefusedReadsWhatToDo(String bytes, String name, String said) {
    assertThat(CHECK.check(name, MadeFiles.of(bytes)))
        .isInstanceOfSatisfying(
            EvidenceCheck.Outcome.Refused.class,
            refused -> {
              assertThat(refused.finding().say(Language.ZH)).startsWith(said).contains("请");
              assertThat(refused.finding().say(Language.EN)).doesNotContain("请");
            });
  }

  @ParameterizedTest
  @CsvSource({"photo, a.jpg, 1", "two scanned pages, a.tif, 2", "pdf, a.pdf, 2", "docx, a.docx, 0"})
  void theCheckCountsThePagesThatCanBeSeen(String bytes, String name, int pages) {
    assertThat(CHECK.check(name, MadeFiles.of(bytes)))
        .isInstanceOfSatisfying(
            EvidenceCheck.Outcome.Accepted.class,
            accepted -> assertThat(accepted.pages()).isEqualTo(pages));
  }

  @Test
  void anyBytesAreJudgedWithoutFailing() {
    List<String> starts =
        List.of("docx", "xls", "doc with macros", "ofd with a locked entry", "text", "pptx");
    AtomicInteger accepted = new AtomicInteger();
    Seeded.forAll(
        400,
        random -> {
          byte[] content = MadeFiles.of(Seeded.oneOf(random, starts));
          for (int i = 0; i < 6; i++) {
            content[random.nextInt(content.length)] = (byte) random.nextInt();
          }
          return content;
        },
        content -> {
          if (CHECK.check("a.docx", content) instanceof EvidenceCheck.Outcome.Accepted) {
            accepted.incrementAndGet();
          }
        });
    assertThat(accepted)
        .as("of 400 changed a little")
        .satisfies(count -> assertThat(count.get()).isBetween(1, 399));
  }

  private static String outcome(EvidenceCheck.Outcome outcome) {
    return switch (outcome) {
      case EvidenceCheck.Outcome.Accepted accepted -> accepted.upload().kind().name();
      case EvidenceCheck.Outcome.Refused refused -> refused.finding().problem().key();
    };
  }
}
