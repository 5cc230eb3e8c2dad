package jingtu.server.organisation;

/** A province with a city, two of its counties and a township in one of them. */
final class InventedRegions {

  private static final String SHEET =
      """
      code,name,level,parent
      990000,省,PROVINCE,
      991100,甲市,CITY,990000
      991101,甲县,COUNTY,991100
      991101001,甲乡,TOWNSHIP,991101
      991102,丙县,COUNTY,991100
      """;

  private InventedRegions() {}

  static void load(Regions regions) {
    regions.load(RegionSheet.read(SHEET).regions());
  }
}
