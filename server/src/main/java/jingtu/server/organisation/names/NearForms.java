package jingtu.server.organisation.names;

import java.util.List;
import java.util.stream.Stream;

/** What an office does, and what another does that may be meant by it. */
final class NearForms {

  /**
   * A pair of them.
   *
   * @param reform the year of the reform that made one into the other; empty for mere usage
   */
  record Near(String printed, String meant, String reform) {}

  private static final List<Near> ALL =
      NameData.rows("near-forms.csv").stream()
          .map(line -> line.split(",", -1))
          .map(cells -> new Near(cells[0], cells[1], cells[2]))
          .toList();

  private NearForms() {}

  /** Those that a printed short form, whole or without its kind, may stand for. */
  static Stream<Near> of(Office printed) {
    return ALL.stream()
        .filter(
            near ->
                near.printed().equals(printed.concern()) || near.printed().equals(printed.text()));
  }
}
