package jingtu.server.duty.round;

/**
 * Something else is said of a line than before, in its state or its words; told in the transaction
 * that says it.
 */
public record ReportSaidAnew(LineId line) {}
