/** Evidence over HTTP. */
@NullMarked
package jingtu.server.document.evidence.web;

import org.jspecify.annotations.NullMarked;
