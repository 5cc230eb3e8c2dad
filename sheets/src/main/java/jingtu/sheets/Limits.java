package jingtu.sheets;

/**
 * How much of a file is read. Excel's own limits where it has one; the others leave room for the
 * largest tables known and keep a hostile file from taking memory or minutes.
 */
public final class Limits {

  /** Rows of a sheet: Excel's own limit, which does not hold for a .csv. */
  public static final int ROWS = 1 << 20;

  /** Columns that are read. Excel allows 16,384; the widest tables of the field have some 200. */
  public static final int COLUMNS = 1_024;

  /** Characters of a cell: Excel's own limit. */
  public static final int CELL_CHARACTERS = 32_767;

  /** Characters of a text in a workbook, with room for programs that know no limit. */
  public static final int LONGEST_TEXT = 1 << 20;

  /** Characters of a row of a .csv. */
  public static final int ROW_CHARACTERS = 4 << 20;

  /** Parts of an .xlsx; a workbook of hundreds of sheets with pictures stays below. */
  public static final int PARTS = 20_000;

  /** Inflated bytes of one part: a sheet of 1,048,576 rows and 100 columns stays below. */
  public static final long PART_BYTES = 8L << 30;

  /** A part that inflates by more than this is no table: spreadsheets compress 5 to 50 times. */
  public static final int INFLATION = 250;

  /** Inflated bytes up to which {@link #INFLATION} is not asked. */
  public static final long HARMLESS_BYTES = 16L << 20;

  /** Bytes of the texts that the cells of a workbook share. */
  public static final int SHARED_TEXT_BYTES = 1 << 30;

  /** Bytes of shared texts up to which they stay in memory and need no file. */
  public static final int SHARED_TEXT_BYTES_IN_MEMORY = 8 << 20;

  /** Sheets of a workbook. */
  public static final int SHEETS = 1_000;

  /** Number formats of a workbook's cells; Excel allows 65,490 cell formats. */
  public static final int CELL_FORMATS = 65_536;

  /** Merged areas of a sheet. */
  public static final int MERGED_AREAS = 100_000;

  /** Links of a sheet: Excel takes 65,530 and drops all where there are more. */
  public static final int LINKS = 65_000;

  /** Cells of a sheet that get a comment; the box of each takes memory in every program. */
  public static final int COMMENTS = 10_000;

  /** Characters of a part that is read whole, such as the boxes of comments. */
  public static final int WHOLE_PART = 64 << 20;

  /** Elements inside elements. */
  public static final int DEPTH = 256;

  private Limits() {}
}
