package jingtu.server.register.exchange.job;

/** How far an import has come. */
public enum ImportStep {
  /** The file is there and its columns are matched; somebody looks at them. */
  COLUMNS,
  /** The whole file is being read; nothing is stored. */
  CHECKING,
  /** Everything that is wrong is known. */
  CHECKED,
  /** The sound rows are being stored. */
  RUNNING,
  /** They are stored. */
  DONE,
  /** Somebody stopped it; nothing of it was stored. */
  CANCELLED,
  /** The file broke off, or a row could not be stored; nothing of it was. */
  FAILED,
  /** The server stopped while it worked; nothing of it was stored. */
  INTERRUPTED,
  /** It was stored and undone later. */
  TAKEN_BACK;

  /** Whether something works on it at the moment. */
  public boolean isWorking() {
    return this == CHECKING || this == RUNNING;
  }

  /** Whether its columns may be chosen and the file be checked once more. */
  public boolean isOpen() {
    return switch (this) {
      case COLUMNS, CHECKED, CANCELLED, FAILED, INTERRUPTED -> true;
      case CHECKING, RUNNING, DONE, TAKEN_BACK -> false;
    };
  }
}
