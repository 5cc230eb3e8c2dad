package jingtu.planreader.format;

/**
 * How much of a file is read. A plan has some 10,000 to 150,000 characters; these limits leave a
 * compilation of many plans room and keep a hostile file from taking the memory of a small server
 * (512 MB) or minutes of its time.
 */
final class Limits {

  /** Bytes of a file: a Word document with photographs stays below. */
  static final int FILE_BYTES = 50 << 20;

  /** UTF-16 units of the text: 5 MB of Chinese in UTF-8 stay below, and are read in seconds. */
  static final int TEXT_CHARACTERS = 2_000_000;

  /** Paragraphs and tables, empty ones counted. */
  static final int PARAGRAPHS = 1_000_000;

  /** Inflated bytes of one part of an Office file: the text limit, with room for mark-up. */
  static final long PART_BYTES = 100L << 20;

  /** Parts of an Office file. Word writes some dozens, plus one per picture. */
  static final int PARTS = 10_000;

  /** Tables inside tables. Word's own limit is not stated; paper ends long before. */
  static final int TABLE_DEPTH = 20;

  /** Elements inside elements of a page; the parser itself flattens what is nested deeper. */
  static final int PAGE_DEPTH = 600;

  /** Cells of one table, merged ones counted where they begin; of a PDF, of all its tables. */
  static final int TABLE_CELLS = 500_000;

  /** Columns of a table; Word allows 63, a sheet 16,384. */
  static final int TABLE_COLUMNS = 256;

  /** Pages of a PDF. */
  static final int PAGES = 2_000;

  /** Bytes that all streams of a PDF unpack to, as often as they are needed, embedded fonts too. */
  static final long PDF_BYTES = 128L << 20;

  /** Instructions of all pages; a plan whose every sign is placed alone has some 10 a sign. */
  static final int PDF_OPERATORS = 5_000_000;

  /** Signs on one page; a page of a plan has some 1,000. */
  static final int PAGE_SIGNS = 100_000;

  private Limits() {}
}
