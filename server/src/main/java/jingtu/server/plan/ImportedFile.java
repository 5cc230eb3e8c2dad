package jingtu.server.plan;

import java.time.Instant;
import jingtu.server.document.DocumentId;
import jingtu.server.scope.RegionCode;

/** The file that plans are stored from, and when that is. */
record ImportedFile(DocumentId document, RegionCode region, String sha256, Instant at) {}
