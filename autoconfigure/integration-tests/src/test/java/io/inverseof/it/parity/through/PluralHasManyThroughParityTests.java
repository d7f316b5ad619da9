package io.inverseof.it.parity.through;

import org.springframework.test.context.TestPropertySource;

/**
 * The same with join objects that enter the collections of both ends by themselves.
 */
@TestPropertySource(properties = "inverseof.automatically-invert-plural-associations=true")
class PluralHasManyThroughParityTests extends HasManyThroughParityTests {

}
