package jingtu.server.access;

import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The guard at the door: which addresses are open, and what every answer tells the browser. Which
 * role may call which method stands on the method, see {@link ControllerGuard}.
 */
@Configuration(proxyBeanMethods = false)
class Guard {

  /** No scripts but our own files; the component library sets styles on elements. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
          + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
          + "frame-ancestors 'none'";

  private static final String PERMISSIONS_POLICY =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  /** What OWASP advised for PBKDF2 with HMAC-SHA-256 in its cheat sheet of 2023. */
  private static final int ITERATIONS = 600_000;

  private static final int SALT_BYTES = 16;

  @Bean
  PasswordEncoder passwordEncoder() {
    Pbkdf2PasswordEncoder pbkdf2 =
        new Pbkdf2PasswordEncoder(
            "", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    return new DelegatingPasswordEncoder("pbkdf2-600000", Map.of("pbkdf2-600000", pbkdf2));
  }

  @Bean
  CsrfTokenRepository csrfTokenRepository() {
    return CookieCsrfTokenRepository.withHttpOnlyFalse();
  }

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http,
      Sessions sessions,
      CsrfTokenRepository csrfTokens,
      @Value("${jingtu.metrics-token}") String metricsToken,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return http.securityContext(context -> context.securityContextRepository(sessions))
        .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/api/session", "/api/invitations/*")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/api/session", "/api/invitations/*")
                    .permitAll()
                    .requestMatchers("/api/answers", "/api/answers/*")
                    .permitAll()
                    .requestMatchers("/api/**")
                    .authenticated()
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/prometheus")
                    .access(administratorOrToken(metricsToken))
                    .requestMatchers(HttpMethod.GET, "/calendar/*")
                    .permitAll()
                    .requestMatchers("/actuator/**", "/ogc/**", "/public/**", "/calendar/**")
                    .denyAll()
                    .requestMatchers(HttpMethod.GET, "/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, "/**")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, e) ->
                            problems.resolveException(request, response, null, e))
                    .accessDeniedHandler(
                        (request, response, e) ->
                            problems.resolveException(request, response, null, e)))
        .headers(Guard::tellBrowsers)
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .build();
  }

  private static void tellBrowsers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
        .frameOptions(frames -> frames.deny());
  }

  private static AuthorizationManager<RequestAuthorizationContext> administratorOrToken(
      String token) {
    AuthorizationManager<RequestAuthorizationContext> administrator =
        AuthorityAuthorizationManager.hasRole("ADMINISTRATOR");
    byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    return (authentication, context) -> {
      String given = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
      boolean right =
          given != null
              && !token.isEmpty()
              && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
      return right
          ? new AuthorizationDecision(true)
          : administrator.authorize(authentication, context);
    };
  }
}
