package jingtu.sheets.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingtu.sheets.Blanks;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Marks;
import jingtu.sheets.Unreadable;

/**
 * A .csv written back with a last column of findings, in its own encoding, with its own separator
 * and line ends. Every other byte of every row stays; rows without a finding stay whole.
 */
final class MarkedCsv {

  /** Rows among which the header is: the first of the widest bears the new column's name. */
  private static final int OPENING = 30;

  /** How every text of the column begins that an earlier copy wrote. */
  private static final Pattern MARK = Pattern.compile("[A-Z]{1,3}\\d+: (?s:.*)");

  private static final int NONE = -1;

  private final CsvFile file;
  private final Marks marks;
  private final NavigableMap<Integer, NavigableMap<Integer, List<CellFinding>>> waiting;
  private final List<String> names = Marks.inEveryLanguage("marks");

  MarkedCsv(CsvFile file, Marks marks) {
    this.file = file;
    this.marks = marks;
    this.waiting = new TreeMap<>(marks.of(""));
  }

  /**
   * What a first reading finds out.
   *
   * @param width fields of the widest row, without the column of an earlier copy
   * @param heading number of the row that gets the column's name
   * @param earlier place of the column of an earlier copy, from 0; -1 where there is none
   */
  private record Layout(int width, int heading, int earlier) {}

  void write(OutputStream target) throws IOException, Unreadable {
    Layout layout = layout();
    try (InputStream bytes = file.bytes()) {
      target.write(bytes.readNBytes(file.encoding().markBytes()));
    }
    OutputStream buffered = new BufferedOutputStream(target, 1 << 16);
    String lineEnd = "\n";
    boolean ended = true;
    try (LosslessText text = file.text()) {
      CsvRecords records = file.records(text);
      while (records.next()) {
        put(row(records, layout), buffered);
        put(records.lineEnd(), buffered);
        ended = !records.lineEnd().isEmpty();
        lineEnd = ended ? records.lineEnd() : lineEnd;
      }
    }
    putRowsBehindTheEnd(layout.width(), ended, lineEnd, buffered);
    buffered.flush();
  }

  private void put(String text, OutputStream target) throws IOException {
    LosslessText.write(text, file.encoding(), target);
  }

  /** A finding about a row that the file does not have is told all the same. */
  private void putRowsBehindTheEnd(int width, boolean ended, String lineEnd, OutputStream target)
      throws IOException {
    if (!waiting.isEmpty() && !ended) {
      put(lineEnd, target);
    }
    for (NavigableMap<Integer, List<CellFinding>> row : waiting.values()) {
      put(separators(width) + quoted(say(row)) + lineEnd, target);
    }
  }

  private Layout layout() throws IOException, Unreadable {
    int earlier = earlierColumn();
    int width = 0;
    int headingWidth = 0;
    int heading = 1;
    try (LosslessText text = file.text()) {
      CsvRecords records = file.records(text);
      while (records.next()) {
        int fields = records.fields() - (earlier != NONE && records.fields() > earlier ? 1 : 0);
        if (records.number() <= OPENING && fields > headingWidth) {
          heading = records.number();
          headingWidth = fields;
        }
        width = Math.max(width, fields);
      }
    }
    return new Layout(width, heading, earlier);
  }

  /** The last column of that name, if all that stands in it reads as an earlier copy's marks. */
  private int earlierColumn() throws IOException, Unreadable {
    int column = NONE;
    try (LosslessText text = file.text()) {
      CsvRecords records = file.records(text);
      while (records.next() && (column != NONE || records.number() <= OPENING)) {
        for (int i = records.fields() - 1; i >= 0 && column == NONE; i--) {
          column = isHeading(records.field(i)) ? i : NONE;
        }
        boolean filled = column != NONE && records.fields() > column;
        String field = filled ? Blanks.strip(records.field(column)) : "";
        if (!field.isEmpty() && !isHeading(field) && !MARK.matcher(field).matches()) {
          return NONE;
        }
      }
    }
    return column;
  }

  private boolean isHeading(String field) {
    String text = Blanks.strip(field);
    return names.stream()
        .anyMatch(
            name ->
                text.startsWith(name)
                    && (text.length() == name.length()
                        || MARK.matcher(text.substring(name.length()).strip()).matches()));
  }

  private String row(CsvRecords records, Layout layout) {
    NavigableMap<Integer, List<CellFinding>> found = waiting.remove(records.number());
    String said = found == null ? "" : say(found);
    boolean heading = records.number() == layout.heading() && !marks.findings().isEmpty();
    String mark = heading ? (marks.say("marks") + " " + said).strip() : said;
    String own = own(records, layout.earlier());
    if (mark.isEmpty()) {
      return own;
    }
    int fields = records.fields() - (hasEarlier(records, layout.earlier()) ? 1 : 0);
    int missing = layout.width() - fields + 1;
    return own + separators(fields == 0 ? missing - 1 : missing) + quoted(mark);
  }

  private static boolean hasEarlier(CsvRecords records, int earlier) {
    return earlier != NONE && records.fields() > earlier;
  }

  /** The row as it came, without the field of an earlier copy. */
  private String own(CsvRecords records, int earlier) {
    if (!hasEarlier(records, earlier)) {
      return records.raw(0, records.fields());
    }
    String before = records.raw(0, earlier);
    String after = records.raw(earlier + 1, records.fields());
    boolean both = earlier > 0 && earlier + 1 < records.fields();
    return both ? before + file.separator() + after : before + after;
  }

  private String separators(int count) {
    return String.valueOf(file.separator()).repeat(Math.max(0, count));
  }

  private String say(NavigableMap<Integer, List<CellFinding>> row) {
    return row.values().stream()
        .flatMap(List::stream)
        .map(
            finding ->
                finding.at()
                    + ": "
                    + marks.say(finding.problem())
                    + " "
                    + marks.say(finding.remedy()))
        .collect(Collectors.joining(" "));
  }

  /** Always in quotation marks, so that the separator is found again where the copy is read. */
  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
