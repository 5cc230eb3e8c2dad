package jingtu.server.organisation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.sheets.Blanks;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Message;

/**
 * What one row of a sheet says of an organisation, its cells taken apart.
 *
 * @param cells those of the columns that the sheet has
 */
record OrganisationRow(int number, Map<OrganisationColumn, Cell> cells) {

  private static final Pattern SEPARATOR = Pattern.compile("[;,\\n\uFF1B\uFF0C\u3001]");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/.\u5E74](\\d{1,2})[-/.\u6708](\\d{1,2})\u65E5?");

  OrganisationRow {
    cells = Map.copyOf(cells);
  }

  boolean has(OrganisationColumn column) {
    return cells.containsKey(column);
  }

  /** The cell's text without blanks around it; empty where the sheet has no such column. */
  String text(OrganisationColumn column) {
    return Optional.ofNullable(cells.get(column)).map(Cell::text).map(Blanks::strip).orElse("");
  }

  /** Where a finding about the column is marked. */
  CellAddress at(OrganisationColumn column) {
    return Optional.ofNullable(cells.get(column))
        .or(() -> Optional.ofNullable(cells.get(OrganisationColumn.NAME)))
        .orElseThrow()
        .address();
  }

  /** The parts of a cell that holds several. */
  List<String> list(OrganisationColumn column) {
    return Arrays.stream(SEPARATOR.split(text(column), -1))
        .map(Blanks::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  /** The day on which the organisation ended, if one is given and is a day. */
  Optional<LocalDate> ended(List<CellFinding> findings) {
    String written = text(OrganisationColumn.ENDED);
    Optional<LocalDate> day = day(written);
    if (day.isEmpty() && !written.isEmpty()) {
      findings.add(
          finding(OrganisationColumn.ENDED, Message.of("organisation.sheet.no-day", written)));
    }
    return day;
  }

  private static Optional<LocalDate> day(String written) {
    Matcher day = DAY.matcher(written);
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The liaison persons; posts and telephones are as many as names, or none. */
  List<Liaison> liaisons(List<CellFinding> findings) {
    List<String> names = parts(OrganisationColumn.LIAISON);
    List<String> posts = parts(OrganisationColumn.POST);
    List<String> telephones = parts(OrganisationColumn.TELEPHONE);
    if (!fits(names, posts, OrganisationColumn.POST, findings)
        || !fits(names, telephones, OrganisationColumn.TELEPHONE, findings)) {
      return List.of();
    }
    List<Liaison> liaisons = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String post = posts.isEmpty() ? "" : posts.get(i);
      String telephone = telephones.isEmpty() ? "" : telephones.get(i);
      liaisons.add(new Liaison(names.get(i), post, telephone));
    }
    return liaisons;
  }

  CellFinding finding(OrganisationColumn column, Message problem) {
    return new CellFinding(at(column), problem, Message.of("organisation.sheet.remedy"));
  }

  private boolean fits(
      List<String> names,
      List<String> parts,
      OrganisationColumn column,
      List<CellFinding> findings) {
    boolean fits = parts.isEmpty() || parts.size() == names.size();
    if (!fits) {
      findings.add(
          finding(
              column,
              Message.of("organisation.sheet.persons", names.size(), text(column), parts.size())));
    }
    return fits;
  }

  /** Parts in their places; an empty one between separators is kept. */
  private List<String> parts(OrganisationColumn column) {
    String text = text(column);
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(SEPARATOR.split(text, -1)).map(Blanks::strip).toList();
  }
}
