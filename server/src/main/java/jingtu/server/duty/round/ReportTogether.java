package jingtu.server.duty.round;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Does one thing with many lines: with all of them, or with none. */
@Service
public class ReportTogether {

  /** A line in the version that somebody saw. */
  public record SeenLine(LineId id, int version) {}

  /** What is done with each. */
  @FunctionalInterface
  public interface Act {
    ReportOutcome on(LineId id, int version);
  }

  /**
   * Acts on the lines in their order, up to the first that fails.
   *
   * @return what became of each; where the last is not done, nothing was
   */
  @Transactional
  public List<ReportOutcome> all(List<SeenLine> lines, Act act) {
    List<ReportOutcome> outcomes = new ArrayList<>();
    for (SeenLine line : lines) {
      ReportOutcome outcome = act.on(line.id(), line.version());
      outcomes.add(outcome);
      if (!(outcome instanceof ReportOutcome.Done)) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcomes;
      }
    }
    return outcomes;
  }
}
