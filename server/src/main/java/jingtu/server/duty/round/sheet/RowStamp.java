package jingtu.server.duty.round.sheet;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.ReportLine;

/**
 * Which line a row of a sheet is, and in which version it was written out.
 *
 * @param version of the line when the sheet was made
 */
record RowStamp(LineId line, int version) {

  private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.v(\\d{1,9})");

  static RowStamp of(ReportLine line) {
    return new RowStamp(line.id(), line.version());
  }

  /** The stamp that stands somewhere in a text. */
  static Optional<RowStamp> find(String text) {
    return FORM.matcher(text).results().findFirst().flatMap(found -> read(found.group()));
  }

  /** A text without the stamps in it. */
  static String without(String text) {
    return FORM.matcher(text).replaceAll("");
  }

  String text() {
    return line.value() + ".v" + version;
  }

  /** The stamp that a cell holds; empty where it holds anything else. */
  static Optional<RowStamp> read(String text) {
    Matcher stamp = FORM.matcher(text.strip());
    if (!stamp.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RowStamp(
              new LineId(UUID.fromString(stamp.group(1))), Integer.parseInt(stamp.group(2))));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
