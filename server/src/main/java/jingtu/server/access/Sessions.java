package jingtu.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jingtu.server.scope.Scope;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Who is signed in. A session holds no more than the account's id and epoch; the account itself is
 * read at each request that asks, so that a disabled account, a new password or another role counts
 * at once.
 */
@Component
class Sessions implements SecurityContextRepository {

  private static final String KEY = "jingtu.account";

  private final AccountRows rows;
  private final CsrfTokenRepository csrfTokens;

  Sessions(AccountRows rows, CsrfTokenRepository csrfTokens) {
    this.rows = rows;
    this.csrfTokens = csrfTokens;
  }

  private record Key(UUID account, int epoch) implements Serializable {}

  /** Opens a session under a new id, or renews the one there is, and changes the CSRF token. */
  void open(AccountRows.Row row, HttpServletRequest request, HttpServletResponse response) {
    Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    request.getSession(true).setAttribute(KEY, new Key(row.account().id(), row.epoch()));
    SecurityContextHolder.setContext(contextOf(row));
    renewCsrfToken(request, response);
  }

  /** Ends the request's session. */
  void close(HttpServletRequest request, HttpServletResponse response) {
    Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    SecurityContextHolder.clearContext();
    renewCsrfToken(request, response);
  }

  /** The account behind the request's session, where there is one and it may still sign in. */
  private Optional<AccountRows.Row> account(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(KEY) instanceof Key key)) {
      return Optional.empty();
    }
    return rows.find(key.account())
        .filter(row -> row.epoch() == key.epoch() && !row.account().disabled());
  }

  private void renewCsrfToken(HttpServletRequest request, HttpServletResponse response) {
    CsrfToken fresh = csrfTokens.generateToken(request);
    csrfTokens.saveToken(fresh, request, response);
  }

  private static SecurityContext contextOf(AccountRows.Row row) {
    Scope scope = row.account().scope();
    return new SecurityContextImpl(
        new UsernamePasswordAuthenticationToken(
            scope, "", List.of(new SimpleGrantedAuthority("ROLE_" + scope.role()))));
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(
        SingletonSupplier.of(
            () -> account(request).map(Sessions::contextOf).orElseGet(SecurityContextImpl::new)));
  }

  @Override
  @SuppressWarnings("deprecation") // the interface still has it without a default
  public SecurityContext loadContext(
      org.springframework.security.web.context.HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  /** Sessions are opened by {@link #open} alone. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return account(request).isPresent();
  }

  private record Deferred(Supplier<SecurityContext> context) implements DeferredSecurityContext {
    @Override
    public SecurityContext get() {
      return context.get();
    }

    @Override
    public boolean isGenerated() {
      return false;
    }
  }
}
