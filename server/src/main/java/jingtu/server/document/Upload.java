package jingtu.server.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that passed {@link UploadCheck} and may be stored. */
public final class Upload {

  private final String name;
  private final FileKind kind;
  private final byte[] content;
  private final String sha256;

  /** {@code content} is handed over: nobody changes it afterwards. */
  Upload(String name, FileKind kind, byte[] content) {
    this.name = name;
    this.kind = kind;
    this.content = content;
    this.sha256 = digest(content);
  }

  /** As the sender's machine called it, without folders and control characters. */
  public String name() {
    return name;
  }

  public FileKind kind() {
    return kind;
  }

  /** The bytes, not copied: to be read only. */
  public byte[] content() {
    return content;
  }

  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
