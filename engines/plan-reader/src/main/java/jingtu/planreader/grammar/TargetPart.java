package jingtu.planreader.grammar;

import java.util.List;
import java.util.Optional;

/**
 * Words between commas in which targets may stand, and what the sentence has said before them.
 *
 * @param offset where the words begin in the sentence
 * @param dates the words of time of the whole sentence
 * @param before what the target before these words measures
 * @param deed what the part before is about, where it sets no target: 轮作休耕 in 实行轮作休耕，面积…
 * @param aspirational whether the words only strive for what they name: 力争, 努力
 */
record TargetPart(
    String words,
    int offset,
    List<DatePhrase> dates,
    Optional<Subject> before,
    Optional<String> deed,
    boolean aspirational) {

  /** The target that the words from one place up to another set for a subject. */
  TargetPhrase target(int from, int to, String indicator, Subject subject, Wanted wanted) {
    return target(from, to, offset + to, indicator, subject, wanted);
  }

  /** A target with words of time of its own, which end at {@code datedAt} in the sentence. */
  TargetPhrase target(
      int from, int to, int datedAt, String indicator, Subject subject, Wanted wanted) {
    return new TargetPhrase(
        offset + from,
        offset + to,
        datedAt,
        indicator,
        wanted.comparator(),
        wanted.value(),
        wanted.unit(),
        subject.baseline(),
        wanted.reference(),
        subject.scope(),
        wanted.implied(),
        aspirational);
  }
}
