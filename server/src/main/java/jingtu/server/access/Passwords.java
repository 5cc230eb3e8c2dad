package jingtu.server.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Which passwords are good enough, and how they are compared. */
@Component
class Passwords {

  private static final int SHORTEST = 10;

  private final PasswordEncoder encoder;
  private final Set<String> wellKnown = wellKnown();

  /** What a name without an account is compared with, so that it takes as long as one with. */
  private final Supplier<String> nobodys;

  Passwords(PasswordEncoder encoder) {
    this.encoder = encoder;
    this.nobodys = SingletonSupplier.of(() -> encode(UUID.randomUUID().toString()));
  }

  String encode(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /** Whether it is the password; an empty {@code encoded} is nobody's and takes as long. */
  boolean matches(String password, String encoded) {
    String nobody = nobodys.get();
    return encoder.matches(password, encoded.isEmpty() ? nobody : encoded) && !encoded.isEmpty();
  }

  /**
   * Whether it has ten characters or more, is not the username and not one that everybody tries.
   */
  boolean isStrong(String password, String username) {
    String lower = password.toLowerCase(Locale.ROOT);
    return password.codePointCount(0, password.length()) >= SHORTEST
        && !lower.equals(username)
        && !wellKnown.contains(lower)
        && lower.chars().distinct().count() > 2;
  }

  private static Set<String> wellKnown() {
    try (InputStream file = Passwords.class.getResourceAsStream("well-known-passwords.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of well-known passwords", e);
    }
  }
}
