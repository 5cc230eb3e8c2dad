package jingtu.server.duty.reminder;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;

import java.util.Optional;
import jingtu.server.JingtuServer;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Scope;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server in a process of its own that sends a mail until somebody kills it, because no answer
 * comes; or that looks what it finds, after it had time to send whatever it would.
 */
final class SendUntilKilled {

  static final String FOUND = "FOUND ";

  private static final Scope COORDINATOR = coordinator(COUNTY);

  private SendUntilKilled() {}

  /** The first argument is {@code send} or {@code look}, the others are settings. */
  public static void main(String[] args) {
    ConfigurableApplicationContext server =
        new SpringApplicationBuilder(JingtuServer.class).run(args);
    SendReminders sender = server.getBean(SendReminders.class);
    if (args[0].equals("send")) {
      PretendOffice.open(server.getBean(Regions.class));
      server.getBean(RemindNow.class).tryMail(COORDINATOR, COUNTY, "zhao@county.example");
      sender.keep();
    } else {
      sender.keep();
      sender.keep();
      Reminders reminders = server.getBean(Reminders.class);
      Reminders.Filter all =
          new Reminders.Filter(Optional.empty(), Optional.empty(), Optional.empty());
      for (Reminder one : reminders.list(COORDINATOR, all)) {
        System.out.println(FOUND + one.status() + " " + one.trouble() + " " + one.isOpenQuestion());
      }
      server.close();
      System.exit(0);
    }
  }
}
