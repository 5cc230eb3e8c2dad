@NullMarked
package jingtu.server.plan.revision.web;

import org.jspecify.annotations.NullMarked;
