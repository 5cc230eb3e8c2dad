package jingtu.server.duty.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.duty.DueDay;
import jingtu.server.duty.DutyOrigin;
import jingtu.server.duty.DutyTime;
import jingtu.server.duty.Ended;
import jingtu.server.duty.HandedDown;
import jingtu.server.duty.Occurrence;
import jingtu.server.plan.resolution.NameRole;
import org.jspecify.annotations.Nullable;

/**
 * One duty as a list and its drawer show it.
 *
 * @param planId absent for what stands in none
 * @param planTitle absent where the plan was taken back, or the account does not see it
 * @param number of the task, or of the obligation among those of the plan, from 1
 * @param start where the sentence begins in the plan's text
 * @param documentId of the notice, the meeting or the inspection that asks for it
 * @param register in which it is due for a record, with the record's id
 * @param regionName of the organisation; absent where it stands in none
 * @param kept whether whoever asks may wake it and say who reports
 * @param handed what makes it a part of another duty; absent for what the plan itself asks
 * @param mayStart whether whoever asks may record an event that starts its clock
 * @param nextDue the first day from today on; absent where all are over or none is known
 */
record ListedDutyView(
    UUID id,
    @Nullable UUID planId,
    @Nullable String planTitle,
    DutyOrigin.Kind place,
    int number,
    int start,
    int end,
    @Nullable UUID documentId,
    @Nullable String register,
    @Nullable UUID recordId,
    String chapter,
    String heading,
    String sentence,
    NameRole role,
    String printedName,
    @Nullable UUID organisationId,
    String organisationName,
    @Nullable String regionName,
    boolean awake,
    boolean reports,
    boolean kept,
    String standard,
    List<DutyTimeView> times,
    @Nullable DueDayView nextDue,
    List<DueDayView> due,
    @Nullable Ended ended,
    @Nullable HandedDownView handed,
    boolean mayHand,
    boolean mayWithdraw,
    boolean mayAnswer,
    boolean mayStart,
    int version,
    String changedBy,
    Instant changedAt) {

  /**
   * What was handed down, by whom, and what they say to it; texts may be empty.
   *
   * @param occurrence absent where no event started it
   */
  record HandedDownView(
      UUID parent,
      String by,
      String content,
      String person,
      @Nullable LocalDate due,
      HandedDown.Acceptance acceptance,
      @Nullable OccurrenceView occurrence) {

    static HandedDownView of(HandedDown part) {
      return new HandedDownView(
          part.parent().value(),
          part.byName(),
          part.content(),
          part.person(),
          part.due().orElse(null),
          part.acceptance(),
          part.occurrence().map(OccurrenceView::of).orElse(null));
    }
  }

  /** What happened, or is planned, from which its time is counted. */
  record OccurrenceView(String event, String happening, LocalDate day) {

    static OccurrenceView of(Occurrence occurrence) {
      return new OccurrenceView(occurrence.event(), occurrence.happening(), occurrence.day());
    }
  }

  /**
   * When it is to be done.
   *
   * @param notation of a date, an open start or a recurrence; absent for an event
   * @param words as printed; may be empty
   */
  record DutyTimeView(@Nullable String notation, String words, boolean assumed) {

    static DutyTimeView of(DutyTime time) {
      return switch (time) {
        case DutyTime.Dated(String notation, String words, boolean assumed) ->
            new DutyTimeView(notation, words, assumed);
        case DutyTime.OnEvent(String words) -> new DutyTimeView(null, words, false);
      };
    }
  }

  /** A day on which it is due; assumed where a part of the day is not printed. */
  record DueDayView(LocalDate day, boolean assumed) {

    static DueDayView of(DueDay due) {
      return new DueDayView(due.day(), due.assumed());
    }
  }
}
