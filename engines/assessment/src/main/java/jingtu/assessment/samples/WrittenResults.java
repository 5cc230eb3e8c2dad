package jingtu.assessment.samples;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.assessment.samples.Written.Amount;
import jingtu.assessment.samples.Written.Below;
import jingtu.assessment.samples.Written.NotDetected;
import jingtu.assessment.samples.Written.NotMeasured;
import jingtu.assessment.samples.Written.Unreadable;
import jingtu.sheets.Cell;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Unit;

/**
 * Reads results as laboratories write them: {@code 0.31}, {@code 1.2E-3}, {@code <0.01}, {@code
 * ND}, {@code ND(0.01)}, {@code 0.01L} (HJ/T 166 marks a detection limit so), {@code 0.3mg/kg}. The
 * words are in {@code written-results.csv}.
 *
 * <p>A comma, a range and a stated uncertainty are never resolved: which number was meant is for
 * whoever wrote it to say.
 */
final class WrittenResults {

  /** What a word in a cell says. */
  enum Word {
    NOT_MEASURED,
    NOT_DETECTED,
    NOT_QUANTIFIED,
    BELOW,
    ABOVE,
    LIMIT_SUFFIX,
    RANGE,
    UNCERTAINTY
  }

  /** Beyond this no content is written, and a computer would run out of digits. */
  private static final int HIGHEST_EXPONENT = 30;

  private static final int LONGEST = 64;

  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?:[eE]([+-]?\\d{1,4})|[×xX*]10\\^?([+-]?\\d{1,4}))?");

  private static final Pattern COMMA = Pattern.compile(".*\\d,\\d.*");

  private final WordList<Word> words = WordList.load(Word.class, "written-results.csv");
  private final Function<String, Optional<Unit>> units;

  /**
   * @param units finds the unit that a person wrote
   */
  WrittenResults(Function<String, Optional<Unit>> units) {
    this.units = units;
  }

  Written read(Cell cell) {
    return switch (cell.kind()) {
      case EMPTY -> new NotMeasured();
      case NUMBER, TEXT -> read(cell.text());
      case ERROR -> unreadable("samples.formula-failed", "samples.mend-formula", cell.text());
      case DATE, FLAG -> unreadable("samples.no-number", "samples.write-number", cell.text());
    };
  }

  Written read(String text) {
    if (isPlain(text)) {
      return measured(new BigDecimal(text), Optional.empty(), text);
    }
    String half = WordList.halfWidth(text);
    if (half.length() > LONGEST) {
      return unreadable("samples.no-number", "samples.write-number", half.substring(0, LONGEST));
    }
    if (half.isEmpty()) {
      return new NotMeasured();
    }
    return words.find(half).map(word -> wordAlone(word, text)).orElseGet(() -> mixed(half, text));
  }

  /** Digits with one point at most: nearly every cell. */
  private static boolean isPlain(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      points += c == '.' ? 1 : 0;
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return points <= 1 && text.length() > points && text.length() <= LONGEST;
  }

  private static Written wordAlone(Word word, String text) {
    return switch (word) {
      case NOT_MEASURED -> new NotMeasured();
      case NOT_DETECTED -> new NotDetected(false, text);
      case NOT_QUANTIFIED -> new NotDetected(true, text);
      case BELOW, ABOVE, RANGE, UNCERTAINTY ->
          unreadable("samples.sign-alone", "samples.write-limit", text);
      case LIMIT_SUFFIX -> unreadable("samples.no-number", "samples.write-number", text);
    };
  }

  private Written mixed(String half, String text) {
    if (COMMA.matcher(half).matches()) {
      return unreadable("samples.comma", "samples.write-point", text);
    }
    Matcher number = NUMBER.matcher(half);
    if (!number.find()) {
      return unreadable("samples.no-number", "samples.write-number", text);
    }
    Optional<BigDecimal> value = valueOf(number);
    if (value.isEmpty()) {
      return unreadable("samples.no-number", "samples.write-number", text);
    }
    String before = trimmed(half.substring(0, number.start()));
    String after = trimmed(half.substring(number.end()));
    return before.isEmpty()
        ? numberFirst(value.get(), after, text)
        : wordFirst(before, value.get(), after, text);
  }

  /** Without the brackets and colons that join a word and its number. */
  private static String trimmed(String part) {
    return part.strip().replaceAll("^[()\\[\\]:;]+|[()\\[\\]:;]+$", "").strip();
  }

  private static Optional<BigDecimal> valueOf(Matcher number) {
    String exponent = number.group(2) != null ? number.group(2) : number.group(3);
    BigDecimal digits = new BigDecimal(number.group(1));
    int power = exponent == null ? 0 : Integer.parseInt(exponent);
    return Math.abs(power) > HIGHEST_EXPONENT
        ? Optional.empty()
        : Optional.of(digits.scaleByPowerOfTen(power));
  }

  private Written numberFirst(BigDecimal value, String after, String text) {
    if (after.isEmpty()) {
      return measured(value, Optional.empty(), text);
    }
    Optional<Word> suffix = words.find(after);
    if (suffix.isPresent() && value.signum() >= 0) {
      switch (suffix.get()) {
        case LIMIT_SUFFIX, NOT_DETECTED -> {
          return new Below(value, Optional.empty(), false, after);
        }
        case NOT_QUANTIFIED -> {
          return new Below(value, Optional.empty(), true, after);
        }
        case NOT_MEASURED, BELOW, ABOVE, RANGE, UNCERTAINTY -> {}
      }
    }
    Optional<Unit> unit = units.apply(after);
    if (unit.isPresent()) {
      return measured(value, unit, text);
    }
    return notOneNumber(after, text);
  }

  private Written notOneNumber(String after, String text) {
    boolean another = NUMBER.matcher(after).find();
    if (another && words.opening(Word.UNCERTAINTY, WordList.plain(after)).isPresent()) {
      return unreadable("samples.uncertainty", "samples.write-one", text);
    }
    if (another && opensRange(WordList.plain(after))) {
      return unreadable("samples.range", "samples.write-one", text);
    }
    return unreadable("samples.no-number", "samples.write-number", text);
  }

  /** Dashes that alone mean "not measured" join two numbers to a range. */
  private boolean opensRange(String after) {
    return words.opening(Word.RANGE, after).isPresent()
        || words.opening(Word.NOT_MEASURED, after).isPresent();
  }

  private Written wordFirst(String before, BigDecimal value, String after, String text) {
    boolean marked = words.find(after).filter(Word.LIMIT_SUFFIX::equals).isPresent();
    boolean bare = after.isEmpty() || marked;
    Optional<Unit> unit = bare ? Optional.empty() : units.apply(after);
    Optional<Word> word = words.find(before).or(() -> words.find(withoutSign(before)));
    if (word.isEmpty() || (unit.isEmpty() && !bare) || value.signum() < 0) {
      return unreadable("samples.no-number", "samples.write-number", text);
    }
    return switch (word.get()) {
      case BELOW, NOT_DETECTED -> new Below(value, unit, false, before);
      case NOT_QUANTIFIED -> new Below(value, unit, true, before);
      case ABOVE -> unreadable("samples.above-range", "samples.write-one", text);
      case NOT_MEASURED, LIMIT_SUFFIX, RANGE, UNCERTAINTY ->
          unreadable("samples.no-number", "samples.write-number", text);
    };
  }

  /** {@code ND} of {@code ND(<}. */
  private String withoutSign(String before) {
    String plain = WordList.plain(before);
    return words
        .ending(Word.BELOW, plain)
        .map(sign -> trimmed(plain.substring(0, plain.length() - sign.length())))
        .orElse(plain);
  }

  private static Written measured(BigDecimal value, Optional<Unit> unit, String text) {
    return value.signum() < 0
        ? unreadable("samples.negative", "samples.write-limit", text)
        : new Amount(value, unit);
  }

  private static Unreadable unreadable(String problem, String remedy, String text) {
    return new Unreadable(Message.of(problem, text), Message.of(remedy));
  }
}
