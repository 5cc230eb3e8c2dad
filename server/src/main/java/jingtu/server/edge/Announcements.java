package jingtu.server.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Component;

/** What whoever started the server is to read once it is ready, such as a one-time link. */
@Component
public class Announcements {

  private final List<Function<String, Message>> announcements = new ArrayList<>();

  /**
   * Adds one. It is made from the server's address, {@code http://…} without a slash at its end.
   */
  public synchronized void add(Function<String, Message> announcement) {
    announcements.add(announcement);
  }

  /** All of them for an address, in the order in which they were added. */
  public synchronized List<Message> at(String address) {
    return announcements.stream().map(announcement -> announcement.apply(address)).toList();
  }
}
