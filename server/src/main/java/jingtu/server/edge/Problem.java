package jingtu.server.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.http.HttpStatus;

/**
 * A refusal on its way to whoever asked, not yet in any language.
 *
 * <p>One key names everything: {@code access.account-locked} has the type {@code
 * /problems/account-locked} and two sentences, {@code access.account-locked.title} and {@code
 * access.account-locked.detail}.
 */
public final class Problem extends RuntimeException {

  private final HttpStatus status;
  private final String key;
  private final transient Message detail;
  private final transient List<Finding> findings;
  private final transient Map<String, Object> members;

  private Problem(
      HttpStatus status,
      String key,
      Message detail,
      List<Finding> findings,
      Map<String, Object> members) {
    super(status.value() + " " + key + " " + detail.arguments());
    this.status = status;
    this.key = key;
    this.detail = detail;
    this.findings = findings;
    this.members = members;
  }

  /** A problem whose detail has these arguments. */
  public static Problem of(HttpStatus status, String key, Object... arguments) {
    Message detail = Message.of(key + ".detail", arguments);
    return new Problem(status, key, detail, List.of(), Map.of());
  }

  /** The same problem with what is to be put right. */
  public Problem with(List<Finding> named) {
    return new Problem(status, key, detail, List.copyOf(named), members);
  }

  /** The same problem with a further member of the JSON object. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, key, detail, findings, more);
  }

  HttpStatus status() {
    return status;
  }

  /** {@code /problems/} and the key without its feature. */
  String type() {
    return "/problems/" + key.substring(key.indexOf('.') + 1);
  }

  Message title() {
    return Message.of(key + ".title");
  }

  Message detail() {
    return detail;
  }

  List<Finding> findings() {
    return findings;
  }

  Map<String, Object> members() {
    return members;
  }
}
