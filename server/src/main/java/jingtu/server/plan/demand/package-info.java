/**
 * What plans ask of whom: each sentence that obliges, beside each name that it or its clause calls
 * on. Other modules open their lists of duties from here.
 */
@NullMarked
@NamedInterface("demand")
package jingtu.server.plan.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
