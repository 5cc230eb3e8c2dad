package jingtu.server.duty.closeout;

/** Where an item stands. */
public enum CloseOutState {
  /** 未销号: is still to be done. */
  OPEN,
  /** 申请销号: its organisation says that it is done. */
  SUBMITTED,
  /** 已销号: whoever keeps the list has accepted that it is done. */
  STRUCK_OFF
}
