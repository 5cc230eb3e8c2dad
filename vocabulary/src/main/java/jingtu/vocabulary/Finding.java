package jingtu.vocabulary;

/**
 * A fault in what somebody handed in, told so that a person can put it right.
 *
 * @param place where it is, in the words of the source: {@code Metals!D17}, {@code 第12段}
 * @param problem what is wrong there, with the value as found
 * @param remedy what is allowed, or what to do
 */
public record Finding(String place, Message problem, Message remedy) {

  /** The whole finding as one line: place, problem, remedy. */
  public String say(Language language) {
    String opening = place.isEmpty() ? "" : place + ": ";
    return opening + Messages.say(problem, language) + " " + Messages.say(remedy, language);
  }
}
