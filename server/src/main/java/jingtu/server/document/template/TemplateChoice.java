package jingtu.server.document.template;

import java.time.Instant;
import java.util.List;
import jingtu.server.document.DocumentId;

/**
 * Which template a region uses for one kind of document in one format.
 *
 * @param chosen the ordinal of the uploaded template in use, or {@link #SHIPPED}
 * @param uploads everything that was ever uploaded, the latest first
 * @param version grows with each change; 0 before the first
 */
public record TemplateChoice(
    TemplateFormat format, int chosen, List<Uploaded> uploads, int version) {

  /** Stands for the product's own template. */
  public static final int SHIPPED = 0;

  public TemplateChoice {
    uploads = List.copyOf(uploads);
  }

  /**
   * A template that somebody of the region uploaded.
   *
   * @param ordinal counts from 1 and is never given twice
   */
  public record Uploaded(int ordinal, DocumentId document, String name, String by, Instant at) {}
}
