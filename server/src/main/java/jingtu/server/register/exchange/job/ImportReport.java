package jingtu.server.register.exchange.job;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jingtu.server.register.exchange.intake.SourceRow.LeftOut;
import jingtu.vocabulary.Finding;

/**
 * What a check found or a run did, in numbers; each row that is a record is counted once.
 *
 * @param fresh rows without a fault that are new
 * @param faulty rows with a fault
 * @param met rows without a fault whose record is there and says something else
 * @param same rows whose record is there and says the same
 * @param leftOut rows that are no records, by the reason
 * @param kinds faults and doubts by their kind
 * @param created records that the run made
 * @param changed records that it changed
 * @param passed sound rows whose record was there and was left as it is
 * @param refusal why the file could not be read to its end, or nothing was stored
 */
public record ImportReport(
    int fresh,
    int faulty,
    int met,
    int same,
    Map<LeftOut, Integer> leftOut,
    Map<String, Kind> kinds,
    int created,
    int changed,
    int passed,
    Optional<Finding> refusal) {

  static final ImportReport NOTHING =
      new ImportReport(0, 0, 0, 0, Map.of(), Map.of(), 0, 0, 0, Optional.empty());

  /** How often something was found; whether rows with it are taken all the same. */
  public record Kind(int count, boolean doubt) {
    Kind and(Kind more) {
      return new Kind(count + more.count(), doubt && more.doubt());
    }
  }

  public ImportReport {
    leftOut = new TreeMap<>(leftOut);
    kinds = new TreeMap<>(kinds);
  }

  /** A report that says no more than why nothing came of it. */
  static ImportReport refused(Finding finding) {
    return NOTHING.failed(finding);
  }

  /** The same check with why its run stored nothing. */
  ImportReport failed(Finding finding) {
    return new ImportReport(
        fresh, faulty, met, same, leftOut, kinds, 0, 0, 0, Optional.of(finding));
  }

  /** The same check with what its run did. */
  ImportReport done(int made, int altered, int left) {
    return new ImportReport(
        fresh, faulty, met, same, leftOut, kinds, made, altered, left, Optional.empty());
  }

  /** Rows that are records. */
  public int rows() {
    return fresh + faulty + met + same;
  }
}
