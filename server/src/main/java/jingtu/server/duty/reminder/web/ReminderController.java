package jingtu.server.duty.reminder.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.reminder.Addressee;
import jingtu.server.duty.reminder.Reason;
import jingtu.server.duty.reminder.Reminder;
import jingtu.server.duty.reminder.ReminderId;
import jingtu.server.duty.reminder.ReminderStatus;
import jingtu.server.duty.reminder.Reminders;
import jingtu.server.duty.reminder.Trouble;
import jingtu.server.duty.reminder.Way;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was sent, is to be sent, or may have been. */
@RestController
@RequestMapping("/api/reminders")
class ReminderController {

  private final Reminders reminders;

  ReminderController(Reminders reminders) {
    this.reminders = reminders;
  }

  /**
   * One message.
   *
   * @param organisation absent for the group of the region, and for a test
   * @param target the address of a mail; of a robot what may be shown
   * @param explanation why it is as it is, in words; may be empty
   * @param urgent whether it goes out in quiet hours too
   * @param repeats the message that it says again
   * @param settledBy who said what became of it, or had it said again
   * @param question whether a person has to say what became of it
   */
  record ReminderView(
      UUID id,
      @Nullable UUID organisation,
      String name,
      Way way,
      String target,
      List<Reason> reasons,
      String subject,
      String text,
      ReminderStatus status,
      String explanation,
      boolean urgent,
      Instant notBefore,
      int attempts,
      String by,
      Instant created,
      @Nullable Instant started,
      @Nullable Instant ended,
      @Nullable UUID repeats,
      @Nullable String settledBy,
      boolean question) {

    static ReminderView of(Reminder one, Language language) {
      return new ReminderView(
          one.id().value(),
          one.organisation().orElse(null),
          one.name(),
          one.way(),
          one.target(),
          one.reasons().stream().sorted().toList(),
          one.subject(),
          one.body(),
          one.status(),
          explanation(one, language),
          one.urgent(),
          one.notBefore(),
          one.attempts(),
          one.by(),
          one.created(),
          one.started().orElse(null),
          one.ended().orElse(null),
          one.repeats().map(ReminderId::value).orElse(null),
          one.settledBy().orElse(null),
          one.isOpenQuestion());
    }

    private static String explanation(Reminder one, Language language) {
      return one.trouble() == Trouble.NONE
          ? ""
          : Messages.say(one.trouble().inWords(one.said()), language);
    }
  }

  record AddresseeView(UUID id, String name) {

    static AddresseeView of(Addressee one) {
      return new AddresseeView(one.id(), one.name());
    }
  }

  /**
   * A page of messages.
   *
   * @param unconfirmed all of which a person has to say what became of them
   * @param messages those that were asked for, the latest first
   * @param organisations all that were ever written to
   * @param next the last of the page, where more follow
   */
  record RemindersView(
      List<ReminderView> unconfirmed,
      List<ReminderView> messages,
      List<AddresseeView> organisations,
      @Nullable UUID next) {}

  /** The messages of a status and an organisation, or all; {@code before} is a page's next. */
  @GetMapping
  @AllowedTo(Role.COORDINATOR)
  RemindersView list(
      Scope scope,
      @RequestParam Optional<ReminderStatus> status,
      @RequestParam Optional<UUID> organisation,
      @RequestParam Optional<UUID> before,
      HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    List<Reminder> found =
        reminders.list(
            scope, new Reminders.Filter(status, organisation, before.map(ReminderId::new)));
    boolean more = found.size() > Reminders.PAGE;
    List<Reminder> page = more ? found.subList(0, Reminders.PAGE) : found;
    return new RemindersView(
        views(reminders.unconfirmed(scope), language),
        views(page, language),
        reminders.addressees(scope).stream().map(AddresseeView::of).toList(),
        more ? page.getLast().id().value() : null);
  }

  /** Says of an unconfirmed message that it arrived. */
  @PostMapping("/{id}/arrival")
  @AllowedTo(Role.COORDINATOR)
  ReminderView arrived(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return ReminderView.of(
        reminders.arrived(scope, new ReminderId(id)), RequestLanguage.of(request));
  }

  /** Says an unconfirmed or failed message again; returns the new one. */
  @PostMapping("/{id}/repetition")
  @AllowedTo(Role.COORDINATOR)
  ReminderView sendAgain(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return ReminderView.of(
        reminders.sendAgain(scope, new ReminderId(id)), RequestLanguage.of(request));
  }

  /** Takes back a message that waits. */
  @PostMapping("/{id}/cancellation")
  @AllowedTo(Role.COORDINATOR)
  ReminderView cancel(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return ReminderView.of(
        reminders.cancel(scope, new ReminderId(id)), RequestLanguage.of(request));
  }

  private static List<ReminderView> views(List<Reminder> found, Language language) {
    return found.stream().map(one -> ReminderView.of(one, language)).toList();
  }
}
