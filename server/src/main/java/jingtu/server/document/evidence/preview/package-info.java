/**
 * Pictures of the pages of files that somebody handed in. A hostile file can make a decoder take
 * any amount of time and memory, so each is looked at by a process of its own, which may have so
 * much of both and knows nothing of the server: what it cannot do there is not shown, and nothing
 * else suffers. It reads the file from its input and answers on its output, so no copy lies on
 * disk.
 */
@NullMarked
package jingtu.server.document.evidence.preview;

import org.jspecify.annotations.NullMarked;
