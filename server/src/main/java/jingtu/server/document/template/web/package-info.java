/** Templates over HTTP. */
@NullMarked
package jingtu.server.document.template.web;

import org.jspecify.annotations.NullMarked;
