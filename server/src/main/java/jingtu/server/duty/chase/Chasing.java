package jingtu.server.duty.chase;

import java.time.LocalDate;
import java.util.List;

/**
 * Who owes reports in a round-up on a day.
 *
 * @param overdueDays how many days have passed since it was due; 0 up to that day
 * @param text the words in which to ask all of them
 */
public record Chasing(LocalDate today, int overdueDays, String text, List<Owing> owing) {

  public Chasing {
    owing = List.copyOf(owing);
  }
}
