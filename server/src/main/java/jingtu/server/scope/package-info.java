/** Who asks: the few types that the doors of all modules speak. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jingtu.server.scope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
