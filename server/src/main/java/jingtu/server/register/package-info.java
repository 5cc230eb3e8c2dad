/**
 * Registers: lists that an office keeps because a plan or a law asks for them, each made from a
 * definition that anybody can write.
 *
 * <p>A definition (one YAML file) becomes a table with real columns, a form, a list, a template and
 * a part of the interface. What is the same for all registers (rights, state, history, deadlines,
 * links, evidence) is written once, on one table of records: the spine.
 */
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "organisation",
      "scope",
      "edge",
      "document",
      "document :: evidence",
      "document :: template"
    })
@NullMarked
package jingtu.server.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
