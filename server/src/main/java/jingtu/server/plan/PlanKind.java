package jingtu.server.plan;

/**
 * What kind of document a plan is; which words of a title propose which lies in {@code kinds.csv}.
 */
public enum PlanKind {
  /** 工作方案, for several years. */
  WORK_PLAN,
  /** 年度计划, for one. */
  ANNUAL_PLAN,
  /** 任务分解表, which parts a plan among those who carry it out. */
  TASK_TABLE,
  /** 专项行动方案. */
  SPECIAL_ACTION,
  /** 规划. */
  PROGRAMME,
  OTHER
}
