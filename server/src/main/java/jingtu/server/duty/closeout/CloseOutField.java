package jingtu.server.duty.closeout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jingtu.sheets.ColumnMatch.Field;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** What is said of an item, in a form or in a column of a table. */
public enum CloseOutField {
  NUMBER(40),
  /** What is wrong, or is to be done. */
  TASK(2000),
  PLACE(300),
  /** Who answers for it; an organisation of the directory. */
  ORGANISATION(100),
  PERSON(50),
  TELEPHONE(50),
  /** The day by which it is to be done. */
  DUE(20),
  /** How it is to be done. */
  MEASURES(2000);

  private final int longest;

  CloseOutField(int longest) {
    this.longest = longest;
  }

  /** The most characters. */
  public int longest() {
    return longest;
  }

  /** How requests name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the program writes over its column. */
  public String heading(Language language) {
    return names(language).getFirst();
  }

  /** All that people may write over its column, in any language. */
  public Field column() {
    Stream<String> written =
        Arrays.stream(Language.values()).flatMap(language -> names(language).stream());
    return new Field(name(), Stream.concat(written, Stream.of(key())).distinct().toList());
  }

  private List<String> names(Language language) {
    return List.of(
        Messages.say(new Message("closeout.field." + key(), List.of()), language).split("\\|"));
  }
}
