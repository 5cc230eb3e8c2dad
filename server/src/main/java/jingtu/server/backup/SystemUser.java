package jingtu.server.backup;

/**
 * A user of the operating system, who needs no account of the platform to take and restore backups.
 */
public record SystemUser(String name) {

  /** Stands before the name in the audit; no account's name has a colon. */
  private static final String IN_AUDIT = "os:";

  /** Whoever runs this process. */
  public static SystemUser current() {
    return new SystemUser(System.getProperty("user.name"));
  }

  String inAudit() {
    return IN_AUDIT + name;
  }
}
