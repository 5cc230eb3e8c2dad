/**
 * Backups: everything the platform keeps, as it was at one moment, in one file that is checked to
 * the last byte and restored on either database.
 *
 * <p>A module of its own, because it stands beside the others rather than among them: it knows no
 * table by name and no module by its types, and copies what the database says is there. So a table
 * that a module adds is in the next backup without a line here, and no door has to be opened for
 * copying that would be too wide for anything else.
 *
 * <p>The file is a .zip that any program opens: one part of JSON lines for each table, the files of
 * the data folder, and a manifest with the SHA-256 of each part. Its last 64 characters are the
 * SHA-256 of all bytes before them, see {@link jingtu.server.backup.Archive}.
 */
@ApplicationModule(allowedDependencies = {"audit", "scope", "edge"})
@NullMarked
package jingtu.server.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
