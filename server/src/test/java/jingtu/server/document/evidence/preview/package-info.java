@NullMarked
package jingtu.server.document.evidence.preview;

import org.jspecify.annotations.NullMarked;
