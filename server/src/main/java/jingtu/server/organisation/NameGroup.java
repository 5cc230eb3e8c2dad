package jingtu.server.organisation;

/** What kind of many a group word means. */
public enum NameGroup {
  /** 乡镇、街道: the governments of the townships of the region. */
  TOWNSHIPS,
  /** 县（市、区）人民政府, 各地: governments below, or of every level. */
  GOVERNMENTS,
  /** 开发区管委会. */
  ZONES,
  /** 有关部门, 各级环境保护部门: departments that are named by their concern or what they do. */
  DEPARTMENTS,
  /** 有关企业. */
  ENTERPRISES,
  /** 土地使用权人, 责任主体: whoever the land or the pollution makes liable. */
  LIABLE,
  /** Several names in one, 农业局、林业局等部门. */
  LISTED
}
