package jingtu.server.register.lifecycle;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link KeepDeadlines} ask for the day by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Days {}
