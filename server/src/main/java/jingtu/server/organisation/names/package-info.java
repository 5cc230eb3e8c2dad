/**
 * How a printed name is recognised: what is left of it without the region that it begins with and
 * with its long forms made short is held against what is left of the directory's names. The words
 * themselves, with their dates and sources, lie in {@code /organisation} on the class path.
 */
@NullMarked
package jingtu.server.organisation.names;

import org.jspecify.annotations.NullMarked;
