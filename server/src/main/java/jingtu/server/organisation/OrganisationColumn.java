package jingtu.server.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jingtu.sheets.ColumnMatch.Field;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** What a sheet of organisations says in its columns. */
public enum OrganisationColumn {
  NAME("organisation.column.name"),
  /** The region's code; where it is empty, the region of whoever imports. */
  REGION("organisation.column.region"),
  AREA("organisation.column.area"),
  ALIASES("organisation.column.aliases"),
  /** The supervising organisation's name or alias. */
  SUPERVISOR("organisation.column.supervisor"),
  FUNCTIONS("organisation.column.functions"),
  ENDED("organisation.column.ended"),
  /** Names of liaison persons; their posts and telephones stand in the same order. */
  LIAISON("organisation.column.liaison"),
  POST("organisation.column.post"),
  TELEPHONE("organisation.column.telephone");

  private final String key;

  OrganisationColumn(String key) {
    this.key = key;
  }

  /** What stands over the column where the program writes it. */
  String heading(Language language) {
    return names(language).getFirst();
  }

  /** All that people may write over it, in any language. */
  Field field() {
    Stream<String> written =
        Arrays.stream(Language.values()).flatMap(language -> names(language).stream());
    return new Field(
        name(),
        Stream.concat(written, Stream.of(name().toLowerCase(Locale.ROOT))).distinct().toList());
  }

  private List<String> names(Language language) {
    return List.of(Messages.say(Message.of(key), language).split("\\|"));
  }
}
