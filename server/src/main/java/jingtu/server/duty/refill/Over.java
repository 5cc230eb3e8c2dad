package jingtu.server.duty.refill;

/** Of what a column has one row each. */
public enum Over {
  DUTIES,
  ORGANISATIONS
}
