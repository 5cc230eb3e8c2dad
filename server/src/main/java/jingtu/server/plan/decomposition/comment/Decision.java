package jingtu.server.plan.decomposition.comment;

/** What becomes of a comment. */
public enum Decision {
  /** 采纳. */
  ADOPTED,
  /** 部分采纳. */
  PARTLY,
  /** 不采纳. */
  REFUSED
}
