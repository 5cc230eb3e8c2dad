@NullMarked
package jingtu.server.plan.decomposition.web;

import org.jspecify.annotations.NullMarked;
