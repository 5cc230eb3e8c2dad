/** Names and their organisations over HTTP. */
@NullMarked
package jingtu.server.plan.resolution.web;

import org.jspecify.annotations.NullMarked;
