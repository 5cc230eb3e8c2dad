package jingtu.server.duty.round;

import jingtu.server.duty.DaysChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reckons anew how duties stand whose days are others; what was reported of them still counts. */
@Component
class FollowDays {

  private final KeepStates states;

  FollowDays(KeepStates states) {
    this.states = states;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void changed(DaysChanged changed) {
    changed.duties().forEach(states::refresh);
  }
}
