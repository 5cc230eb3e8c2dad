/**
 * The plan register: plan documents as they were read, sentence by sentence, each sentence with its
 * place in the text.
 */
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "organisation",
      "scope",
      "edge",
      "document",
      "document :: template"
    })
@NullMarked
package jingtu.server.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
