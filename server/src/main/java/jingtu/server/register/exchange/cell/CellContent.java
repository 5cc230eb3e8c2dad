package jingtu.server.register.exchange.cell;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is written into one cell, with the type that a spreadsheet gives it. */
public sealed interface CellContent {

  /** Nothing. */
  record Blank() implements CellContent {}

  /** Characters, never taken for anything else. */
  record Text(String text) implements CellContent {}

  /** A number, as it is. */
  record Figure(BigDecimal number) implements CellContent {}

  record Day(LocalDate date) implements CellContent {}
}
