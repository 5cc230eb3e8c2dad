package jingtu.server.duty.reminder;

import jingtu.server.duty.chase.Chase;

/** How a message goes out. */
public enum Way {
  EMAIL,
  /** To the robot of a group in WeCom (企业微信). */
  WECOM,
  /** To the robot of a group in DingTalk (钉钉). */
  DINGTALK;

  public boolean isRobot() {
    return this != EMAIL;
  }

  /** What the record of chases calls it. */
  Chase.Way chase() {
    return isRobot() ? Chase.Way.WEBHOOK : Chase.Way.EMAIL;
  }
}
