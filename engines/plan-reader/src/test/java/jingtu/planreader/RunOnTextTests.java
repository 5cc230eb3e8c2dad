package jingtu.planreader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text that lost its line ends on the way through a web page. */
class RunOnTextTests {

  @Test
  void partsHeadingsThatStandOnOneLine() {
    String line = "二、守住底线　　（四）划分类别。逐村划定管护单元。（县农牧局牵头）　　（五）巡护到位。每月巡护一遍。（县林草局负责）";
    PlanReading reading = PlanReader.readText("某县工作方案\n" + line + "\n");
    assertThat(reading.plans().getFirst().tasks())
        .extracting(task -> String.join("/", task.path()))
        .containsExactly("二、守住底线/（四）划分类别", "二、守住底线/（五）巡护到位");
  }
}
