/** Corrections of a plan over HTTP. */
@NullMarked
package jingtu.server.plan.correction.web;

import org.jspecify.annotations.NullMarked;
