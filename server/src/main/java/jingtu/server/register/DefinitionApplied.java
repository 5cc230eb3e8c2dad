package jingtu.server.register;

/** A register is defined anew: its table is in line, and records are entered by it from now on. */
public record DefinitionApplied(RegisterId register, int version) {}
