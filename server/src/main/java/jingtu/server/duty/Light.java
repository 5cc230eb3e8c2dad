package jingtu.server.duty;

import java.util.Map;

/** How a duty, or many of them together, stand at a glance. */
public enum Light {
  /** 逾期: a day has passed on which it was due. */
  RED,
  /** 滞后, 未报: goes slower than it should, or nothing was said of it. */
  YELLOW,
  /** 推进中. */
  GREEN,
  /** 未启动. */
  WHITE,
  /** 已完成. */
  DONE,
  /** 不涉及: shows none. */
  NONE;

  /**
   * The light of many duties: red where any is, else yellow where any is; green where any goes on,
   * or some are done while others wait; white, done or none where all of them are.
   */
  public static Light ofMany(Map<Light, Integer> counts) {
    if (counts.containsKey(WHITE) && counts.containsKey(DONE)) {
      return counts.containsKey(RED) ? RED : counts.containsKey(YELLOW) ? YELLOW : GREEN;
    }
    for (Light light : values()) {
      if (counts.containsKey(light)) {
        return light;
      }
    }
    return NONE;
  }
}
