package jingtu.server.register.definition;

import java.util.List;
import jingtu.vocabulary.Message;

/** What code on top of registers takes for granted of their definitions. */
public interface Reliance {

  /** Why a definition cannot come into force, one sentence for each thing that is missed. */
  List<Message> objections(Definition definition);
}
