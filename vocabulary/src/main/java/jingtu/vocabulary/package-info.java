/**
 * The words every part of Jingtu shares. Nothing here knows of files, databases or the network, and
 * nothing here needs more than the JDK.
 */
@NullMarked
package jingtu.vocabulary;

import org.jspecify.annotations.NullMarked;
