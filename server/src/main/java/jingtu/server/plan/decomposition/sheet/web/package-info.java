/** Tables of work that come back, over HTTP. */
@NullMarked
package jingtu.server.plan.decomposition.sheet.web;

import org.jspecify.annotations.NullMarked;
