package jingtu.server.duty.reminder;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The hosts to which the server may speak for reminders ({@code jingtu.reminder.webhook-hosts}). An
 * address that somebody types leads nowhere else, so that nobody makes the server ask inner hosts.
 */
@Component
public class RobotHosts {

  private static final int HTTPS_PORT = 443;

  private final List<String> allowed;

  RobotHosts(@Value("${jingtu.reminder.webhook-hosts}") List<String> allowed) {
    this.allowed = allowed.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
  }

  public List<String> list() {
    return allowed;
  }

  /** The address, where it is one to which something may be sent. */
  public Optional<URI> find(String address) {
    try {
      URI uri = new URI(address.strip());
      boolean fits =
          "https".equalsIgnoreCase(uri.getScheme())
              && uri.getHost() != null
              && allowed.contains(uri.getHost().toLowerCase(Locale.ROOT))
              && uri.getRawUserInfo() == null
              && (uri.getPort() == -1 || uri.getPort() == HTTPS_PORT);
      return fits ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }
}
