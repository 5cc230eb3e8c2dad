package jingtu.server.duty.refill;

/** The kinds of what fills cells. */
public enum SourceKind {
  DUTY,
  FIGURE,
  FACT,
  COLUMN,
  TYPED
}
