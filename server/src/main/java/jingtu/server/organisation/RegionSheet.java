package jingtu.server.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * A list of regions as CSV with the columns {@code code}, {@code name}, {@code level} and {@code
 * parent}; a parent stands before its children or is already stored.
 */
public record RegionSheet(List<Region> regions, List<Finding> findings) {

  public RegionSheet {
    regions = List.copyOf(regions);
    findings = List.copyOf(findings);
  }

  /** Reads the whole text; a row that is not understood yields a finding and no region. */
  public static RegionSheet read(String csv) {
    List<Region> regions = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Set<RegionCode> seen = new HashSet<>();
    for (Csv.Row row : Csv.rows(csv)) {
      Optional<Message> problem = problem(row);
      if (problem.isPresent()) {
        findings.add(finding(row, problem.get()));
        continue;
      }
      Region region = region(row);
      if (seen.add(region.code())) {
        regions.add(region);
      } else {
        findings.add(finding(row, Message.of("organisation.region-twice", region.code())));
      }
    }
    return new RegionSheet(regions, findings);
  }

  private static Optional<Message> problem(Csv.Row row) {
    if (!RegionCode.isOne(row.get("code"))) {
      return Optional.of(Message.of("organisation.region-code", row.get("code")));
    }
    if (row.get("name").isEmpty()) {
      return Optional.of(Message.of("organisation.region-name"));
    }
    if (Arrays.stream(RegionLevel.values()).noneMatch(l -> l.name().equals(row.get("level")))) {
      return Optional.of(Message.of("organisation.region-level", row.get("level")));
    }
    if (!row.get("parent").isEmpty() && !RegionCode.isOne(row.get("parent"))) {
      return Optional.of(Message.of("organisation.region-code", row.get("parent")));
    }
    return Optional.empty();
  }

  private static Region region(Csv.Row row) {
    Optional<RegionCode> parent =
        Optional.of(row.get("parent")).filter(code -> !code.isEmpty()).map(RegionCode::new);
    return new Region(
        new RegionCode(row.get("code")),
        row.get("name"),
        RegionLevel.valueOf(row.get("level")),
        parent);
  }

  private static Finding finding(Csv.Row row, Message problem) {
    return new Finding(
        Integer.toString(row.line()), problem, Message.of("organisation.region-remedy"));
  }
}
