package jingtu.sheets.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import jingtu.sheets.Limits;
import jingtu.sheets.Unreadable;

/**
 * The records of a text after RFC 4180, read forward: fields between separators, in quotation marks
 * where they hold separators, line ends or (doubled) quotation marks.
 *
 * <p>More is accepted than the RFC allows: any separator, LF and CR as line ends, text after a
 * closing mark (it is appended), rows of any number of fields. An opening mark that is not closed
 * within the longest cell is an ordinary character, so that one typing error does not swallow the
 * rest of the file; {@link #isUnclosed} tells of it.
 */
final class CsvRecords {

  private static final char QUOTE = '"';
  private static final int NONE = -1;

  private final Reader text;
  private final char separator;
  private char[] buffer = new char[1 << 16];
  private int[] begins = new int[64];
  private int[] ends = new int[64];
  private boolean[] unclosed = new boolean[64];

  /** Where the record begins in the buffer; {@code at} and all fields count from there. */
  private int start;

  private int limit;
  private int at;
  private int fields;
  private int lineEnd;
  private int number;

  CsvRecords(Reader text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** Moves to the next record; false at the end of the text. */
  boolean next() throws IOException, Unreadable {
    start += at;
    at = 0;
    fields = 0;
    number++;
    if (peek() == NONE) {
      return false;
    }
    readField();
    while (peek() == separator) {
      at++;
      readField();
    }
    lineEnd = at;
    readLineEnd();
    return true;
  }

  private void readField() throws IOException, Unreadable {
    int begin = at;
    boolean stray = peek() == QUOTE && !readQuoted();
    if (stray) {
      at = begin + 1;
    }
    readPlain();
    if (fields == ends.length) {
      begins = Arrays.copyOf(begins, 2 * fields);
      ends = Arrays.copyOf(ends, 2 * fields);
      unclosed = Arrays.copyOf(unclosed, 2 * fields);
    }
    begins[fields] = begin;
    ends[fields] = at;
    unclosed[fields++] = stray;
  }

  /** Moves behind the closing mark; false where there is none within the longest cell. */
  private boolean readQuoted() throws IOException, Unreadable {
    int farthest = at + Limits.CELL_CHARACTERS;
    at++;
    while (at <= farthest) {
      int character = peek();
      if (character == NONE) {
        return false;
      }
      at++;
      if (character == QUOTE) {
        if (peek() != QUOTE) {
          return true;
        }
        at++;
      }
    }
    return false;
  }

  private void readPlain() throws IOException, Unreadable {
    while (peek() != NONE) {
      int place = start + at;
      while (place < limit && !endsField(buffer[place])) {
        place++;
      }
      at = place - start;
      if (place < limit) {
        return;
      }
    }
  }

  private boolean endsField(char character) {
    return character == separator || character == '\n' || character == '\r';
  }

  private void readLineEnd() throws IOException, Unreadable {
    int first = peek();
    if (first == NONE) {
      return;
    }
    at++;
    if (first == '\r' && peek() == '\n') {
      at++;
    }
  }

  private int peek() throws IOException, Unreadable {
    return start + at < limit || fill() ? buffer[start + at] : NONE;
  }

  private boolean fill() throws IOException, Unreadable {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
    }
    if (limit + 1 >= buffer.length) {
      if (buffer.length >= Limits.ROW_CHARACTERS) {
        throw Unreadable.because("long-row", number, Limits.ROW_CHARACTERS);
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = text.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, count);
    return count > 0;
  }

  /** The record's number, from 1. */
  int number() {
    return number;
  }

  int fields() {
    return fields;
  }

  /** A field without its quotation marks. */
  String field(int index) {
    int begin = start + begins[index];
    int end = start + ends[index];
    boolean quoted = begin < end && buffer[begin] == QUOTE && !unclosed[index];
    return quoted ? unquoted(begin + 1, end) : new String(buffer, begin, end - begin);
  }

  private String unquoted(int from, int end) {
    StringBuilder text = new StringBuilder(end - from);
    boolean inside = true;
    for (int i = from; i < end; i++) {
      char character = buffer[i];
      boolean mark = inside && character == QUOTE;
      if (mark && i + 1 < end && buffer[i + 1] == QUOTE) {
        i++;
      } else if (mark) {
        inside = false;
        continue;
      }
      text.append(character);
    }
    return text.toString();
  }

  /** Whether a quotation mark stands inside a field that does not open with one. */
  boolean hasQuoteInside(int index) {
    int begin = start + begins[index];
    int end = start + ends[index];
    boolean inside = false;
    for (int i = begin + 1; i < end; i++) {
      inside |= buffer[i] == QUOTE;
    }
    return inside && buffer[begin] != QUOTE;
  }

  /** Whether the field opens with a quotation mark that is never closed. */
  boolean isUnclosed(int index) {
    return unclosed[index];
  }

  /** The fields from {@code first} to before {@code end} with what separates them, as written. */
  String raw(int first, int end) {
    return first == end
        ? ""
        : new String(buffer, start + begins[first], ends[end - 1] - begins[first]);
  }

  /** What ends the record's line; empty at the end of a text that ends without a line end. */
  String lineEnd() {
    return new String(buffer, start + lineEnd, at - lineEnd);
  }
}
