package jingtu.server.plan.decomposition;

/** What kind of document brings work besides a plan. */
public enum SourceKind {
  /** 通知. */
  NOTICE("N"),
  /** 会议议定事项. */
  MEETING("M"),
  /** 督察整改. */
  INSPECTION("I");

  private final String letter;

  SourceKind(String letter) {
    this.letter = letter;
  }

  /** What the codes of its documents begin with. */
  String letter() {
    return letter;
  }
}
