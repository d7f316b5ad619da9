package io.inverseof.it.parity.counting;

import org.springframework.test.context.TestPropertySource;

/**
 * The same with children that enter the collections of their owners by themselves.
 */
@TestPropertySource(properties = "inverseof.automatically-invert-plural-associations=true")
class PluralCounterCacheParityTests extends CounterCacheParityTests {

}
