package jingtu.server.organisation;

/** What an area without a code is. */
public enum AreaKind {
  /** 开发区、园区. */
  DEVELOPMENT_ZONE,
  /** 管理区. */
  MANAGEMENT_AREA,
  /** 农场、林场. */
  FARM,
  /** 其他. */
  OTHER
}
