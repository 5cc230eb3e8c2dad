package jingtu.server.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One link of the chain.
 *
 * @param sequence counts from 1 without a gap
 * @param at to the microsecond
 * @param hash SHA-256, in hexadecimal, over the previous entry's hash and all other components
 */
public record AuditEntry(
    long sequence,
    Instant at,
    String actor,
    String action,
    String subject,
    String detail,
    String hash) {

  /** What the first entry takes for the hash before it. */
  static final String BEFORE_THE_FIRST = "0".repeat(64);

  static AuditEntry after(
      AuditEntries.End end,
      Instant at,
      String actor,
      String action,
      String subject,
      String detail) {
    long sequence = end.sequence() + 1;
    String hash = hash(end.hash(), sequence, at, actor, action, subject, detail);
    return new AuditEntry(sequence, at, actor, action, subject, detail, hash);
  }

  /** Whether this entry, as it stands, is what once followed an entry with this hash. */
  boolean follows(String previousHash) {
    return hash.equals(hash(previousHash, sequence, at, actor, action, subject, detail));
  }

  /** Each part is preceded by its length in bytes, so that no two entries have the same form. */
  private static String hash(String previousHash, long sequence, Instant at, String... texts) {
    MessageDigest digest = sha256();
    add(digest, previousHash);
    add(digest, Long.toString(sequence));
    add(digest, at.toString());
    for (String text : texts) {
      add(digest, text);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
