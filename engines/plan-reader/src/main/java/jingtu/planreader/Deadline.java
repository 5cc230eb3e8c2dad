package jingtu.planreader;

/**
 * A date, an open start or a recurrence, in the notation of ISO 8601: {@code 2020-12-31}, {@code
 * 2017-01-01/..}, {@code R/P1Y}, {@code R/P1Y;--01-31} (every year by 31 January).
 *
 * @param notation the value in that notation
 * @param span the words that it was read from
 * @param assumed whether part of it was not printed but inferred, such as a year from the title
 */
public record Deadline(String notation, Span span, boolean assumed) {}
