package jingtu.server.plan.decomposition.comment;

import static java.util.stream.Collectors.toMap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The workbooks of a round: one for each organisation, in which it comments, and the summary of
 * what became of the comments. Every cell is a text, so that nothing is taken for a formula.
 */
final class CommentWorkbooks {

  private static final int CHARACTER = 256;
  private static final List<WorkItemColumn> SHOWN =
      List.of(
          WorkItemColumn.CODE,
          WorkItemColumn.TASK,
          WorkItemColumn.SENTENCE,
          WorkItemColumn.ROLE,
          WorkItemColumn.WORK,
          WorkItemColumn.STANDARD,
          WorkItemColumn.DEADLINE,
          WorkItemColumn.YEARS,
          WorkItemColumn.DELIVERABLES,
          WorkItemColumn.LEADER,
          WorkItemColumn.PERSON);
  private static final List<Integer> WIDTHS =
      List.of(9, 20, 30, 8, 30, 20, 13, 16, 12, 10, 10, 30, 30);
  private static final List<Integer> SUMMARY_WIDTHS = List.of(6, 22, 9, 34, 34, 30, 10, 30, 26, 26);
  private static final List<Integer> SILENT_WIDTHS = List.of(40);

  private final Language language;

  CommentWorkbooks(Language language) {
    this.language = language;
  }

  /** The sheet that goes out to one organisation. */
  byte[] sheet(String title, CommentRound round, String organisation, List<WorkItem> items) {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet(say(Message.of("decomposition.sheet.name")));
      Styles styles = new Styles(book);
      int width = SHOWN.size() + 2;
      titled(sheet, styles, width, Message.of("decomposition.sheet.title", title));
      fill(
          sheet.createRow(1),
          styles.plain(),
          List.of(first("decomposition.sheet.asked"), organisation));
      fill(
          sheet.createRow(2),
          styles.plain(),
          List.of(first("decomposition.sheet.by"), round.closesOn().toString()));
      fill(sheet.createRow(3), styles.plain(), List.of(say(Message.of("decomposition.sheet.how"))));
      sheet.addMergedRegion(new CellRangeAddress(3, 3, 0, width - 1));
      fill(
          sheet.createRow(4),
          styles.head(),
          Stream.concat(
                  SHOWN.stream().map(column -> column.heading(language)),
                  Stream.of(
                      first("decomposition.sheet.opinion"), first("decomposition.sheet.proposed")))
              .toList());
      for (WorkItem item : items) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        fill(
            row,
            styles.cell(),
            Stream.concat(
                    SHOWN.stream().map(column -> column.text(item, language)), Stream.of("", ""))
                .toList());
        row.getCell(width - 2).setCellStyle(styles.open());
        row.getCell(width - 1).setCellStyle(styles.open());
      }
      laidOut(sheet, WIDTHS, 4);
      return bytes(book);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a sheet of comments", e);
    }
  }

  /** What became of each comment, and who has not answered. */
  byte[] summary(String title, CommentRound round, List<WorkItem> items) {
    Map<WorkItemId, WorkItem> byId = items.stream().collect(toMap(WorkItem::id, item -> item));
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Styles styles = new Styles(book);
      XSSFSheet sheet = book.createSheet(say(Message.of("decomposition.summary.name")));
      titled(
          sheet,
          styles,
          SUMMARY_WIDTHS.size(),
          Message.of("decomposition.summary.title", title, round.number()));
      fill(sheet.createRow(1), styles.plain(), List.of(say(counts(round))));
      fill(
          sheet.createRow(2),
          styles.head(),
          List.of(say(Message.of("decomposition.summary.columns")).split("\\|")));
      int number = 0;
      for (CommentRound.Comment comment : round.comments()) {
        Optional<WorkItem> item = comment.item().map(byId::get);
        fill(
            sheet.createRow(sheet.getLastRowNum() + 1),
            styles.cell(),
            cells(++number, comment, item));
      }
      laidOut(sheet, SUMMARY_WIDTHS, 2);
      XSSFSheet silent = book.createSheet(say(Message.of("decomposition.summary.silent")));
      fill(
          silent.createRow(0),
          styles.head(),
          List.of(say(Message.of("decomposition.summary.silent"))));
      round
          .silent()
          .forEach(
              name ->
                  fill(silent.createRow(silent.getLastRowNum() + 1), styles.cell(), List.of(name)));
      laidOut(silent, SILENT_WIDTHS, 0);
      return bytes(book);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a summary of comments", e);
    }
  }

  private List<String> cells(int number, CommentRound.Comment comment, Optional<WorkItem> item) {
    Optional<CommentRound.Answer> answer = comment.answer();
    return List.of(
        String.valueOf(number),
        comment.organisation(),
        item.map(WorkItem::code).orElseGet(() -> say(Message.of("decomposition.summary.whole"))),
        item.map(i -> i.sentence().isEmpty() ? i.task() : i.sentence()).orElse(""),
        comment.opinion(),
        comment.proposed(),
        answer.map(a -> say(word(a.decision()))).orElse(""),
        answer.map(CommentRound.Answer::reason).orElse(""),
        answer.map(a -> changed(a, a.before())).orElse(""),
        answer.map(a -> changed(a, a.after())).orElse(""));
  }

  private String changed(CommentRound.Answer answer, String text) {
    return answer.changed().map(column -> column.heading(language) + ": " + text).orElse("");
  }

  private static Message counts(CommentRound round) {
    return Message.of(
        "decomposition.summary.counts",
        round.requests().size(),
        round.requests().size() - round.silent().size(),
        round.comments().size(),
        count(round, Decision.ADOPTED),
        count(round, Decision.PARTLY),
        count(round, Decision.REFUSED));
  }

  private static long count(CommentRound round, Decision decision) {
    return round.comments().stream()
        .flatMap(comment -> comment.answer().stream())
        .filter(answer -> answer.decision() == decision)
        .count();
  }

  private static Message word(Decision decision) {
    return switch (decision) {
      case ADOPTED -> Message.of("decomposition.decision.adopted");
      case PARTLY -> Message.of("decomposition.decision.partly");
      case REFUSED -> Message.of("decomposition.decision.refused");
    };
  }

  private void titled(XSSFSheet sheet, Styles styles, int width, Message title) {
    fill(sheet.createRow(0), styles.title(), List.of(say(title)));
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, width - 1));
  }

  /** Landscape on A4, as wide as one page, with the head of the table on each. */
  private static void laidOut(XSSFSheet sheet, List<Integer> widths, int head) {
    for (int column = 0; column < widths.size(); column++) {
      sheet.setColumnWidth(column, widths.get(column) * CHARACTER);
    }
    sheet.createFreezePane(0, head + 1);
    sheet.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private static void fill(Row row, CellStyle style, List<String> texts) {
    for (int column = 0; column < texts.size(); column++) {
      row.createCell(column).setCellStyle(style);
      row.getCell(column).setCellValue(texts.get(column));
    }
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(bytes);
    return bytes.toByteArray();
  }

  private String say(Message message) {
    return Messages.say(message, language);
  }

  /** The first of the words that a message has: the one that is written. */
  private String first(String key) {
    return Messages.say(new Message(key, List.of()), language).replaceAll("\\|.*", "");
  }

  /** How cells look. */
  private record Styles(
      CellStyle title, CellStyle plain, CellStyle head, CellStyle cell, CellStyle open) {

    Styles(XSSFWorkbook book) {
      this(font(book, text(book), 16), text(book), head(book), bordered(book), open(book));
    }

    private static CellStyle text(XSSFWorkbook book) {
      CellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat("@"));
      style.setVerticalAlignment(VerticalAlignment.TOP);
      return style;
    }

    private static CellStyle font(XSSFWorkbook book, CellStyle style, int points) {
      Font font = book.createFont();
      font.setBold(true);
      font.setFontHeightInPoints((short) points);
      style.setFont(font);
      return style;
    }

    private static CellStyle bordered(XSSFWorkbook book) {
      CellStyle style = text(book);
      style.setWrapText(true);
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      return style;
    }

    private static CellStyle head(XSSFWorkbook book) {
      return font(book, bordered(book), 11);
    }

    /** A cell that is to be filled in. */
    private static CellStyle open(XSSFWorkbook book) {
      CellStyle style = bordered(book);
      style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      return style;
    }
  }
}
