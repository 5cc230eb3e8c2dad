/**
 * How the outside is answered, whichever module answers: refusals as problem+json (RFC 9457) in the
 * reader's language, and the pages of the browser application.
 */
@ApplicationModule(allowedDependencies = "scope")
@NullMarked
package jingtu.server.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
