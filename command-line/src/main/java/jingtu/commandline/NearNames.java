package jingtu.commandline;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that are most like a mistyped one. */
final class NearNames {

  private static final int MOST = 3;

  private NearNames() {}

  /** Up to three of the names, the nearest first. */
  static List<String> of(String typed, List<String> names) {
    return names.stream()
        .sorted(Comparator.comparingInt(name -> distance(plain(typed), plain(name))))
        .limit(MOST)
        .toList();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  /** How many letters must be put in, taken out or changed to make one word of the other. */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[before.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
      }
      before = row;
    }
    return before[other.length()];
  }
}
