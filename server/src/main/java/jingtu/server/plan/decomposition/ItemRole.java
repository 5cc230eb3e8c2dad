package jingtu.server.plan.decomposition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** In what way an organisation has to do with a work item. */
public enum ItemRole {
  LEAD("decomposition.role.lead"),
  RESPONSIBLE("decomposition.role.responsible"),
  PARTICIPANT("decomposition.role.participant"),
  IMPLEMENTER("decomposition.role.implementer"),
  /** Stands in no clause; a sentence calls on it. */
  ACTOR("decomposition.role.actor");

  private final String key;

  ItemRole(String key) {
    this.key = key;
  }

  /** The word for it in a sheet. */
  public String word(Language language) {
    return names(language).getFirst();
  }

  /**
   * The role that a word means, in any language, or that has this name; empty for a word that means
   * none.
   */
  public static Optional<ItemRole> of(String word) {
    String asked = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(role -> role.isCalled(asked)).findFirst();
  }

  private boolean isCalled(String asked) {
    return Stream.concat(
            Stream.of(name()),
            Stream.of(Language.values()).flatMap(language -> names(language).stream()))
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(asked));
  }

  /** The word that is written, then those that are understood as well. */
  private List<String> names(Language language) {
    return List.of(Messages.say(Message.of(key), language).split("\\|"));
  }
}
