package jingtu.server.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * A list of organisations as CSV with the columns {@code name}, {@code region} (a code, or nothing)
 * and {@code aliases} (parted by semicolons).
 */
public record OrganisationSheet(List<OrganisationEntry> organisations, List<Finding> findings) {

  public OrganisationSheet {
    organisations = List.copyOf(organisations);
    findings = List.copyOf(findings);
  }

  /** Reads the whole text; a row that is not understood yields a finding and no organisation. */
  public static OrganisationSheet read(String csv) {
    List<OrganisationEntry> organisations = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Csv.Row row : Csv.rows(csv)) {
      String region = row.get("region");
      if (row.get("name").isEmpty()) {
        findings.add(finding(row, Message.of("organisation.name-missing")));
      } else if (!region.isEmpty() && !RegionCode.isOne(region)) {
        findings.add(finding(row, Message.of("organisation.region-code", region)));
      } else {
        organisations.add(organisation(row, region));
      }
    }
    return new OrganisationSheet(organisations, findings);
  }

  private static OrganisationEntry organisation(Csv.Row row, String region) {
    return OrganisationEntry.named(
        row.get("name"),
        Optional.of(region).filter(code -> !code.isEmpty()).map(RegionCode::new),
        List.of(row.get("aliases").split(";", -1)));
  }

  private static Finding finding(Csv.Row row, Message problem) {
    return new Finding(Integer.toString(row.line()), problem, Message.of("organisation.remedy"));
  }
}
