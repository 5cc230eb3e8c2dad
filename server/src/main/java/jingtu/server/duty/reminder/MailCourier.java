package jingtu.server.duty.reminder;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the server that {@code spring.mail.*} names, and tells what is certain from what
 * is not: before the connection stands nothing has left, and a number from 400 is a refusal;
 * whatever else goes wrong, the mail may have been taken.
 */
@Component
public class MailCourier {

  private static final Logger LOG = LoggerFactory.getLogger(MailCourier.class);

  private static final String FROM = "mail.from";
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_LASTING_REFUSAL = 500;

  /** Answers of several lines are kept as one. */
  private static final Pattern BREAKS = Pattern.compile("\\s+");

  private final Optional<JavaMailSenderImpl> server;

  MailCourier(ObjectProvider<JavaMailSenderImpl> server) {
    this.server = Optional.ofNullable(server.getIfAvailable());
  }

  /** What the settings of the server lack. */
  public enum Lack {
    NOTHING,
    HOST,
    FROM
  }

  public Lack lack() {
    if (server.isEmpty()) {
      return Lack.HOST;
    }
    return sender().isPresent() ? Lack.NOTHING : Lack.FROM;
  }

  /** In whose name mails go out; absent where none can. */
  public Optional<String> sender() {
    return server.flatMap(
        there ->
            Optional.ofNullable(there.getJavaMailProperties().getProperty(FROM))
                .or(() -> Optional.ofNullable(there.getUsername()))
                .filter(MailCourier::isAddress));
  }

  /** Whether something can be the address of a mailbox. */
  public static boolean isAddress(String text) {
    try {
      InternetAddress[] parsed = InternetAddress.parse(text, true);
      boolean plain = parsed.length == 1 && text.strip().equals(parsed[0].getAddress());
      int at = text.lastIndexOf('@');
      return plain && at > 0 && at < text.strip().length() - 1;
    } catch (AddressException noAddress) {
      return false;
    }
  }

  Delivery deliver(Reminder reminder) {
    Optional<String> from = sender();
    if (server.isEmpty() || from.isEmpty()) {
      return new Delivery.NotTaken(Trouble.NOT_CONFIGURED, "", false);
    }
    try {
      return deliver(server.get(), message(server.get(), from.get(), reminder));
    } catch (MessagingException unwritable) {
      return new Delivery.NotTaken(Trouble.REFUSED, oneLine(unwritable), false);
    }
  }

  private static Delivery deliver(JavaMailSenderImpl server, MimeMessage message)
      throws MessagingException {
    Transport transport =
        server.getSession().getTransport(Optional.ofNullable(server.getProtocol()).orElse("smtp"));
    try {
      transport.connect(
          server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
    } catch (MessagingException notConnected) {
      return new Delivery.NotTaken(Trouble.NOT_REACHED, oneLine(notConnected), true);
    }
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return new Delivery.Taken();
    } catch (MessagingException failed) {
      return judge(failed);
    } finally {
      close(transport);
    }
  }

  private static MimeMessage message(JavaMailSenderImpl server, String from, Reminder reminder)
      throws MessagingException {
    MimeMessage message = server.createMimeMessage();
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(reminder.target()));
    message.setSubject(reminder.subject(), StandardCharsets.UTF_8.name());
    message.setText(reminder.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(reminder.created()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Jingtu-Reminder", reminder.id().value().toString());
    message.saveChanges();
    return message;
  }

  private static Delivery judge(MessagingException failed) {
    for (Exception at = failed; at != null; at = next(at)) {
      OptionalInt code = code(at);
      if (code.isPresent() && code.getAsInt() >= FIRST_REFUSAL) {
        boolean passing = code.getAsInt() < FIRST_LASTING_REFUSAL;
        return new Delivery.NotTaken(Trouble.REFUSED, oneLine(at), passing);
      }
    }
    return new Delivery.Unknown(oneLine(failed));
  }

  private static @Nullable Exception next(Exception failed) {
    return failed instanceof MessagingException chained ? chained.getNextException() : null;
  }

  /** The number that the server answered; absent where it answered none. */
  private static OptionalInt code(Exception failed) {
    return switch (failed) {
      case SMTPAddressFailedException address -> OptionalInt.of(address.getReturnCode());
      case SMTPSenderFailedException sender -> OptionalInt.of(sender.getReturnCode());
      case SMTPSendFailedException send -> OptionalInt.of(send.getReturnCode());
      default -> OptionalInt.empty();
    };
  }

  /** The mail was taken or not before the connection ends. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException alreadyGone) {
      LOG.debug("the mail server ended the connection", alreadyGone);
    }
  }

  private static String oneLine(Exception failed) {
    Matcher breaks = BREAKS.matcher(String.valueOf(failed.getMessage()).strip());
    return breaks.replaceAll(" ");
  }
}
