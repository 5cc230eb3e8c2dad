package jingtu.server.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The browser application's files, from {@code /static/} on the class path. A path that is no file
 * and belongs to no interface is one of the application's own and gets its first page. Files under
 * {@code /assets/} carry a hash in their name and are kept by browsers for good.
 */
@Configuration(proxyBeanMethods = false)
class BrowserPages implements WebMvcConfigurer {

  /** First parts of paths that programs call; unknown ones below them are not found. */
  private static final List<String> INTERFACES =
      List.of("api/", "ogc/", "public/", "actuator/", "calendar/", "assets/");

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new FirstPageForUnknown());
  }

  private static final class FirstPageForUnknown extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      if (file != null) {
        return file;
      }
      boolean ofAnInterface = INTERFACES.stream().anyMatch((path + "/")::startsWith);
      return ofAnInterface ? null : super.getResource("index.html", location);
    }
  }
}
