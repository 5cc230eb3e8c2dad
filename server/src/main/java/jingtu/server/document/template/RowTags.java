package jingtu.server.document.template;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * What a table row of a Word template asks for.
 *
 * @param rows whose records it is repeated for; empty for a row that stays one
 * @param merged the cells, from 0, in which equal neighbours become one
 */
record RowTags(Optional<TemplateRows> rows, List<Integer> merged) {

  static RowTags of(XWPFTableRow row, TemplateKind kind) {
    List<List<FieldTag.InRow>> cells =
        row.getTableCells().stream().map(cell -> tags(cell, kind)).toList();
    return new RowTags(
        cells.stream().flatMap(List::stream).map(FieldTag.InRow::rows).findFirst(),
        IntStream.range(0, cells.size())
            .filter(cell -> cells.get(cell).stream().anyMatch(FieldTag.InRow::merged))
            .boxed()
            .toList());
  }

  /** Whose records a paragraph is repeated for; empty for one that stays one. */
  static Optional<TemplateRows> of(XWPFParagraph paragraph, TemplateKind kind) {
    return tags(Stream.of(paragraph), kind).stream().map(FieldTag.InRow::rows).findFirst();
  }

  private static List<FieldTag.InRow> tags(XWPFTableCell cell, TemplateKind kind) {
    return tags(cell.getParagraphs().stream(), kind);
  }

  private static List<FieldTag.InRow> tags(Stream<XWPFParagraph> paragraphs, TemplateKind kind) {
    return paragraphs
        .map(XWPFParagraph::getText)
        .flatMap(text -> new TagText(text).tags().stream())
        .map(words -> FieldTag.of(words, kind))
        .filter(FieldTag.InRow.class::isInstance)
        .map(FieldTag.InRow.class::cast)
        .toList();
  }
}
