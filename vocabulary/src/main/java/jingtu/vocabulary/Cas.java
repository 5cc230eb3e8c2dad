package jingtu.vocabulary;

import java.util.regex.Pattern;

/**
 * A registry number of the Chemical Abstracts Service, such as {@code 7440-43-9}. Its last digit
 * checks the others: the sum of each digit times its place, counted from the right, modulo ten.
 */
public record Cas(String number) {

  private static final Pattern FORM = Pattern.compile("[1-9]\\d{1,6}-\\d{2}-\\d");

  public Cas {
    if (!isValid(number)) {
      throw new IllegalArgumentException("no CAS registry number: '" + number + "'");
    }
  }

  /** Whether the words have the form of a registry number and their last digit is right. */
  public static boolean isValid(String written) {
    if (!FORM.matcher(written).matches()) {
      return false;
    }
    String digits = written.replace("-", "");
    int last = digits.length() - 1;
    int sum = 0;
    for (int i = 0; i < last; i++) {
      sum += (last - i) * Character.digit(digits.charAt(i), 10);
    }
    return sum % 10 == Character.digit(digits.charAt(last), 10);
  }

  @Override
  public String toString() {
    return number;
  }
}
