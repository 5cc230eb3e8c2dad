/**
 * Duties: what plans, documents and registers ask of each organisation.
 *
 * <p>One duty is one sentence, one item of a document or one thing due for a record, and one
 * organisation. Whoever coordinates a region sees those that its office keeps and those of its
 * organisations; an organisation sees its own and those that it handed down.
 */
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "document",
      "document :: evidence",
      "document :: template",
      "edge",
      "organisation",
      "scope",
      "plan",
      "plan :: demand",
      "register"
    })
@NullMarked
package jingtu.server.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
