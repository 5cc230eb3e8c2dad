package jingtu.server.document.evidence.preview;

/**
 * A page as a picture drawn by us: it holds none of the bytes of the file, so neither where a photo
 * was taken nor anything that runs.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param content the bytes, not copied: to be read only
 */
@SuppressWarnings("ArrayRecordComponent")
public record Preview(String mediaType, byte[] content) {}
