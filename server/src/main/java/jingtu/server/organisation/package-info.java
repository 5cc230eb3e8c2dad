/** Regions, and the organisations that plans name, with the other names they go by. */
@ApplicationModule(allowedDependencies = {"scope", "edge", "audit"})
@NullMarked
package jingtu.server.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
