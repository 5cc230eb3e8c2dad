/**
 * The papers that an office makes of a round-up: letters to those who owe, the table of all lines,
 * the summary of a period, the notice of results, and a workbook of everything. Their words come
 * from the records alone; their form comes from templates that a region may change.
 */
@NullMarked
package jingtu.server.duty.paper;

import org.jspecify.annotations.NullMarked;
