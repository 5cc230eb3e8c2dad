@NullMarked
package jingtu.server.document;

import org.jspecify.annotations.NullMarked;
