package jingtu.planreader;

/** What comes of reading a file: a reading, or a refusal that says why. */
public sealed interface ReadOutcome permits PlanReading, Refused {}
