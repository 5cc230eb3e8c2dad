package jingtu.server.scope;

/**
 * What an account is there for; every account has exactly one.
 *
 * <p>Administrator, security officer and auditor keep an eye on each other: none holds a right of
 * the others, and none touches plans.
 */
public enum Role {
  /** 系统管理员: invites accounts, keeps organisations. */
  ADMINISTRATOR,
  /** 安全管理员: disables and unlocks accounts. */
  SECURITY_OFFICER,
  /** 审计员: reads the audit. */
  AUDITOR,
  /** 综合科: imports plans and takes imports back. */
  COORDINATOR,
  /** Reads what concerns its region. */
  OFFICER;

  /** Whether it is one of the three that run the system rather than work in it. */
  public boolean runsTheSystem() {
    return switch (this) {
      case ADMINISTRATOR, SECURITY_OFFICER, AUDITOR -> true;
      case COORDINATOR, OFFICER -> false;
    };
  }
}
