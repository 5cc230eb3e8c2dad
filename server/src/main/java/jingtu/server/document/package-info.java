/**
 * Keeps the files that people hand in, byte for byte, and gives them back.
 *
 * <p>The bytes lie in the database beside the row that describes them: a file and what was read
 * from it are stored in one transaction, a sudden end of the process leaves both or neither, a
 * backup is of one moment, and two servers on one database see the same files. Evidence of many
 * gigabytes would ask this question anew.
 */
@ApplicationModule(allowedDependencies = {"audit", "organisation", "scope", "edge"})
@NullMarked
package jingtu.server.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
