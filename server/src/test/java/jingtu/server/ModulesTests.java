package jingtu.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

  @Test
  void modulesUseEachOtherOnlyThroughTheirDoorsAndInOneDirection() {
    ApplicationModules.of(JingtuServer.class).verify();
  }
}
