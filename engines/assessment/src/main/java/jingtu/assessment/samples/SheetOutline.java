package jingtu.assessment.samples;

import java.util.List;
import java.util.stream.Stream;
import jingtu.vocabulary.Message;

/**
 * What was made of one sheet, so that nothing is left out unsaid.
 *
 * @param sheet its name; empty in a .csv
 * @param status whether its rows are read
 * @param notUsed the words over the columns that play no part
 * @param assumed the analytes whose unit nobody stated and whose numbers fit that of the standard
 * @param noSamples the rows among the data that are no samples, such as means: cell and words
 */
public record SheetOutline(
    String sheet,
    Status status,
    List<String> notUsed,
    List<String> assumed,
    List<String> noSamples) {

  /** Whether a sheet is read. */
  public enum Status {
    READ,
    /** The file hides it. */
    HIDDEN,
    /** No row looks like the header of a table of results. */
    NO_TABLE
  }

  public SheetOutline {
    notUsed = List.copyOf(notUsed);
    assumed = List.copyOf(assumed);
    noSamples = List.copyOf(noSamples);
  }

  static SheetOutline notRead(String sheet, Status status) {
    return new SheetOutline(sheet, status, List.of(), List.of(), List.of());
  }

  /** The sheet in words; empty where there is nothing that one would not expect. */
  public List<Message> said() {
    return switch (status) {
      case HIDDEN -> List.of(Message.of("samples.sheet-hidden", sheet));
      case NO_TABLE -> List.of(Message.of("samples.sheet-without-table", sheet));
      case READ ->
          Stream.of(
                  said("samples.columns-not-used", notUsed),
                  said("samples.units-assumed", assumed),
                  said("samples.rows-no-samples", noSamples))
              .flatMap(List::stream)
              .toList();
    };
  }

  private List<Message> said(String key, List<String> words) {
    return words.isEmpty()
        ? List.of()
        : List.of(
            Message.of(
                key, sheet.isEmpty() ? "" : sheet + ": ", String.join(", ", words), words.size()));
  }
}
