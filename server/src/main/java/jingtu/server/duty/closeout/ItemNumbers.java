package jingtu.server.duty.closeout;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a list's items: as the list writes them, each once. */
public final class ItemNumbers {

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern PLAIN = Pattern.compile("\\d{1,9}");
  private static final int WIDTH = 10;

  private final Set<String> taken = new HashSet<>();
  private int highest;

  /** Of the items that there are. */
  public ItemNumbers(Collection<String> numbers) {
    numbers.forEach(this::take);
  }

  /** Takes a number, if no item has it. */
  public boolean take(String number) {
    if (PLAIN.matcher(number).matches()) {
      highest = Math.max(highest, Integer.parseInt(number));
    }
    return taken.add(key(number));
  }

  /** Takes the number after the highest plain one. */
  public String next() {
    String number = String.valueOf(highest + 1);
    take(number);
    return number;
  }

  /** {@code 007} is another way to write 7, {@code a-1} to write A-1. */
  private static String key(String number) {
    return sortKey(number);
  }

  /** Puts numbers in order: 2 before 10, A-2 before A-10. */
  static String sortKey(String number) {
    Matcher digits = DIGITS.matcher(number.toLowerCase(Locale.ROOT));
    return digits.replaceAll(found -> padded(found.group()));
  }

  private static String padded(String digits) {
    String plain = digits.replaceFirst("^0+(?=.)", "");
    return "0".repeat(Math.max(0, WIDTH - plain.length())) + plain;
  }
}
