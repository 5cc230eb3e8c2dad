package jingtu.assessment.samples;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.assessment.samples.Heading.Blank;
import jingtu.assessment.samples.Heading.Content;
import jingtu.assessment.samples.Heading.LimitOf;
import jingtu.assessment.samples.Heading.Meaning;
import jingtu.assessment.samples.Heading.Role;
import jingtu.assessment.samples.Heading.UnitAlone;
import jingtu.assessment.samples.Heading.Unknown;
import jingtu.assessment.samples.Heading.WrongCas;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Cas;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Units;

/**
 * Understands the words over a column: a role, or an analyte by any of its names, with or without a
 * unit behind it ({@code Cd(mg/kg)}, {@code Cd_mg_kg}, {@code Cd mg/kg}) and words such as
 * “content” or “detection limit”. A name that says more than is known, such as an available
 * fraction, is not taken for the analyte.
 */
final class Headings {

  private static final Pattern BRACKET = Pattern.compile("(.*?)[(\\[【]([^()\\[\\]【】]*)[)\\]】]");
  private static final Pattern CAS_FORM = Pattern.compile("\\d{2,7}-\\d{2}-\\d");
  private static final Pattern JOINT = Pattern.compile("^[\\s_,/:;(\\[-]+|[\\s_,:;()\\[\\]]+$");
  private static final Pattern LIKE_UNIT = Pattern.compile("[A-Za-zµμ%]+[/·.][A-Za-z].*");

  private final WordList<ColumnRole> roles = WordList.load(ColumnRole.class, "column-words.csv");
  private final Analytes analytes;
  private final Units units;

  Headings(Analytes analytes, Units units) {
    this.analytes = analytes;
    this.units = units;
  }

  Heading read(String text) {
    String words = WordList.halfWidth(text);
    if (words.isEmpty()) {
      return new Heading(text, new Blank());
    }
    return named(words)
        .map(meaning -> new Heading(text, meaning))
        .or(() -> withUnit(text, words))
        .or(() -> withBracket(text, words))
        .orElseGet(() -> new Heading(text, new Unknown()));
  }

  /** A smaller rank is the better of two words for a role. */
  int rank(ColumnRole role, Heading heading) {
    int whole = roles.rank(role, heading.written());
    return whole < 0 ? Integer.MAX_VALUE : whole;
  }

  /** The unit in a cell that holds nothing else. */
  Optional<Unit> unit(String written) {
    return units.find(WordList.halfWidth(written));
  }

  /** The unit behind the word for it, as titles state it for a whole sheet. */
  Optional<Unit> unitOfTitle(String title) {
    String words = WordList.halfWidth(title);
    for (int colon = words.indexOf(':'); colon > 0; colon = words.indexOf(':', colon + 1)) {
      String before = WordList.plain(words.substring(0, colon));
      String after = unjoined(words.substring(colon + 1));
      if (roles.ending(ColumnRole.UNIT, before).isPresent() && units.find(after).isPresent()) {
        return units.find(after);
      }
    }
    return Optional.empty();
  }

  private Optional<Meaning> named(String words) {
    Optional<ColumnRole> role = roles.find(words);
    if (role.isPresent()) {
      return role.map(Role::new);
    }
    Optional<Analyte> analyte = analytes.find(words);
    if (analyte.isPresent()) {
      return analyte.map(Content::new);
    }
    if (CAS_FORM.matcher(words).matches() && !Cas.isValid(words)) {
      return Optional.of(new WrongCas());
    }
    if (units.find(words).isPresent()) {
      return Optional.of(new UnitAlone());
    }
    return limitOf(words).or(() -> contentOf(words));
  }

  private Optional<Meaning> limitOf(String words) {
    return before(words, ColumnRole.DETECTION_LIMIT)
        .<Meaning>map(analyte -> new LimitOf(analyte, false))
        .or(
            () ->
                before(words, ColumnRole.QUANTIFICATION_LIMIT)
                    .map(analyte -> new LimitOf(analyte, true)));
  }

  private Optional<Meaning> contentOf(String words) {
    return before(words, ColumnRole.RESULT).map(Content::new);
  }

  /** The analyte before a word of a role: "Cd" of "Cd content". */
  private Optional<Analyte> before(String words, ColumnRole role) {
    String plain = WordList.plain(words);
    return roles
        .ending(role, plain)
        .map(ending -> unjoined(plain.substring(0, plain.length() - ending.length())))
        .filter(name -> !name.isEmpty())
        .flatMap(analytes::find);
  }

  /** A name followed by a unit, with whatever joins them. The longest name wins. */
  private Optional<Heading> withUnit(String text, String words) {
    for (int end = words.length() - 1; end > 0; end--) {
      Optional<Unit> unit = unitWritten(unjoined(words.substring(end)));
      Optional<Meaning> meaning =
          unit.isPresent() ? name(unjoined(words.substring(0, end))) : Optional.empty();
      if (meaning.isPresent()) {
        return Optional.of(new Heading(text, meaning.get(), unit, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** A unit whose slash may be written as an underscore, as in names of fields. */
  private Optional<Unit> unitWritten(String words) {
    return words.isEmpty()
        ? Optional.empty()
        : units.find(words).or(() -> units.find(words.replace('_', '/')));
  }

  /** A name, or two names of one analyte, one of them in brackets. */
  private Optional<Meaning> name(String words) {
    Optional<Meaning> whole = named(words).filter(meaning -> !(meaning instanceof UnitAlone));
    if (whole.isPresent()) {
      return whole;
    }
    Matcher bracket = BRACKET.matcher(closed(words));
    if (!bracket.matches()) {
      return Optional.empty();
    }
    Optional<Meaning> outside = named(bracket.group(1));
    return outside.filter(meaning -> named(bracket.group(2)).filter(meaning::equals).isPresent());
  }

  /** With the bracket closed that the joint to a unit took away. */
  private static String closed(String words) {
    boolean open = words.lastIndexOf('(') > words.lastIndexOf(')');
    return open ? words + ")" : words;
  }

  private Optional<Heading> withBracket(String text, String words) {
    Optional<Meaning> twice = name(words);
    if (twice.isPresent()) {
      return Optional.of(new Heading(text, twice.get()));
    }
    Matcher bracket = BRACKET.matcher(words);
    if (!bracket.matches()) {
      return Optional.empty();
    }
    Meaning outside = named(unjoined(bracket.group(1))).orElseGet(Unknown::new);
    String inside = bracket.group(2);
    Optional<Unit> unit = unitWritten(inside);
    if (unit.isPresent()) {
      return Optional.of(new Heading(text, outside, unit, Optional.empty()));
    }
    if (outside instanceof Role) {
      return Optional.of(new Heading(text, outside));
    }
    return LIKE_UNIT.matcher(inside).matches()
        ? Optional.of(new Heading(text, outside).withUnknownUnit(inside))
        : Optional.empty();
  }

  private static String unjoined(String words) {
    return JOINT.matcher(words).replaceAll("");
  }
}
