@NullMarked
package jingtu.server.organisation;

import org.jspecify.annotations.NullMarked;
