@NullMarked
package jingtu.server.plan.web;

import org.jspecify.annotations.NullMarked;
