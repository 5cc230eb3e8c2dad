package jingtu.server.duty.round;

/** A report was accepted; told in the transaction that accepts it. */
public record ReportAccepted(LineId line) {}
