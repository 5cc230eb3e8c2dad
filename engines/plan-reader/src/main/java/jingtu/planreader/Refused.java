package jingtu.planreader;

import jingtu.vocabulary.Finding;

/** The file cannot be read at all, and why: damaged, locked, without text, of no known format. */
public record Refused(Finding finding) implements ReadOutcome {}
