package jingtu.sheets.xlsx;

/** A sheet as the workbook lists it, with the part that holds it. */
record SheetEntry(String name, String part, boolean hidden) {}
