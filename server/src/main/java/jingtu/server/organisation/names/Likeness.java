package jingtu.server.organisation.names;

/** How like two written names are, sign by sign. */
final class Likeness {

  /** Shorter names differ by one sign without having anything to do with each other. */
  private static final int LEAST_LENGTH = 3;

  private Likeness() {}

  /** Whether one sign was mistaken, left out or put in; never for names that are too short. */
  static boolean isOneSlip(String one, String other) {
    if (Math.min(one.length(), other.length()) < LEAST_LENGTH || one.equals(other)) {
      return false;
    }
    int begin = 0;
    int shorter = Math.min(one.length(), other.length());
    while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - begin - end <= 1;
  }

  /** Whether all signs of a text stand in another, in that order. */
  static boolean isContained(String text, String other) {
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      at = other.indexOf(text.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
