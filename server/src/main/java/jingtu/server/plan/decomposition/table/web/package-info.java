/** Task tables over HTTP. */
@NullMarked
package jingtu.server.plan.decomposition.table.web;

import org.jspecify.annotations.NullMarked;
