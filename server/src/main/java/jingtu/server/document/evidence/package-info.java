/**
 * Evidence: files and photos that prove that something was done, each with all its versions. What a
 * piece of evidence proves is not known here; the module whose record it hangs on keeps its id. A
 * file comes in only when its content is what its name says, everybody can open it and nothing in
 * it runs. What was taken out can be put back: nothing that was handed in is ever lost. What was
 * settled with a piece keeps it as it is; the module that settled it says so, as {@code
 * EvidenceHold}.
 *
 * <p>The bytes lie with all other documents in the database, so below no address that a web server
 * would serve by itself.
 *
 * <p>Files of strangers are opened in a process that ends with them. A PDF of a kilobyte can draw
 * for days, one of 400 KB unpack to 400 MB of picture, and inside one JVM neither time nor memory
 * can be taken back from a library that is at it. {@code DrawPages} is a process of the same JDK
 * with few classes, little memory and little time, at most two at once; it reads from its input and
 * answers on its output, and what it draws has none of the file's bytes and tells nothing of where
 * a photo was taken. Office files are not opened to be shown: only their container is looked into.
 * Scans as JBIG2 or JPEG 2000 stay blank in previews, since their decoders are not part of the
 * product.
 */
@NamedInterface("evidence")
@NullMarked
package jingtu.server.document.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
