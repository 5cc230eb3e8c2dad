package jingtu.server.duty.round.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jingtu.server.duty.round.Progress;
import jingtu.sheets.ColumnMatch.Field;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** The columns of a sheet, from left to right. */
enum RoundColumn {
  /** The stamp of the row; nobody needs to read it. */
  STAMP(3, false),
  NUMBER(5, false),
  HEADING(16, false),
  SENTENCE(34, false),
  DUE(11, false),
  BEFORE(22, false),
  STATE(11, true),
  PROGRESS(26, true),
  COMPLETION(14, true),
  PROBLEMS(16, true),
  NEXT_STEPS(16, true),
  REASON(14, true),
  PROOF(12, true);

  private final int width;
  private final boolean filledIn;

  RoundColumn(int width, boolean filledIn) {
    this.width = width;
    this.filledIn = filledIn;
  }

  /** In characters of the standard font. */
  int width() {
    return width;
  }

  /** Whether the organisation fills it in. */
  boolean filledIn() {
    return filledIn;
  }

  /** Those that the organisation fills in. */
  static List<RoundColumn> asked() {
    return Arrays.stream(values()).filter(RoundColumn::filledIn).toList();
  }

  /** What stands over it. */
  String heading(Language language) {
    return names(language).getFirst();
  }

  /** What a report says in it; the state is said elsewhere. */
  String text(Progress said) {
    return switch (this) {
      case PROGRESS -> said.progress();
      case COMPLETION -> said.completion();
      case PROBLEMS -> said.problems();
      case NEXT_STEPS -> said.nextSteps();
      case REASON -> said.reason();
      case PROOF -> said.proof();
      case STAMP, NUMBER, HEADING, SENTENCE, DUE, BEFORE, STATE -> "";
    };
  }

  private List<String> names(Language language) {
    String key = "round.column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    return List.of(Messages.say(Message.of(key), language).split("\\|"));
  }

  /** All columns by what offices write over them, in both languages. */
  static Fields fields() {
    return new Fields(
        Arrays.stream(values())
            .map(
                column ->
                    new Field(
                        column.name(),
                        Arrays.stream(Language.values())
                            .map(column::names)
                            .flatMap(List::stream)
                            .flatMap(Stream::of)
                            .distinct()
                            .toList()))
            .toList());
  }
}
