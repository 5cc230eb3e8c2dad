package jingtu.sheets.xlsx;

/**
 * What a part has to do with another (ECMA-376 part 2, 8.5).
 *
 * @param type the last word of the relation's type: {@code worksheet}, {@code styles}
 * @param target the other part's full name, without a leading slash
 */
record Relation(String id, String type, String target) {

  private static final String TRANSITIONAL =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** As it is written among the relations of a part, to a part by its full name. */
  String written(String prefix) {
    return "<%sRelationship Id=\"%s\" Type=\"%s/%s\" Target=\"/%s\"/>"
        .formatted(prefix, id, TRANSITIONAL, type, Tag.escape(target));
  }

  /** A target as the relation of a part in {@code folder} writes it, made a full name. */
  static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String base = folder;
    String rest = target.startsWith("./") ? target.substring(2) : target;
    while (rest.startsWith("../") && !base.isEmpty()) {
      base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
      rest = rest.substring(3);
    }
    return base + rest;
  }

  /** {@code xl/worksheets/} of {@code xl/worksheets/sheet1.xml}. */
  static String folder(String part) {
    return part.substring(0, part.lastIndexOf('/') + 1);
  }

  /** The part that holds the relations of a part: {@code xl/_rels/workbook.xml.rels}. */
  static String partOf(String part) {
    String folder = folder(part);
    return folder + "_rels/" + part.substring(folder.length()) + ".rels";
  }
}
