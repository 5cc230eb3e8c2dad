package jingtu.server;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Passwords that cost less than in the product, where 600,000 rounds are half a second of each of
 * the thousand times that a test signs in. Tests of the packaged product have the real ones.
 */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

  private static final String ID = "pbkdf2-100";

  @Bean
  @Primary
  PasswordEncoder quickPasswordEncoder() {
    return new DelegatingPasswordEncoder(
        ID,
        Map.of(
            ID,
            new Pbkdf2PasswordEncoder(
                "", 16, 100, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
  }
}
