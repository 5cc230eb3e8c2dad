package jingtu.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jingtu.server.edge.Announcements;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells whoever started the server, in both languages, where it is and what to do next; the last
 * line is {@code JINGTU_READY} and the address, for programs that wait for it.
 */
@Component
class AnnounceStart {

  private final ObjectProvider<ServerOptions> options;
  private final Announcements announcements;
  private final Environment environment;

  AnnounceStart(
      ObjectProvider<ServerOptions> options, Announcements announcements, Environment environment) {
    this.options = options;
    this.announcements = announcements;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    options.ifAvailable(started -> lines().forEach(started.console()));
  }

  private List<String> lines() {
    String address = JingtuServer.address(environment);
    List<Message> all = new ArrayList<>(List.of(Message.of("server.ready", address)));
    all.addAll(announcements.at(address));
    List<String> lines = new ArrayList<>();
    Consumer<Language> sayAll =
        language -> all.forEach(message -> lines.add(Messages.say(message, language)));
    sayAll.accept(Language.ZH);
    sayAll.accept(Language.EN);
    lines.add("JINGTU_READY " + address);
    return lines;
  }
}
