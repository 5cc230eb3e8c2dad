package jingtu.sheets.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Two ledgers as an invented county keeps them, with the habits of such sheets. */
final class MadeLedgers {

  private MadeLedgers() {}

  /** A value that a cell shows as percent. */
  private record Percent(double share) {}

  /**
   * Enterprises that produce hazardous waste: two header rows with groups, townships merged over
   * their rows, a subtotal under each, the header once more where the printed page turns, a total,
   * a note and signatures.
   */
  static void hazardousWaste(Path file) {
    try (Workbook workbook = new XSSFWorkbook()) {
      Page page = new Page(workbook, "Sheet1");
      page.spanning("A1:N1", "禾川县危险废物产生单位管理台账");
      page.spanning("A2:H2", "填报单位：禾川县生态环境分局（盖章）");
      page.spanning("I2:N2", "填报日期：2026年3月15日");
      headOfHazardousWaste(page, 3);
      page.row(
          5,
          1,
          "城关镇",
          "禾川县永固电镀有限公司",
          "91419900MA4000001F",
          "王志强",
          "13800000001",
          "表面处理废物",
          12.5,
          LocalDate.of(2026, 3, 5),
          "是",
          113.5234,
          34.7121,
          120);
      page.row(
          6,
          2,
          "",
          "禾川县新源化工有限公司",
          "91419900MA4000002J",
          "李秀兰",
          "13800000002",
          "废有机溶剂",
          "1,200",
          "2026.3.12",
          "是",
          113.5311,
          34.7188,
          "约200㎡");
      page.row(
          7,
          3,
          "",
          "城关汽车修理厂",
          "92419900MA4000003J",
          "赵建国",
          "0379-6000003",
          "废矿物油",
          0.8,
          "2026年2月8日",
          "是",
          "113°31′24″",
          "34°42′36″",
          15);
      page.row(
          8,
          4,
          "",
          "禾川县人民医院",
          "12419900400000044K",
          "孙丽",
          "13800000004",
          "医疗废物",
          36,
          "2026-03-14",
          "√",
          113.5402,
          34.709,
          40);
      page.row(
          9,
          5,
          "",
          "禾川县第一中学实验室",
          "12419900400000052E",
          "周敏",
          "13800000005",
          "实验室废液",
          "约0.3",
          "2025.12",
          "否",
          113.5377,
          34.7142,
          "/",
          "未签合同，已督促");
      page.merge("B5:B9");
      page.spanning("A10:C10", "小计");
      page.put("H10", 1249.6);
      page.put("M10", 375);
      headOfHazardousWaste(page, 11);
      page.row(
          13,
          6,
          "柳河镇",
          "柳河镇宏达铸造厂",
          "91419900MA40000068",
          "吴刚",
          "13800000006",
          "废活性炭",
          "5-6",
          "2026.1.20",
          "是",
          113.6012,
          34.6533,
          30);
      page.row(
          14,
          7,
          "",
          "禾川县绿源农药包装回收站",
          "91419900MA40000072",
          "郑华",
          "13800000007",
          "农药包装废弃物",
          2.4,
          "—",
          "否",
          113.6105,
          34.6588,
          25);
      page.row(
          15,
          8,
          "",
          "柳河镇机械加工厂",
          "",
          "冯涛",
          "13800000008",
          "废乳化液",
          1.1,
          "26.2.18",
          "是",
          113.6077,
          34.6601,
          18,
          "证照办理中");
      page.merge("B13:B15");
      page.spanning("A16:C16", "小  计");
      page.put("H16", 9);
      page.put("M16", 73);
      page.row(
          17,
          9,
          "石桥乡",
          "石桥乡兴盛木器厂",
          "91419900MA40000098",
          "陈明",
          "13800000009",
          "废漆渣",
          0.65,
          "2026/2/27",
          "是",
          34.6011,
          113.462,
          12);
      page.row(
          18,
          10,
          "",
          "石桥乡卫生院",
          "12419900400000108H",
          "褚燕",
          "13800000010",
          "医疗废物",
          3.2,
          "长期",
          "是",
          113.4655,
          34.6049,
          8);
      page.merge("B17:B18");
      page.spanning("A19:C19", "小计");
      page.put("H19", 3.85);
      page.put("M19", 20);
      page.spanning("A20:C20", "合计");
      page.put("H20", 1262.45);
      page.put("M20", 468);
      page.spanning("A22:N22", "注：1.年产生量按2025年度申报登记数填写；2.“/”表示无专用贮存场所。");
      page.put("A23", "填表人：王某某");
      page.put("E23", "审核人：李某某");
      page.put("I23", "联系电话：0379-6000000");
      write(workbook, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void headOfHazardousWaste(Page page, int row) {
    List<String> names =
        List.of(
            "序号",
            "所在乡镇",
            "单位名称",
            "统一社会信用代码",
            "联系人",
            "",
            "危险废物",
            "",
            "",
            "是否签订处置合同",
            "贮存场所位置",
            "",
            "贮存面积（㎡）",
            "备注");
    for (int i = 0; i < names.size(); i++) {
      page.put(CellReference.convertNumToColString(i) + row, names.get(i));
    }
    page.put("E" + (row + 1), "姓名");
    page.put("F" + (row + 1), "电话");
    page.put("G" + (row + 1), "种类");
    page.put("H" + (row + 1), "年产生量（t）");
    page.put("I" + (row + 1), "最近转移日期");
    page.put("K" + (row + 1), "经度");
    page.put("L" + (row + 1), "纬度");
    for (String column : List.of("A", "B", "C", "D", "J", "M", "N")) {
      page.merge(column + row + ":" + column + (row + 1));
    }
    page.merge("E" + row + ":F" + row);
    page.merge("G" + row + ":I" + row);
    page.merge("K" + row + ":L" + row);
  }

  /**
   * Places where waste of villages is dumped: a sheet of instructions, one sheet for each township
   * with units under the names and the total on top, and a hidden sheet of words.
   */
  static void villageWaste(Path file) {
    try (Workbook workbook = new XSSFWorkbook()) {
      Page instructions = new Page(workbook, "填报说明");
      instructions.put("A1", "填报说明");
      instructions.put("A2", "1.每个堆放点填一行，一个村有多个的分别填写。");
      instructions.put("A3", "2.整治状态填：已完成、整治中、未启动。");

      Page town = townSheet(workbook, "城关镇", 4.6, 375);
      town.row(
          8,
          1,
          "东关村",
          "东关桥北侧",
          "113.5301,34.7202",
          0.6,
          35,
          "生活垃圾",
          "2026.1",
          "清运至县垃圾填埋场，场地平整覆土",
          "刘洋",
          "13900000001",
          "2026年3月底前",
          "已完成",
          "是",
          new Percent(1));
      town.row(
          9,
          2,
          "",
          "东关小学南墙外",
          "113.5322,34.7195",
          "约0.2",
          8,
          "生活垃圾",
          "2026.1",
          "清运，设置收集桶2个",
          "刘洋",
          "13900000001",
          "2026年3月底前",
          "已完成",
          "是",
          new Percent(1));
      town.merge("B8:B9");
      town.row(
          10,
          3,
          "北街村",
          "北街村西坑塘",
          "113.5288，34.7260",
          1.5,
          120,
          "混合垃圾",
          "2025.12",
          "分类清运；建筑垃圾转运至消纳场",
          "高翔",
          "13900000002",
          "2026.6",
          "整治中",
          "否",
          new Percent(0.6));
      town.row(
          11,
          4,
          "南街村",
          "南街村老砖窑",
          "—",
          2,
          "200余",
          "建筑垃圾",
          "2026.2",
          "清运",
          "马超",
          "13900000003",
          "2026.6",
          "整治中",
          "否",
          new Percent(0.3));
      town.row(
          12,
          5,
          "西关村",
          "西关村机井旁",
          "113.5210,34.7133",
          0.3,
          "12m³",
          "生活垃圾",
          "2026.2",
          "清运",
          "牛犇",
          "13900000004",
          "2026年4月底前",
          "未启动",
          "否",
          new Percent(0));
      town.put("A13", 6);
      town.put("A14", 7);

      Page river = townSheet(workbook, "柳河镇", 1.95, 96);
      river.row(
          8,
          1,
          "柳河村",
          "柳河村东沟",
          "113.6001,34.6522",
          0.8,
          50,
          "生活垃圾",
          2026.1,
          "清运",
          "何平",
          "13900000005",
          "2026.3",
          "已完成",
          "是",
          new Percent(1));
      river.row(
          9,
          2,
          "",
          "柳河村集市后",
          "113.6020,34.6540",
          0.4,
          15,
          "生活垃圾",
          "2026.1",
          "清运，立警示牌",
          "何平",
          "13900000005",
          "2026.3",
          "已完成",
          "是",
          new Percent(1));
      river.row(
          10,
          3,
          "",
          "柳河大桥下",
          "113.6033,34.6515",
          0.5,
          22,
          "混合垃圾",
          "2026.3",
          "清运",
          "何平",
          "13900000005",
          "2026.5",
          "整治中",
          "否",
          new Percent(0.5));
      river.merge("B8:B10");
      river.row(
          11,
          4,
          "张庄村",
          "张庄村北林地",
          "113.6120,34.6600",
          0.25,
          9,
          "生活垃圾",
          "2026.3",
          "清运",
          "金鑫",
          "13900000006",
          "2026.5",
          "未启动",
          "否",
          new Percent(0));
      river.spanning("A12:P12", "注：占地面积为目测估算。");

      Page bridge = townSheet(workbook, "石桥乡", 3.8, 311);
      bridge.row(
          8,
          1,
          "石桥村",
          "石桥村河滩",
          "113.4610,34.6010",
          "3.5亩",
          300,
          "混合垃圾",
          "2025.11",
          "一是雇用机械分层清运至县生活垃圾填埋场；二是对河滩场地平整覆土约一千平方米并播撒草籽；" + "三是设置围挡和警示标志，安排护河员每周巡查两次，防止反弹。",
          "毛宁",
          "13900000007",
          "长期",
          "整治中",
          "否",
          new Percent(0.2));
      bridge.row(
          9,
          2,
          "石桥村",
          "石桥中学东侧",
          "113.4630,34.6022",
          0.1,
          5,
          "生活垃圾",
          "2026.2",
          "清运",
          "毛宁",
          "13900000007",
          "2026.4",
          "已完成",
          "是",
          new Percent(1));
      bridge.row(
          10,
          3,
          "马岭村",
          "马岭村口",
          "113.4580,34.5990",
          0.2,
          6,
          "生活垃圾",
          "2026.2",
          "清运",
          "戴玉",
          "13900000008",
          "2026.4",
          "已完成",
          "是",
          new Percent(1),
          "群众举报件");

      Page words = new Page(workbook, "字典");
      words.row(1, "状态", "类型");
      words.row(2, "已完成", "生活垃圾");
      workbook.setSheetHidden(4, true);
      write(workbook, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page townSheet(Workbook workbook, String town, double mu, double cubicMetres) {
    Page page = new Page(workbook, town);
    page.put("A1", "附件2");
    page.spanning("A2:P2", "禾川县农村生活垃圾堆放点排查整治清单");
    page.spanning("A3:P3", "（2026年第一季度）");
    page.put("A4", "填报单位：" + town + "人民政府");
    page.put("K4", "填报人：张某某");
    page.row(
        5, "序号", "行政村", "堆放点位置", "经纬度", "占地面积", "堆存量", "垃圾类型", "发现时间", "整治措施", "责任人", "联系电话",
        "完成时限", "整治状态", "是否销号", "整治进度", "备注");
    page.put("E6", "亩");
    page.put("F6", "m³");
    page.spanning("A7:D7", "合计");
    page.put("E7", mu);
    page.put("F7", cubicMetres);
    return page;
  }

  private static void write(Workbook workbook, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream target = Files.newOutputStream(file)) {
      workbook.write(target);
    }
  }

  /** A sheet that is filled cell by cell. */
  private static final class Page {
    private final Sheet sheet;
    private final CellStyle centred;
    private final CellStyle date;
    private final CellStyle percent;

    Page(Workbook workbook, String name) {
      sheet = workbook.createSheet(name);
      centred = workbook.createCellStyle();
      centred.setAlignment(HorizontalAlignment.CENTER);
      centred.setVerticalAlignment(VerticalAlignment.CENTER);
      date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
      percent = workbook.createCellStyle();
      percent.setDataFormat(workbook.createDataFormat().getFormat("0%"));
    }

    void row(int number, Object... values) {
      for (int i = 0; i < values.length; i++) {
        put(CellReference.convertNumToColString(i) + number, values[i]);
      }
    }

    void spanning(String area, Object value) {
      put(area.substring(0, area.indexOf(':')), value).setCellStyle(centred);
      merge(area);
    }

    void merge(String area) {
      sheet.addMergedRegion(CellRangeAddress.valueOf(area));
    }

    Cell put(String at, Object value) {
      CellReference reference = new CellReference(at);
      Row row = sheet.getRow(reference.getRow());
      if (row == null) {
        row = sheet.createRow(reference.getRow());
      }
      Cell cell = row.createCell(reference.getCol());
      switch (value) {
        case String text when text.isEmpty() -> cell.setBlank();
        case String text -> cell.setCellValue(text);
        case Number number -> cell.setCellValue(number.doubleValue());
        case LocalDate day -> {
          cell.setCellValue(day);
          cell.setCellStyle(date);
        }
        case Percent share -> {
          cell.setCellValue(share.share());
          cell.setCellStyle(percent);
        }
        default -> throw new IllegalArgumentException("no cell value: " + value);
      }
      return cell;
    }
  }
}
