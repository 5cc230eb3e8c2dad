package jingtu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import jingtu.sheets.ColumnMatch.Field;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnMatchTests {

  private static final Fields FIELDS =
      new Fields(
          List.of(
              new Field("id", List.of("编号", "Sample ID")),
              new Field("width", List.of("宽", "宽(内)")),
              new Field("inside", List.of("宽(外)"))));

  private static Header header(String... texts) {
    List<Header.Column> columns = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      CellAddress at = new CellAddress("表", 1, i + 1);
      columns.add(new Header.Column(i + 1, List.of(new Cell(at, Cell.Kind.TEXT, texts[i]))));
    }
    return new Header(1, 1, columns);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "编号, id",
    "' 编　号：', id",
    "*编号, id",
    "ＳＡＭＰＬＥ　ＩＤ, id",
    "sampleid, id",
    "宽（cm）, width",
    "宽[cm], width",
    "宽（内）, width",
    "宽 ( 外 ), inside",
  })
  void comparesNamesWithoutWidthCaseBlanksAndBrackets(String written, String field) {
    assertThat(FIELDS.find(written).map(Field::id)).contains(field);
  }

  @Test
  void knowsNoFieldForOtherWords() {
    assertThat(FIELDS.find("宽度")).isEmpty();
    assertThat(FIELDS.find("（编号）")).isEmpty();
    assertThat(FIELDS.find("")).isEmpty();
  }

  @Test
  void givesTheFirstColumnTheFieldAndTellsOfTheSecond() {
    ColumnMatch match = ColumnMatch.of(header("编号", "宽（cm）", "其他", "Sample ID"), FIELDS);

    assertThat(match.columns()).containsOnlyKeys("id", "width");
    assertThat(match.find("id").map(Header.Column::number)).contains(1);
    assertThat(match.unmatched()).extracting(Header.Column::number).containsExactly(3);
    assertThat(match.findings().getFirst().finding().say(Language.ZH))
        .isEqualTo("表!D1: “Sample ID”列也被认作“编号”，而 表!A1 列已经是“编号”；这一列没有采用。 请只保留一列“编号”，或把另一列改为别的名称。");
  }

  @Test
  void refusesTwoFieldsOfOneName() {
    assertThatThrownBy(
            () ->
                new Fields(List.of(new Field("a", List.of("宽 度")), new Field("b", List.of("宽度")))))
        .isInstanceOf(ColumnMatch.AmbiguousName.class)
        .hasMessageContaining("'a' and 'b'");
  }

  @Test
  void takesAHeaderApart() {
    assertThat(HeaderText.of("*镉 （mg/kg）【湿】："))
        .isEqualTo(new HeaderText("镉", List.of("mg/kg", "湿")));
    assertThat(HeaderText.of("总铬")).isEqualTo(new HeaderText("总铬", List.of()));
  }
}
