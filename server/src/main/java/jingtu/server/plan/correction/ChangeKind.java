package jingtu.server.plan.correction;

/** What a change is called in the history; what it does is in its entries. */
public enum ChangeKind {
  EDIT,
  ADD,
  REMOVE,
  SPLIT,
  MERGE,
  MOVE,
  /** A stretch of the text was marked as something that the reader had not seen. */
  MARK
}
