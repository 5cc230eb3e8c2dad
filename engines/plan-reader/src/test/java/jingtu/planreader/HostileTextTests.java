package jingtu.planreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text made to be slow to read, five million bytes of it, ends within ten seconds. */
class HostileTextTests {

  private static final int CHARACTERS = 1_700_000;

  @ParameterizedTest(name = "{0}…")
  @ValueSource(
      strings = {
        "（",
        "（牵头",
        "责任单位：",
        "一、",
        "1.",
        "1.1.1.",
        "2020年",
        "每年",
        "9%、",
        "县局、",
        "，",
        "；",
        "《",
        "的",
        "分别达到1%和",
        "（县环保局牵头）",
        "\t",
        "\t甲\n",
        "甲\t乙\t丙\n",
        "— 1 —",
        "县环保局要每年完成80%以上，",
        "到2020年，完成国家下达的任务。",
        "附件\n",
        "完成完成达到要求的"
      })
  void readsRepeatedWords(String words) {
    String text = words.repeat(CHARACTERS / words.length());
    assertReadInTime(text);
  }

  @ParameterizedTest(name = "{0} headings")
  @ValueSource(ints = {100_000})
  void readsNestedHeadings(int count) {
    String[] numbers = {"一、", "（一）", "1.", "（1）", "①"};
    StringBuilder text = new StringBuilder("某县工作方案\n");
    for (int i = 0; i < count; i++) {
      text.append(numbers[i % numbers.length]).append("加强管理\n");
    }
    assertReadInTime(text.toString());
  }

  /** Ten seconds of computing; other work on the machine does not count. */
  private static void assertReadInTime(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Duration used =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(2),
            () -> {
              assertThat(PlanReader.readText(text).text()).hasSameSizeAs(text);
              return Duration.ofNanos(threads.getCurrentThreadCpuTime());
            });
    assertThat(used).isLessThan(Duration.ofSeconds(10));
  }
}
