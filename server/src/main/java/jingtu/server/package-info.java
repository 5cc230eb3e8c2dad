/**
 * The platform that a county runs: one process, one database, one module a business capability.
 *
 * <p>Modules use each other in one direction, as the {@code allowedDependencies} of their packages
 * say: {@code audit}, then {@code organisation}, then {@code access}. {@code scope} (who asks) and
 * {@code edge} (how the outside is answered) are shared by all. A module's base package is its
 * door; its tables are its own, under {@code db/migration/common/<module>}.
 */
@NullMarked
package jingtu.server;

import org.jspecify.annotations.NullMarked;
