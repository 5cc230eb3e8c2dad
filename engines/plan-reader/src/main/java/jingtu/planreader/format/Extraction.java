package jingtu.planreader.format;

import jingtu.vocabulary.Finding;

/** What comes of turning a file into text. */
public sealed interface Extraction {

  /** The file's text. */
  record Extracted(DocumentText document) implements Extraction {}

  /** No text can be had from the file, and why: damaged, locked, a scan, of no known format. */
  record Refused(Finding finding) implements Extraction {}
}
