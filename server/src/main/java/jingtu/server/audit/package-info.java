/**
 * What was done, by whom and when: entries that are only ever added, each carrying the hash of the
 * one before it, so that a changed, removed or swapped entry shows.
 */
@ApplicationModule(allowedDependencies = {"scope", "edge"})
@NullMarked
package jingtu.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
