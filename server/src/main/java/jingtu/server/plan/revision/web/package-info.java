/** The versions of plans over HTTP. */
@NullMarked
package jingtu.server.plan.revision.web;

import org.jspecify.annotations.NullMarked;
