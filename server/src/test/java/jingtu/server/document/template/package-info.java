@NullMarked
package jingtu.server.document.template;

import org.jspecify.annotations.NullMarked;
