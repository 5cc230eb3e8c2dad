@NullMarked
package jingtu.server.document.evidence;

import org.jspecify.annotations.NullMarked;
