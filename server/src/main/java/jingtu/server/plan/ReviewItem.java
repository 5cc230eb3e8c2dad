package jingtu.server.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that was found in a file and is to be looked at: written {@code task-0-12} for the
 * thirteenth task of the first plan.
 *
 * @param plan which plan of the file, from 0
 * @param index which of its kind in that plan, from 0
 */
public record ReviewItem(Kind kind, int plan, int index) {

  private static final Pattern FORM =
      Pattern.compile(
          "(%s)-(\\d{1,4})-(\\d{1,6})"
              .formatted(
                  Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining("|"))));

  public ReviewItem {
    if (plan < 0 || index < 0) {
      throw new IllegalArgumentException(plan + " and " + index + " count from 0");
    }
  }

  public enum Kind {
    DOUBT,
    TASK,
    GOAL,
    OBLIGATION;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads what {@link #toString} writes. */
  public static Optional<ReviewItem> of(String written) {
    Matcher parts = FORM.matcher(written);
    return parts.matches()
        ? Optional.of(
            new ReviewItem(
                Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return kind.word() + "-" + plan + "-" + index;
  }
}
