package jingtu.server.register.definition;

/** What sort of list a register is in the words of the statutes. */
public enum RegisterKind {
  /** 台账: an office's own running account. */
  LEDGER,
  /** 名录: a list kept by law. */
  CATALOGUE,
  /** 名单: a list of names that is published. */
  ROLL,
  /** 清单: things to be done away with or attended to, one by one. */
  CHECKLIST,
  /** 档案: a file on each thing. */
  ARCHIVE
}
