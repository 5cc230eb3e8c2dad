package jingtu.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a request reach a controller's method only where the method's {@link AllowedTo} names the
 * account's role, and hands the method the {@link Scope} it asks for.
 */
@Configuration(proxyBeanMethods = false)
class ControllerGuard
    implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && !method.hasMethodAnnotation(AllowedTo.Anybody.class)
        && !allows(method, signedIn())) {
      throw new AccessDeniedException(method.toString());
    }
    return true;
  }

  private static boolean allows(HandlerMethod method, Scope scope) {
    Optional<AllowedTo> allowed = Optional.ofNullable(method.getMethodAnnotation(AllowedTo.class));
    return method.hasMethodAnnotation(AllowedTo.Everyone.class)
        || allowed.filter(to -> Arrays.stream(to.value()).anyMatch(scope::is)).isPresent();
  }

  private static Scope signedIn() {
    return SignedIn.scope()
        .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Scope.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return signedIn();
  }
}
