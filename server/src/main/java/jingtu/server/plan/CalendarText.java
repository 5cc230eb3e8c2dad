package jingtu.server.plan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes day-long events as calendar programs read them (RFC 5545). The libraries that could be had
 * for it bring time zones of their own into the whole process, or are no longer kept; of the format
 * only these few properties are needed.
 */
final class CalendarText {

  /** A line has at most 75 octets; what is longer goes on after a line end and a blank (3.1). */
  private static final int LINE_OCTETS = 75;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  CalendarText(String name) {
    property("BEGIN", "VCALENDAR");
    property("VERSION", "2.0");
    property("PRODID", "-//Jingtu//Plan calendar//ZH");
    property("CALSCALE", "GREGORIAN");
    property("METHOD", "PUBLISH");
    property("X-WR-CALNAME", escape(name));
  }

  /**
   * Adds an event.
   *
   * @param uid the same for the same event whenever it is fetched
   * @param stamp when what it says came to be known
   */
  void event(String uid, Instant stamp, LocalDate day, String title, String description) {
    property("BEGIN", "VEVENT");
    property("UID", uid);
    property("DTSTAMP", INSTANT.format(stamp));
    property("DTSTART;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    property("SUMMARY", escape(title));
    property("DESCRIPTION", escape(description));
    property("END", "VEVENT");
  }

  /** The whole calendar; nothing can be added afterwards. */
  String end() {
    property("END", "VCALENDAR");
    return text.toString();
  }

  /** Backslash, semicolon, comma and line end stand for themselves after a backslash (3.3.11). */
  private static String escape(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\r?\n|\r", "\\\\n");
  }

  private void property(String name, String value) {
    int octets = 0;
    for (int point : (name + ":" + value).codePoints().toArray()) {
      String letter = Character.toString(point);
      int length = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LINE_OCTETS) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(letter);
      octets += length;
    }
    text.append("\r\n");
  }
}
