package jingtu.server.register.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingtu.server.register.DeadlineDropped;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.DeadlineMet;
import jingtu.server.register.DeadlineMoved;
import jingtu.server.register.DeadlineSet;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** Hears what is told of deadlines: a word, and which. */
@TestComponent
class HeardDeadlines {

  private final List<Map.Entry<String, DeadlineId>> heard = new ArrayList<>();

  List<Map.Entry<String, DeadlineId>> takeAll() {
    List<Map.Entry<String, DeadlineId>> taken = List.copyOf(heard);
    heard.clear();
    return taken;
  }

  @EventListener
  void set(DeadlineSet event) {
    heard.add(Map.entry("set", event.deadline()));
  }

  @EventListener
  void moved(DeadlineMoved event) {
    heard.add(Map.entry("moved", event.deadline()));
  }

  @EventListener
  void met(DeadlineMet event) {
    heard.add(Map.entry("met", event.deadline()));
  }

  @EventListener
  void dropped(DeadlineDropped event) {
    heard.add(Map.entry("dropped", event.deadline()));
  }
}
