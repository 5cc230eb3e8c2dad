/**
 * The invented county that {@code serve --demo} shows: it comes in through the doors that everybody
 * uses, so what it shows is what the product does.
 */
@ApplicationModule(
    allowedDependencies = {
      "scope",
      "edge",
      "organisation",
      "access",
      "document",
      "plan",
      "register",
      "duty",
      "duty :: round"
    })
@NullMarked
package jingtu.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
