package jingtu.server.document;

import java.time.Instant;
import jingtu.server.scope.RegionCode;

/**
 * What is known of a stored file besides its bytes.
 *
 * @param name as the sender's machine called it, without folders
 * @param mediaType told from the bytes, never from the name
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
public record Document(
    DocumentId id,
    RegionCode region,
    String name,
    String mediaType,
    long sizeBytes,
    String sha256,
    Instant uploadedAt) {}
