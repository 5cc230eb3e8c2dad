/**
 * Evidence: files and photos that prove that something was done, each with all its versions. What a
 * piece of evidence proves is not known here; the module whose record it hangs on keeps its id. A
 * file comes in only when its content is what its name says, everybody can open it and nothing in
 * it runs. What was taken out can be put back: nothing that was handed in is ever lost.
 *
 * <p>The bytes lie with all other documents in the database, so below no address that a web server
 * would serve by itself.
 */
@NamedInterface("evidence")
@NullMarked
package jingtu.server.document.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
