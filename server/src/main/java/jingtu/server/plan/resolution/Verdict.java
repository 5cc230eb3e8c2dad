package jingtu.server.plan.resolution;

/** What a coordinator said of a name. */
public enum Verdict {
  /** It means an organisation of the directory. */
  ORGANISATION,
  /** It means none of them. */
  NOBODY,
  /** What was said before is taken back; the directory's own answer holds again. */
  OPEN
}
