package io.inverseof.it.parity;

import org.springframework.test.context.TestPropertySource;

/**
 * Nested input, where references fill the collections of their targets.
 */
@TestPropertySource(properties = "inverseof.automatically-invert-plural-associations=true")
class PluralNestedAttributesParityTests extends NestedAttributesParityTests {

}
