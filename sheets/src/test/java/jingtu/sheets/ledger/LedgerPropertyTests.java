package jingtu.sheets.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellArea;
import jingtu.sheets.Marks;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.RealEstateUnitNumber;
import jingtu.vocabulary.UnifiedCreditCode;
import org.junit.jupiter.api.Test;

/** Ledgers of any shape, however badly kept: nothing that is written in them gets lost. */
class LedgerPropertyTests {

  private static final List<String> VALUES =
      List.of(
          "",
          "",
          "甲厂",
          "城关镇",
          "12",
          "3,500",
          "约12亩",
          "5-6",
          "2026.3",
          "2026年3月5日",
          "26.3.5",
          "长期",
          "至今",
          "是",
          "否",
          "√",
          "无",
          "—",
          "/",
          "13800000001",
          "113.52",
          "113°31′24″",
          "60%",
          "小计",
          "合计",
          "备注",
          "注：见附表",
          "填表人：某某",
          "91350100M000100Y43",
          "序号",
          "一、城关镇",
          "第一行\n第二行",
          "名称",
          "0",
          "007",
          "某县某某台账",
          "。");
  private static final List<String> NAMES =
      List.of(
          "名称",
          "乡镇",
          "面积（亩）",
          "经度",
          "纬度",
          "日期",
          "联系电话",
          "是否完成",
          "备注",
          "数量",
          "信用代码",
          "序号",
          "其中：耕地",
          "经纬度",
          "完成率\n（%）");

  /** Sheets of cells in memory. */
  private record Book(List<Sheet> made) implements SheetFile {

    static Book make(RandomGenerator random) {
      List<Sheet> sheets = new ArrayList<>();
      long same = random.nextLong();
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        Sheet sheet = new Sheet("表" + i);
        // Some sheets have the header of others, so that they are read together.
        sheet.make(random, Seeded.random(random.nextBoolean() ? same : random.nextLong()));
        sheets.add(sheet);
      }
      return new Book(sheets);
    }

    private Sheet sheet(String name) {
      return made.stream().filter(it -> it.name.equals(name)).findFirst().orElseThrow();
    }

    @Override
    public List<String> sheets() {
      return made.stream().map(it -> it.name).toList();
    }

    @Override
    public boolean isHidden(String sheet) {
      return false;
    }

    @Override
    public Optional<Finding> rowsWhile(String name, Predicate<Row> goOn) {
      for (Row row : sheet(name).rows()) {
        if (!goOn.test(row)) {
          break;
        }
      }
      return Optional.empty();
    }

    @Override
    public List<CellArea> merged(String name) {
      return sheet(name).areas;
    }

    @Override
    public SheetFile watchedBy(DoubleConsumer progress) {
      return this;
    }

    @Override
    public void writeMarked(Marks marks, OutputStream target) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Sheet {
    private final String name;
    private final Map<CellAddress, String> cells =
        new TreeMap<>(
            Comparator.comparingInt(CellAddress::row).thenComparingInt(CellAddress::column));
    private final List<CellArea> areas = new ArrayList<>();

    Sheet(String name) {
      this.name = name;
    }

    List<Row> rows() {
      Map<Integer, List<CellAddress>> byRow =
          cells.keySet().stream()
              .collect(Collectors.groupingBy(CellAddress::row, TreeMap::new, Collectors.toList()));
      return byRow.entrySet().stream().map(row -> row(row.getKey(), row.getValue())).toList();
    }

    private Row row(int number, List<CellAddress> places) {
      List<Cell> row = new ArrayList<>();
      for (int column = 1; column <= places.getLast().column(); column++) {
        CellAddress at = new CellAddress(name, number, column);
        String text = cells.getOrDefault(at, "");
        row.add(new Cell(at, text.isEmpty() ? Cell.Kind.EMPTY : Cell.Kind.TEXT, text));
      }
      return new Row(name, number, row);
    }

    @Override
    public String toString() {
      return cells + " " + areas;
    }

    void make(RandomGenerator random, RandomGenerator header) {
      int width = header.nextInt(2, 9);
      int row = 1;
      if (random.nextBoolean()) {
        put(row++, 1, "某县某某台账");
        maybeMerge(random, 1, 1, 1, width);
      }
      for (int notes = random.nextInt(3); notes > 0; notes--) {
        put(row, 1, "填报单位：某局");
        put(row++, width, Seeded.oneOf(random, VALUES));
      }
      int last = header(header, row, width);
      row = last + 1;
      for (int entries = random.nextInt(12); entries > 0; entries--) {
        row += random.nextInt(8) == 0 ? 2 : 1;
        for (int column = 1; column <= width + random.nextInt(2); column++) {
          put(row, column, Seeded.oneOf(random, VALUES));
        }
        if (random.nextInt(3) == 0) {
          int left = random.nextInt(1, width + 1);
          maybeMerge(random, row, left, row + random.nextInt(3), left + random.nextInt(2));
        }
        if (random.nextInt(8) == 0) {
          row++;
          put(row, random.nextInt(1, width + 1), Seeded.oneOf(random, VALUES));
        }
      }
    }

    private int header(RandomGenerator random, int first, int width) {
      boolean groups = random.nextBoolean();
      for (int column = 1; column <= width; column++) {
        put(first, column, Seeded.oneOf(random, NAMES));
      }
      if (groups) {
        int left = random.nextInt(1, width);
        put(first, left + 1, "");
        areas.add(new CellArea(first, left, first, left + 1));
        put(first + 1, left, "其一");
        put(first + 1, left + 1, "其二");
      }
      int last = groups ? first + 1 : first;
      if (random.nextInt(3) == 0) {
        last++;
        put(last, random.nextInt(1, width + 1), "亩");
      }
      return last;
    }

    private void put(int row, int column, String text) {
      if (text.isEmpty()) {
        cells.remove(new CellAddress(name, row, column));
      } else {
        cells.put(new CellAddress(name, row, column), text);
      }
    }

    private void maybeMerge(RandomGenerator random, int top, int left, int bottom, int right) {
      CellArea area = new CellArea(top, left, bottom, right);
      boolean free =
          areas.stream()
              .noneMatch(
                  it ->
                      it.top() <= bottom
                          && it.bottom() >= top
                          && it.left() <= right
                          && it.right() >= left);
      if (free && random.nextInt(4) > 0 && (bottom > top || right > left)) {
        areas.add(area);
      }
    }
  }

  @Test
  void everyCellThatHoldsAnythingIsAccountedForOnce() {
    Seeded.forAll(
        800,
        Book::make,
        book -> {
          LedgerBook read = Ledgers.read(book);
          List<CellAddress> told = new ArrayList<>();
          read.ledgers().forEach(ledger -> tell(ledger, told));
          read.leftOut().forEach(it -> told.addAll(book.sheet(it.sheet()).cells.keySet()));
          Set<CellAddress> written =
              book.made().stream()
                  .flatMap(sheet -> sheet.cells.keySet().stream())
                  .collect(Collectors.toSet());

          assertThat(told).doesNotHaveDuplicates();
          assertThat(new HashSet<>(told)).isEqualTo(written);
        });
  }

  private static void tell(LedgerReading ledger, List<CellAddress> told) {
    ledger.titles().forEach(cell -> told.add(cell.address()));
    ledger.notes().forEach(cell -> told.add(cell.address()));
    ledger.header().forEach(cell -> told.add(cell.address()));
    ledger.leftOut().forEach(row -> row.cells().forEach(cell -> told.add(cell.address())));
    for (LedgerRow row : ledger.rows()) {
      row.sequence().ifPresent(cell -> told.add(cell.address()));
      row.cells().stream()
          .filter(cell -> cell.from().row() == row.number())
          .forEach(cell -> told.add(cell.from()));
    }
  }

  /** A value is its column's, is counted there, and what does not fit is a doubt at its cell. */
  @Test
  void everyValueBelongsToAProposedColumn() {
    Seeded.forAll(
        600,
        Book::make,
        book -> {
          for (LedgerReading ledger : Ledgers.read(book).ledgers()) {
            Set<Integer> columns =
                ledger.columns().stream().map(ProposedColumn::number).collect(Collectors.toSet());
            for (LedgerRow row : ledger.rows()) {
              assertThat(columns)
                  .containsAll(row.cells().stream().map(LedgerCell::column).toList());
              assertThat(row.cells()).extracting(LedgerCell::column).doesNotHaveDuplicates();
            }
            ledger.columns().forEach(column -> doubtsWhatDoesNotFit(column, ledger));
          }
        });
  }

  private static void doubtsWhatDoesNotFit(ProposedColumn column, LedgerReading ledger) {
    Set<CellAddress> doubted =
        column.doubts().stream().map(it -> it.at()).collect(Collectors.toSet());
    List<LedgerCell> values =
        ledger.rows().stream()
            .map(row -> row.find(column.number()))
            .flatMap(Optional::stream)
            .filter(cell -> !ValueText.isBlank(cell.written()))
            .filter(cell -> !doubted.contains(cell.from()))
            .toList();
    assertThat(column.rows()).isEqualTo(ledger.rows().size());
    assertThat(column.filled()).isLessThanOrEqualTo(column.rows());
    for (LedgerCell value : values) {
      String text = value.written();
      boolean fits =
          switch (column.shape()) {
            case ShapeOfColumn.Words(int longest) -> text.length() <= longest;
            case ShapeOfColumn.LongWords(int longest) -> text.length() <= longest;
            case ShapeOfColumn.Figure(int decimals, var min, var max) ->
                exact(text).filter(it -> it.unit().isEmpty()).isPresent();
            case ShapeOfColumn.Quantity(String unit, int decimals, var min, var max) ->
                exact(text).filter(it -> it.unit().isEmpty() || it.unit().equals(unit)).isPresent();
            case ShapeOfColumn.Day day ->
                ValueText.day(text).orElseThrow() instanceof WrittenDay.On;
            case ShapeOfColumn.DayInWords words -> true;
            case ShapeOfColumn.Flag flag -> ValueText.flag(text).isPresent();
            case ShapeOfColumn.Choice(List<String> choices) -> choices.contains(text);
            case ShapeOfColumn.CreditCode code -> UnifiedCreditCode.parse(text).find().isPresent();
            case ShapeOfColumn.EstateUnit unit ->
                RealEstateUnitNumber.parse(text).find().isPresent();
            case ShapeOfColumn.Phone phone -> ValueText.isLocalPhone(text);
            case ShapeOfColumn.Longitude east -> ValueText.longitude(text).isPresent();
            case ShapeOfColumn.Latitude north -> ValueText.latitude(text).isPresent();
            case ShapeOfColumn.Coordinates both -> ValueText.point(text).isPresent();
          };
      assertThat(fits).as("%s in %s", text, column.shape()).isTrue();
    }
  }

  private static Optional<WrittenNumber> exact(String text) {
    return ValueText.number(text).filter(it -> it.single() && !it.about());
  }
}
