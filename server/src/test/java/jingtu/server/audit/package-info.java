@NullMarked
package jingtu.server.audit;

import org.jspecify.annotations.NullMarked;
