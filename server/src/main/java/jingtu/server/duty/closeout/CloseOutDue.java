package jingtu.server.duty.closeout;

import java.time.LocalDate;
import java.util.UUID;

/** Something of a close-out list that falls due. */
public sealed interface CloseOutDue {

  CloseOutListId list();

  /** What the list is called. */
  String listName();

  /** The day by which it is wanted; it may have passed. */
  LocalDate day();

  /**
   * An item that nobody has said to be done.
   *
   * @param organisation that answers for it
   */
  record Item(
      CloseOutListId list,
      String listName,
      LocalDate day,
      CloseOutItemId item,
      String number,
      String task,
      UUID organisation,
      String person)
      implements CloseOutDue {}

  /**
   * A percentage of a list that is not reached.
   *
   * @param lacking how many items still have to be struck off
   */
  record Percentage(CloseOutListId list, String listName, LocalDate day, int percent, int lacking)
      implements CloseOutDue {}
}
