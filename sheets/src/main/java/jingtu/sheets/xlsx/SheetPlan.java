package jingtu.sheets.xlsx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Limits;
import jingtu.sheets.Marks;
import jingtu.sheets.Unreadable;

/**
 * What a copy does to one sheet.
 *
 * @param cells its findings by row and column
 * @param comments the part of its comments; empty where it has none and gets none
 * @param shapes the part of their boxes, likewise
 * @param relations what the sheet must be related to in addition
 * @param shapesId the new relation to the boxes; empty where the sheet knows of them already
 */
record SheetPlan(
    SheetEntry sheet,
    NavigableMap<Integer, NavigableMap<Integer, List<CellFinding>>> cells,
    String comments,
    String shapes,
    List<Relation> relations,
    String shapesId) {

  private static final String ID = "rIdJingtu";

  /**
   * Makes the plan of a sheet.
   *
   * @param number tells this sheet's new parts from those of other sheets
   */
  static SheetPlan of(OfficePackage zip, SheetEntry sheet, Marks marks, int number)
      throws Unreadable {
    var cells = marks.of(sheet.name());
    List<Relation> related = zip.relations(sheet.part());
    String comments = find(zip, related, "comments").orElse("");
    if (comments.isEmpty() && cells.isEmpty()) {
      return new SheetPlan(sheet, cells, "", "", List.of(), "");
    }
    List<Relation> added = new ArrayList<>();
    if (comments.isEmpty()) {
      comments = free(zip, "xl/comments", number, ".xml");
      added.add(new Relation(freeId(related, 1), "comments", comments));
    }
    Optional<String> known = knownShapes(zip, sheet, related);
    String shapes = known.orElse(free(zip, "xl/drawings/vmlDrawing", number, ".vml"));
    String shapesId = known.isPresent() ? "" : freeId(related, 2);
    if (known.isEmpty()) {
      added.add(new Relation(shapesId, "vmlDrawing", shapes));
    }
    return new SheetPlan(sheet, cells, comments, shapes, added, shapesId);
  }

  private static Optional<String> find(OfficePackage zip, List<Relation> related, String type) {
    return related.stream()
        .filter(relation -> relation.type().equals(type) && zip.has(relation.target()))
        .map(Relation::target)
        .findFirst();
  }

  /** The boxes that the sheet itself names; others may belong to its page header. */
  private static Optional<String> knownShapes(
      OfficePackage zip, SheetEntry sheet, List<Relation> related) throws Unreadable {
    if (find(zip, related, "vmlDrawing").isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> targets =
        related.stream()
            .collect(Collectors.toMap(Relation::id, Relation::target, (one, other) -> one));
    try (XmlPart xml = zip.xml(sheet.part())) {
      while (xml.next()) {
        if (xml.isStart("legacyDrawing")) {
          return Optional.ofNullable(targets.get(xml.relation())).filter(zip::has);
        }
      }
    }
    return Optional.empty();
  }

  private static String free(OfficePackage zip, String stem, int number, String ending) {
    String name = stem + number + ending;
    return zip.has(name) ? free(zip, stem, number + Limits.SHEETS, ending) : name;
  }

  private static String freeId(List<Relation> related, int number) {
    String id = ID + number;
    return related.stream().anyMatch(relation -> relation.id().equals(id))
        ? freeId(related, number + 2)
        : id;
  }

  /** Whether the sheet gets marks or may bear those of an earlier copy. */
  boolean changes(CellStyles styles) {
    return !cells.isEmpty() || styles.hasEarlierMarks();
  }

  boolean hasComments() {
    return !comments.isEmpty();
  }

  /** The words of the comments to be made, by reference, at most {@link Limits#COMMENTS}. */
  Map<String, String> words(Marks marks) {
    Map<String, String> words = new LinkedHashMap<>();
    cells.forEach(
        (row, columns) ->
            columns.forEach(
                (column, findings) -> {
                  if (words.size() < Limits.COMMENTS) {
                    words.put(CellAddress.letters(column) + row, words(marks, findings));
                  }
                }));
    return words;
  }

  private static String words(Marks marks, List<CellFinding> findings) {
    return findings.stream()
        .map(finding -> marks.say(finding.problem()) + " " + marks.say(finding.remedy()))
        .collect(Collectors.joining("\n", marks.say("mark-opening") + "\n", ""));
  }
}
