package jingtu.server.register.exchange.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.exchange.MadeNames;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.RegionCode;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CellsTests {

  private static final CellNames NAMES = MadeNames.names();
  private static final ReadCell READ = new ReadCell(NAMES);
  private static final WriteCell WRITE = new WriteCell(NAMES, Language.ZH);

  private static List<String[]> table(String name, int skipped) throws IOException {
    try (var file =
        Objects.requireNonNull(
            CellsTests.class.getResourceAsStream("/register/exchange/" + name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(skipped)
          .map(line -> line.split(";", -1))
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> aCellIsReadAsTheListSays() throws IOException {
    return table("cells-read.csv", 1).stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    String.join(" ", line),
                    () -> assertThat(read(line[0], line[1], line[2])).isEqualTo(line[3])));
  }

  private static String read(String type, String kind, String written) {
    boolean percent = kind.equals("PERCENT");
    Cell cell =
        new Cell(
            new CellAddress("表", 5, 2),
            percent ? Cell.Kind.NUMBER : Cell.Kind.valueOf(kind),
            written,
            percent ? "0%" : "");
    SheetColumn column = column(type);
    if (column.part() == SheetColumn.Spine.OUTLINE) {
      return switch (ShapeText.read(written, Shape.POLYGON)) {
        case ShapeText.Reading.Read(var geometry) -> geometry.toText();
        case ShapeText.Reading.Faulty(var fault) -> said(fault);
      };
    }
    return switch (READ.read(column, cell, Optional.empty())) {
      case CellReading.Nothing nothing -> "nothing";
      case CellReading.Taken(FieldValue value, Optional<CellReading.Fault> doubt) ->
          (doubt.isPresent() ? "doubt=" : "") + shown(column, value);
      case CellReading.Faulty(CellReading.Fault fault) -> said(fault);
    };
  }

  /** Every fault can be said in both languages. */
  private static String said(CellReading.Fault fault) {
    for (Language language : Language.values()) {
      assertThat(Messages.say(fault.problem(), language)).doesNotContain("{");
      assertThat(Messages.say(fault.remedy(), language)).doesNotContain("{");
    }
    return "fault " + fault.kind();
  }

  private static String shown(SheetColumn column, FieldValue value) {
    if (column.part() instanceof SheetColumn.Whole) {
      return text(write(column, value));
    }
    return switch (value) {
      case FieldValue.Amount(BigDecimal number) -> number.toPlainString();
      case FieldValue.Day(LocalDate day) -> day.toString();
      case FieldValue.Words words -> words.text();
      case FieldValue.Span span -> span.toString();
      case FieldValue.Yes yes -> yes.toString();
      case FieldValue.Ids ids -> ids.toString();
    };
  }

  private static CellContent write(SheetColumn column, FieldValue value) {
    return WRITE.write(
        column,
        new ExchangedRecord(
            new UUID(0, 9),
            new RegionCode("991101"),
            Optional.empty(),
            "在册",
            Map.of(column.id(), value),
            Optional.empty()));
  }

  private static String text(CellContent content) {
    return switch (content) {
      case CellContent.Blank blank -> "";
      case CellContent.Text(String text) -> text;
      case CellContent.Figure(BigDecimal number) -> number.toPlainString();
      case CellContent.Day(LocalDate date) -> date.toString();
    };
  }

  private static SheetColumn column(String type) {
    return switch (type) {
      case "longitude" -> spine(SheetColumn.Spine.LONGITUDE);
      case "latitude" -> spine(SheetColumn.Spine.LATITUDE);
      case "closing day" -> {
        SheetColumn period = whole(new FieldType.Period());
        yield new SheetColumn(
            "f.to",
            period.heading(),
            List.of(),
            new SheetColumn.Closing(((SheetColumn.Whole) period.part()).field()));
      }
      case "wkt" -> spine(SheetColumn.Spine.OUTLINE);
      default -> whole(type(type));
    };
  }

  private static SheetColumn spine(SheetColumn.Spine part) {
    return new SheetColumn(part.name(), part.name(), List.of(), part);
  }

  private static SheetColumn whole(FieldType type) {
    Field field =
        new Field(
            "f",
            "某项",
            type,
            "",
            "",
            false,
            false,
            false,
            Optional.empty(),
            Set.of(),
            false,
            List.of());
    return new SheetColumn("f", "某项", List.of(), new SheetColumn.Whole(field));
  }

  private static FieldType type(String word) {
    return switch (word) {
      case "text" -> new FieldType.Text(200);
      case "number" -> new FieldType.Figure(4, Optional.empty(), Optional.empty());
      case "quantity m³" -> new FieldType.Quantity("m³", 4, Optional.empty(), Optional.empty());
      case "quantity %" -> new FieldType.Quantity("%", 4, Optional.empty(), Optional.empty());
      case "date" -> new FieldType.Date();
      case "flag" -> new FieldType.Flag();
      case "code" -> new FieldType.Code("grades");
      case "region" -> new FieldType.OfRegion();
      case "organisation" -> new FieldType.OfOrganisation();
      case "disclosure" -> new FieldType.DisclosureMark();
      case "link" -> new FieldType.Link(new RegisterId("supervised-unit"), true);
      case "evidence" -> new FieldType.Evidence();
      default -> throw new IllegalArgumentException(word);
    };
  }

  @TestFactory
  Stream<DynamicTest> aTextIsGuardedAsTheListSaysAndComesBack() throws IOException {
    return table("texts-neutralised.csv", 1).stream()
        .map(line -> Arrays.stream(line).map(CellsTests::characters).toList())
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.getFirst(),
                    () -> {
                      assertThat(GuardedText.guard(line.getFirst())).isEqualTo(line.getLast());
                      assertThat(GuardedText.unguard(line.getLast())).isEqualTo(line.getFirst());
                    }));
  }

  private static String characters(String written) {
    return written.replace("\\t", "\t").replace("\\r", "\r").replace("␠", " ");
  }

  @Test
  void aNumberThatASpreadsheetWouldRoundIsWrittenAsText() {
    SheetColumn column = whole(type("number"));
    assertThat(write(column, new FieldValue.Amount(new BigDecimal("12345678901234.5"))))
        .isEqualTo(new CellContent.Figure(new BigDecimal("12345678901234.5")));
    assertThat(write(column, new FieldValue.Amount(new BigDecimal("12345678901234.56"))))
        .isEqualTo(new CellContent.Text("12345678901234.56"));
  }

  @Test
  void aCodeWhosePathIsAnothersTooIsWrittenAsTheCode() {
    SheetColumn column = whole(type("code"));
    assertThat(text(write(column, new FieldValue.Words("D1")))).isEqualTo("D1");
    assertThat(text(write(column, new FieldValue.Words("C1")))).isEqualTo("乙类/同名");
  }

  @Test
  void aLinkIsWrittenByItsTitleAndWithItsIdWhereSeveralAreCalledSo() {
    SheetColumn column = whole(new FieldType.Link(new RegisterId("supervised-unit"), true));
    FieldValue clear = new FieldValue.Ids(List.of(MadeNames.FACTORY));
    FieldValue both = new FieldValue.Ids(List.of(new UUID(2, 3), MadeNames.FACTORY));
    assertThat(text(write(column, clear))).isEqualTo("某厂");
    assertThat(text(write(column, both))).isEqualTo("同名厂 {" + new UUID(2, 3) + "}\n某厂");
    comesBack(column, clear);
    comesBack(column, both);
  }

  private static void comesBack(SheetColumn column, FieldValue value) {
    assertThat(READ.read(column, cell(text(write(column, value))), Optional.empty()))
        .isEqualTo(CellReading.taken(value));
  }

  private static Cell cell(String text) {
    return new Cell(new CellAddress("", 1, 1), Cell.Kind.TEXT, text);
  }

  /** What looks like a name with an id would come back as whatever has that id. */
  @Test
  void aTitleThatEndsInAnIdIsWrittenWithItsOwn() {
    SheetColumn column = whole(new FieldType.Link(new RegisterId("supervised-unit"), true));
    FieldValue link = new FieldValue.Ids(List.of(MadeNames.CALLED_LIKE_AN_ID));
    assertThat(text(write(column, link)))
        .isEqualTo("旧厂 {" + MadeNames.FACTORY + "} {" + MadeNames.CALLED_LIKE_AN_ID + "}");
    comesBack(column, link);
  }

  @Test
  void aFileIsWrittenByItsNameWithItsId() {
    SheetColumn column = whole(new FieldType.Evidence());
    FieldValue files = new FieldValue.Ids(List.of(MadeNames.PROOF, new UUID(3, 2)));
    assertThat(text(write(column, files)))
        .isEqualTo("验收意见.pdf {" + MadeNames.PROOF + "}\n=现场 {1}.jpg {" + new UUID(3, 2) + "}");
    comesBack(column, files);
  }

  /** It stays what it is in the record; whether it may be named anew is the register's to say. */
  @Test
  void whatTheAccountDoesNotSeeIsToldInWordsAndComesBack() {
    UUID unseen = new UUID(4, 4);
    SheetColumn link = whole(new FieldType.Link(new RegisterId("supervised-unit"), false));
    SheetColumn files = whole(new FieldType.Evidence());
    FieldValue value = new FieldValue.Ids(List.of(unseen));
    assertThat(text(write(link, value))).isEqualTo("未显示名称的记录 {" + unseen + "}");
    assertThat(text(write(files, value))).isEqualTo("看不到的材料 {" + unseen + "}");
    comesBack(link, value);
    comesBack(files, value);
  }
}
