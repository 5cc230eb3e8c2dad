package jingtu.sheets.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-05        | 2026-03-05
          2026.3.5          | 2026-03-05
          2026/3/5          | 2026-03-05
          2026年3月5日      | 2026-03-05
          2026年03月05号    | 2026-03-05
          2026 年 3 月 5 日 | 2026-03-05
          ２０２６．３．５  | 2026-03-05
          20260305          | 2026-03-05
          2026-03-05 10:20  | 2026-03-05
          2026-03-05T10:20:30 | 2026-03-05
          2026年3月5日前    | 2026-03-05
          26.3.5            | 2026-03-05 short
          26-3-5            | 2026-03-05 short
          2026.3            | 2026-03
          2026.10           | 2026-10
          2026-03           | 2026-03
          2026年3月         | 2026-03
          2026年3月底       | 2026-03
          2026年3月底前     | 2026-03
          2026年3月份       | 2026-03
          202603            | 2026-03
          2026              | 2026
          2026年            | 2026
          2026年底前        | 2026
          长期              | open
          长 期             | open
          至今              | now
          2026.13           |
          2026.2.30         |
          20261305          |
          26.3              |
          3月5日            |
          3.5               |
          1.2.3             |
          5-6               |
          3500-4000         |
          1234.5.6          |
          2500年            |
          2026年第一季度    |
          2024-2026年       |
          待定              |
          ''                |
          """)
  void readsDaysAsPreciselyAsTheyAreWritten(String written, String expected) {
    Optional<String> read =
        ValueText.day(written)
            .map(
                day ->
                    switch (day) {
                      case WrittenDay.On(var date, boolean shortYear) ->
                          date + (shortYear ? " short" : "");
                      case WrittenDay.InMonth(var month) -> month.toString();
                      case WrittenDay.InYear(var year) -> year.toString();
                      case WrittenDay.Open open -> "open";
                      case WrittenDay.UntilNow now -> "now";
                    });

    assertThat(read).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12        | 12
          12.50     | 12.50
          -3        | -3
          0         | 0
          0.5       | 0.5
          3,500     | 3500
          3，500    | 3500
          1,234,567.8 | 1234567.8
          １２      | 12
          约12亩    | about 12 亩
          大约 12 亩 | about 12 亩
          12亩左右  | about 12 亩
          200余m³   | about 200 m³
          200余     | about 200
          ＞5       | about 5
          不足5亩   | about 5 亩
          3,500m³   | 3500 m³
          3500立方米 | 3500 m³
          120㎡     | 120 m²
          120平方米 | 120 m²
          2.5吨     | 2.5 t
          1.2万元   | 1.2 万元
          60%       | 60 %
          60％      | 60 %
          30T       | 30 t
          5-6       | 5..6
          5～6亩    | 5..6 亩
          5至6      | 5..6
          6-5       |
          3,50      |
          007       |
          0379-6000003 |
          12号      |
          三亩      |
          12亩3分   |
          1.2.3     |
          12345678901234567890 | 12345678901234567890
          ''        |
          约        |
          """)
  void readsNumbersWithTheirUnits(String written, String expected) {
    Optional<String> read =
        ValueText.number(written)
            .map(
                number ->
                    (number.about() ? "about " : "")
                        + number.low().toPlainString()
                        + (number.single() ? "" : ".." + number.high().toPlainString())
                        + (number.unit().isEmpty() ? "" : " " + number.unit()));

    assertThat(read).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "是,true",
    "有,true",
    "√,true",
    "✔,true",
    "Y,true",
    "TRUE,true",
    "否,false",
    "无,false",
    "×,false",
    "没有,false",
    "N,false",
    "一般,",
    "是否,",
    "'',",
    "/,"
  })
  void readsYesAndNo(String written, Boolean expected) {
    assertThat(ValueText.flag(written)).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "—", "——", "-", "/", "／", "\\", "无", "暂无", "N/A", "\u200b"})
  void takesMarksOfNothingAsNothing(String written) {
    assertThat(ValueText.isBlank(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "无名", "有", "a", "1/2"})
  void takesNothingElseAsNothing(String written) {
    assertThat(ValueText.isBlank(written)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          113.5234           | 113.5234
          113.5234°          | 113.5234
          E113.5234          | 113.5234
          东经113.5234       | 113.5234
          113°31′24″         | 113.5233333
          113°31'24"         | 113.5233333
          113°31’24”         | 113.5233333
          113°31'24''        | 113.5233333
          E113°31′24.5″      | 113.5234722
          东经 113度31分24秒 | 113.5233333
          113°30′            | 113.5
          113°               | 113
          113°61′            |
          34.7121            |
          200.5              |
          -113.5             |
          N113.5             |
          西边               |
          """)
  void readsLongitudes(String written, String expected) {
    assertThat(ValueText.longitude(written).map(Object::toString))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          34.7121       | 34.7121
          N34°42′36″    | 34.71
          北纬34度42分  | 34.7
          113.5         |
          """)
  void readsLatitudes(String written, String expected) {
    assertThat(ValueText.latitude(written).map(Object::toString))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          113.52,34.71              | 113.52 34.71
          113.52，34.71             | 113.52 34.71
          34.71,113.52              | 113.52 34.71
          E113°30′00″，N34°42′36″   | 113.5 34.71
          东经113.5、北纬34.7       | 113.5 34.7
          113.52                    |
          113.52,134.71             |
          1,2                       |
          """)
  void readsPoints(String written, String expected) {
    assertThat(ValueText.point(written).map(it -> it.longitude() + " " + it.latitude()))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "13800000001,true",
    "138 0000 0001,true",
    "+86-13800000001,true",
    "0379-6000003,true",
    "(0379)6000003,true",
    "０３７９－６０００００３,true",
    "13800000001/0379-6000003,true",
    "13800000001、13900000002,true",
    "400-123-4567,true",
    "6000003,false",
    "1380000000,false",
    "12345,false",
    "无,false",
    "'',false"
  })
  void knowsTelephoneNumbers(String written, boolean expected) {
    assertThat(ValueText.isPhone(written)).isEqualTo(expected);
  }
}
