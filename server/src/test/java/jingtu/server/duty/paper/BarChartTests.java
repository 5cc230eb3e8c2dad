package jingtu.server.duty.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import jingtu.server.document.template.TemplateValue;
import org.junit.jupiter.api.Test;

/** Charts of papers: the same twice, and none where a machine cannot show the words. */
class BarChartTests {

  @Test
  void theSameNumbersGiveTheSamePicture() throws IOException {
    byte[] once = picture(chart("某县农业农村局"));

    assertThat(picture(chart("某县农业农村局"))).isEqualTo(once);
    assertThat(picture(chart("某县林业局"))).isNotEqualTo(once);
    assertThat(ImageIO.read(new ByteArrayInputStream(once)).getWidth()).isEqualTo(1500);
  }

  @Test
  void wordsThatNoFontHasAreNotDrawnAsBoxes() {
    String unknown = Character.toString(0x10FFFD);

    assertThat(chart(unknown).draw()).isEmpty();
    assertThat(new PaperValues().put(chart(unknown)).fields())
        .containsOnlyKeys("chart-note")
        .extractingByKey("chart-note")
        .satisfies(why -> assertThat(((TemplateValue.Text) why).words()).contains("安装中文字体"));
  }

  @Test
  void theFirstFontThatHasAllLettersIsTaken() {
    assertThat(ChartFont.showing("某县")).isPresent();
    assertThat(ChartFont.showing("某县", List.of())).isEmpty();
    assertThat(ChartFont.showing("some", List.of("Serif", "SansSerif"))).contains("Serif");
  }

  private static BarChart chart(String name) {
    return new BarChart(
        BarChart.Form.STACKED,
        List.of(name, "某县财政局"),
        List.of(
            new BarChart.Series("按时", List.of(3, 0)), new BarChart.Series("未报", List.of(0, 2))));
  }

  private static byte[] picture(BarChart chart) {
    return ((TemplateValue.Picture) chart.draw().orElseThrow()).content();
  }
}
