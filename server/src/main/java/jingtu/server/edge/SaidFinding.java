package jingtu.server.edge;

import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;

/** A finding in the reader's language, as it stands in a JSON answer. */
public record SaidFinding(String place, String problem, String remedy) {

  /** The finding said in a language. */
  public static SaidFinding of(Finding finding, Language language) {
    return new SaidFinding(
        finding.place(),
        Messages.say(finding.problem(), language),
        Messages.say(finding.remedy(), language));
  }
}
