/** Tests of whom the names in a plan mean. */
@org.jspecify.annotations.NullMarked
package jingtu.server.plan.resolution;
