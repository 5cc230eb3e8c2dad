package jingtu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderRowsTests {

  private static final Set<String> NAMES =
      Set.of("编号", "名称", "长", "宽", "高", "备注", "项目", "结果", "单位");
  private static final Set<String> UNITS = Set.of("cm", "m", "/");

  @TempDir Path folder;

  private Optional<Header> find(String csv, CellArea... merged) {
    try {
      Path file = folder.resolve("table.csv");
      Files.write(file, csv.getBytes(StandardCharsets.UTF_8));
      return HeaderRows.find(
          HeaderRows.opening(Readings.open(file), ""),
          List.of(merged),
          text -> NAMES.contains(HeaderText.of(text).name()),
          UNITS::contains);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Rows of the header, then its columns as {@code number=text/text}. */
  private static String say(Optional<Header> found) {
    Header header = found.orElseThrow();
    return header.first()
        + "-"
        + header.last()
        + " "
        + String.join(
            " ",
            header.columns().stream()
                .map(
                    column ->
                        column.number()
                            + "="
                            + String.join("/", column.cells().stream().map(Cell::text).toList()))
                .toList());
  }

  @Test
  void findsTheRowBelowTitlesAndNotes() {
    String csv = "某调查结果表,,\n单位：某站,,备注\n编号,长（cm）,宽(cm)\n1,2,3\n";

    assertThat(say(find(csv))).isEqualTo("3-3 1=编号 2=长（cm） 3=宽(cm)");
  }

  @Test
  void takesUnitsBelowTheNamesAlong() {
    assertThat(say(find("编号,长,宽\n/,cm,m\n1,2,3\n"))).isEqualTo("1-2 1=编号// 2=长/cm 3=宽/m");
  }

  @Test
  void doesNotTakeTheFirstRowsOfTheTableAlong() {
    assertThat(say(find("编号,项目,结果,单位\nS1,长,未测,cm\nS1,宽,3,cm\n")))
        .isEqualTo("1-1 1=编号 2=项目 3=结果 4=单位");
    assertThat(say(find("编号,长,宽\n/,/,<3\n"))).isEqualTo("1-1 1=编号 2=长 3=宽");
  }

  @Test
  void setsASpanningHeadingOverEachOfItsColumns() {
    String csv = "登记表,,,,\n编号,尺寸（cm）,,,备注\n,长,宽,高,\n1,2,3,4,x\n";
    CellArea[] merged = {
      new CellArea(1, 1, 1, 5),
      new CellArea(2, 1, 3, 1),
      new CellArea(2, 2, 2, 4),
      new CellArea(2, 5, 3, 5)
    };

    assertThat(say(find(csv, merged))).isEqualTo("2-3 1=编号 2=尺寸（cm）/长 3=尺寸（cm）/宽 4=尺寸（cm）/高 5=备注");
  }

  @Test
  void understandsASpanningHeadingAlsoWhereNothingIsMerged() {
    assertThat(say(find("编号,尺寸（cm）,,,备注\n,长,宽,高,\n1,2,3,4,x\n")))
        .isEqualTo("1-2 1=编号 2=尺寸（cm）/长 3=尺寸（cm）/宽 4=尺寸（cm）/高 5=备注");
  }

  @Test
  void takesNamesBelowTheRowWithMostNamesAlong() {
    String csv = "编号,名称,结果,尺寸,,备注\n,,,长,宽,\n1,a,b,4,5,\n";

    assertThat(say(find(csv, new CellArea(1, 4, 1, 5))))
        .isEqualTo("1-2 1=编号 2=名称 3=结果 4=尺寸/长 5=尺寸/宽 6=备注");
  }

  @Test
  void leavesATitleThatSpansAllColumnsOut() {
    assertThat(say(find("尺寸表,,\n编号,长,宽\n", new CellArea(1, 1, 1, 3))))
        .isEqualTo("2-2 1=编号 2=长 3=宽");
  }

  @Test
  void findsNothingWhereNothingIsKnown() {
    assertThat(find("a,b\n1,2\n")).isEmpty();
  }

  @Test
  void marksFindingsAboutAColumnInItsLowestCell() {
    Header header = find("编号,长\n/,cm\n").orElseThrow();

    assertThat(header.findColumn(2).orElseThrow().at()).hasToString("B2");
    assertThat(header.findColumn(3)).isEmpty();
  }
}
