package jingtu.server.duty.round.link;

import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.vocabulary.Message;

/** Who writes by a link: a name, and a telephone at which the office can ask. */
public record Teller(String name, String telephone) {

  private static final int LONGEST_NAME = 50;

  /** Digits, as one dials them: with spaces, hyphens, brackets, a plus before the country. */
  private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 ()\\-]{3,23}[0-9]");

  public Teller {
    name = name.strip();
    telephone = telephone.strip();
  }

  /** What is missing or wrong in it. */
  Optional<Message> fault() {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return Optional.of(Message.of("link.needs-name", LONGEST_NAME));
    }
    return TELEPHONE.matcher(telephone).matches()
        ? Optional.empty()
        : Optional.of(Message.of("link.needs-telephone"));
  }

  /** As it is kept beside what was told. */
  String told() {
    return name + " " + telephone;
  }
}
