package jingtu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jingtu.planreader.Head;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyMarksTests {

  @ParameterizedTest
  @ValueSource(strings = {"秘密", "机密★10年", "绝 密 ★ 长期", "　　秘密☆一年", "机　密", "000012\t机密★10年", "密级：秘密"})
  void findsAMarkOnALineOfItsOwn(String mark) {
    assertThat(SecrecyMarks.find(reading("000012\n" + mark + "\n特急\n某县人民政府文件\n"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"保守国家秘密是每个公民的义务。", "秘密举报的线索由县生态环境分局核查。", "商业秘密", "秘密、机密文件不得上传"})
  void readsOverTheWordInASentence(String line) {
    assertThat(SecrecyMarks.find(reading("某县方案\n" + line + "\n"))).isEmpty();
  }

  @Test
  void findsAMarkThatTheReaderSawInAHead() {
    Head head =
        new Head(
            new Span(0, 0),
            "某县方案",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.of("秘密★5年"));
    ReadPlan plan = new ReadPlan(head, new Span(0, 0), List.of(), List.of(), List.of(), List.of());

    assertThat(SecrecyMarks.find(new PlanReading("", List.of(), List.of(plan), List.of())))
        .contains("秘密★5年");
  }

  private static PlanReading reading(String text) {
    return new PlanReading(text, List.of(), List.of(), List.of());
  }
}
