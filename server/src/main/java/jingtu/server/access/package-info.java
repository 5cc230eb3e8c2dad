/**
 * Accounts, how they sign in, and the guard at the door: nothing is answered to somebody who is not
 * signed in unless it is listed as open.
 */
@ApplicationModule(allowedDependencies = {"scope", "edge", "audit", "organisation"})
@NullMarked
package jingtu.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
