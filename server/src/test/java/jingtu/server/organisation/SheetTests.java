package jingtu.server.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "99110,县,COUNTY,        | organisation.region-code",
        "991101,,COUNTY,         | organisation.region-name",
        "991101,县,PARISH,       | organisation.region-level",
        "991101,县,COUNTY,abc    | organisation.region-code",
        "990000,又一省,PROVINCE, | organisation.region-twice"
      })
  void aFaultyRowIsAFindingAndTheOthersAreRead(String row, String problem) {
    RegionSheet sheet =
        RegionSheet.read(
            "code,name,level,parent\n990000,省,PROVINCE,\n" + row + "\n\n991200,市,CITY,990000\n");
    assertThat(sheet.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo("3");
              assertThat(finding.problem().key()).isEqualTo(problem);
            });
    assertThat(sheet.regions())
        .extracting(r -> r.code().digits())
        .containsExactly("990000", "991200");
  }
}
