package jingtu.server.register.lifecycle;

/** What a reckoning does to one deadline, which is given as it is afterwards. */
sealed interface DeadlineChange {

  Deadline deadline();

  /** A new one. */
  record Set(Deadline deadline) implements DeadlineChange {}

  /** One that was met is open again. */
  record Reopened(Deadline deadline) implements DeadlineChange {}

  record Moved(Deadline deadline) implements DeadlineChange {}

  record Met(Deadline deadline) implements DeadlineChange {}

  record Dropped(Deadline deadline) implements DeadlineChange {}

  /** One that was done before anything was due; kept so that later doings are told from it. */
  record Noted(Deadline deadline) implements DeadlineChange {}

  /** What is stored of one changes, and nobody needs to hear of it. */
  record Amended(Deadline deadline) implements DeadlineChange {}
}
