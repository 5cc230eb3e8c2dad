package jingtu.server.organisation;

/** How high a region stands. */
public enum RegionLevel {
  PROVINCE,
  CITY,
  COUNTY,
  TOWNSHIP,
  VILLAGE
}
