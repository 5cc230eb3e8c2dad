package jingtu.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalytesTests {

  private static final Analytes ANALYTES = Analytes.shipped();
  private static final String HEADING = "symbol,chinese,english,cas,part_of,aliases\n";

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Cd                     | Cd
          ＣＤ                   | Cd
          镉                     | Cd
          总镉                   | Cd
          cadmium                | Cd
          7440-43-9              | Cd
          7440–43–9              | Cd
          镉（Cd）               | Cd
          镉Cd                   | Cd
          Cd 镉                  | Cd
          Cd/镉                  | Cd
          总镉(以Cd计)           |
          有效态镉               |
          铬                     | Cr
          总铬                   | Cr
          六价铬                 | Cr6
          Cr(VI)                 | Cr6
          Cr（Ⅵ）                | Cr6
          Cr6+                   | Cr6
          Cr⁶⁺                   | Cr6
          Cr+6                   | Cr6
          铬（六价）             | Cr6
          铬(六价)               | Cr6
          六价铬(Cr6+)           | Cr6
          三价铬                 |
          Cr(III)                |
          铬(Ⅲ)                  |
          砷(总砷)               | As
          砷（As）               | As
          无机砷                 | iAs
          甲基汞                 | MeHg
          石油烃(C10-C40)        | TPH
          石油烃（C₁₀–C₄₀）      | TPH
          TPH                    | TPH
          石油类                 | Oil
          苯并(a)芘              | BaP
          苯并[a]芘              | BaP
          苯并［ａ］芘           | BaP
          苯并〔a〕芘            | BaP
          BaP                    | BaP
          B[a]P                  | BaP
          三氯甲烷               | CHCl3
          氯仿                   | CHCl3
          邻二氯苯               | 12-DCB
          1,2-二氯苯             | 12-DCB
          1，2-二氯苯            | 12-DCB
          1.2-二氯苯             | 12-DCB
          1,2－二氯乙烷          | 12-DCA
          顺式-1,2-二氯乙烯      | c12-DCE
          间,对-二甲苯           | mp-Xylene
          间二甲苯+对二甲苯      | mp-Xylene
          滴滴涕总量             | DDT
          滴滴涕（总量）         | DDT
          滴滴涕                 | op+ppDDT
          DDT滴滴涕              |
          p,p'-DDE               | ppDDE
          p,p’-滴滴伊            | ppDDE
          p,p´-DDE               | ppDDE
          4,4'-DDE               | ppDDE
          α-六六六               | a-HCH
          γ-六六六               | g-HCH
          林丹                   | g-HCH
          六六六                 | HCH
          PCB 126                | PCB126
          3,3',4,4',5-五氯联苯   | PCB126
          二恶英类               | Dioxins
          氰化物(以CN-计)        | CN
          化学需氧量(CODCr)      | COD
          耗氧量(CODMn)          | CODMn
          pH                     | pH
          PH值                   | pH
          有机质                 |
          阳离子交换量           |
          铜锌                   |
          铜/锌                  |
          ()                     |
          7                      |
          """)
  void knowsWhatLaboratoriesWrite(String written, String symbol) {
    assertThat(ANALYTES.find(written).map(Analyte::symbol)).isEqualTo(Optional.ofNullable(symbol));
  }

  @Test
  void everyNameFindsItsAnalyte() {
    assertThat(ANALYTES.list())
        .hasSizeGreaterThan(140)
        .allSatisfy(
            analyte -> {
              assertThat(ANALYTES.find(analyte.symbol())).contains(analyte);
              assertThat(ANALYTES.find(analyte.chinese())).contains(analyte);
              assertThat(ANALYTES.find(analyte.english())).contains(analyte);
              assertThat(ANALYTES.find(analyte.chinese() + "(" + analyte.symbol() + ")"))
                  .contains(analyte);
              analyte
                  .cas()
                  .ifPresent(cas -> assertThat(ANALYTES.find(cas.number())).contains(analyte));
            });
  }

  @Test
  void aNameFindsItsAnalyteHoweverItIsTyped() {
    List<CsvTable.Row> rows =
        CsvTable.resource(Analytes.class, "analytes.csv", HEADING.strip().split(",", -1)).rows();

    Seeded.forAll(
        3_000,
        random -> {
          CsvTable.Row row = Seeded.oneOf(random, rows);
          List<String> names = new ArrayList<>(row.list("aliases"));
          names.addAll(List.of(row.get("symbol"), row.get("chinese"), row.get("english")));
          String name = Seeded.oneOf(random, names);
          return List.of(row.get("symbol"), typed(name, random), name);
        },
        made ->
            assertThat(ANALYTES.find(made.get(1)).map(Analyte::symbol)).contains(made.getFirst()));
  }

  /** Full width or not, large or small, other brackets, a blank somewhere. */
  private static String typed(String name, RandomGenerator random) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      char other =
          switch (c) {
            case '(' -> "(（[【〔".charAt(random.nextInt(5));
            case ')' -> ")）]】〕".charAt(random.nextInt(5));
            case '-' -> "-－–−".charAt(random.nextInt(4));
            case '\'' -> "'’′".charAt(random.nextInt(3));
            default -> random.nextBoolean() ? Character.toUpperCase(c) : c;
          };
      boolean wide = other > ' ' && other < 0x7f && random.nextInt(4) == 0;
      typed.append(wide ? (char) (other + 0xfee0) : other);
      if (random.nextInt(12) == 0) {
        typed.append(' ');
      }
    }
    return typed.toString();
  }

  @ParameterizedTest(name = "{0} < {1}")
  @CsvSource({
    "Cr6, Cr",
    "iAs, As",
    "MeHg, Hg",
    "ppDDE, DDT",
    "op+ppDDT, DDT",
    "opDDT, op+ppDDT",
    "d-HCH, HCH",
    "c12-DCE, 12-DCE",
    "mp-Xylene, Xylenes",
    "p-Xylene, mp-Xylene",
    "PCB169, PCBs",
    "a-Endosulfan, Endosulfan"
  })
  void knowsWhatIsPartOfWhat(String part, String whole) {
    assertThat(ANALYTES.wholeOf(ANALYTES.get(part))).contains(ANALYTES.get(whole));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cd,镉,cadmium,,,总镉\nHg,汞,mercury,,,总镉",
        "Cd,镉,cadmium,,,Cr（Ⅵ）\nCr6,铬(六价),chromium(VI),,,cr(vi)",
        "Cd,镉,cadmium,,,\nHg,镉,mercury,,,",
        "Cd,镉,cadmium,7440-43-9,,\nHg,汞,mercury,7440-43-9,,"
      })
  void refusesANameOfTwoAnalytes(String rows) {
    assertThatThrownBy(() -> Analytes.read("made.csv", HEADING + rows))
        .isInstanceOf(CsvTable.Faulty.class)
        .hasMessageContaining("made.csv:3")
        .hasMessageContaining("ambiguous");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cd,镉,cadmium,7440-43-8,,           | made.csv:2 has no CAS number
          Cd,镉,cadmium,,                     | made.csv:2 has 5 fields, not 6
          Cd,镉,cadmium,,,"总镉               | made.csv:2 has a quote that does not end
          Cr6,铬(六价),chromium(VI),,Cr,      | no analyte has the symbol 'Cr'
          Cd,镉,cadmium,,Cd,                  | made.csv:2 is a part of itself
          """)
  void refusesAFaultyCatalogue(String row, String said) {
    assertThatThrownBy(() -> Analytes.read("made.csv", HEADING + row))
        .isInstanceOf(RuntimeException.class)
        .hasMessageContaining(said);
  }

  @Test
  void refusesASymbolThatStandsTwice() {
    assertThatThrownBy(
            () -> Analytes.read("made.csv", HEADING + "Cd,镉,cadmium,,,\nCd,铬,chromium,,,"))
        .hasMessageContaining("made.csv:3");
  }

  @Test
  void namesASymbolThatNobodyHas() {
    assertThatThrownBy(() -> ANALYTES.get("Xx"))
        .isInstanceOf(Analytes.UnknownAnalyte.class)
        .hasMessageContaining("Xx");
  }

  @Test
  void rangesAreUpright() {
    assertThat(Plausibility.shipped().list())
        .extracting(Plausibility.Range::analyte)
        .doesNotHaveDuplicates();
    Plausibility.Range cadmium =
        Plausibility.shipped().rangeOf(ANALYTES.get("Cd"), Medium.SOIL).orElseThrow();
    Unit unit = Units.shipped().get("mg/kg");
    assertThat(List.of("0.3", "0.01", "20"))
        .allMatch(value -> cadmium.contains(new Quantity(new BigDecimal(value), unit)));
    assertThat(cadmium.contains(new Quantity(new BigDecimal("300"), unit))).isFalse();
    assertThat(Plausibility.shipped().rangeOf(ANALYTES.get("Cd"), Medium.FOOD)).isEmpty();
  }
}
