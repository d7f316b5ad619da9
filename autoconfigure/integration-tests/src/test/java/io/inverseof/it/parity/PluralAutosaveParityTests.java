package io.inverseof.it.parity;

import org.springframework.test.context.TestPropertySource;

/**
 * Saving, where references fill the collections of their targets.
 */
@TestPropertySource(properties = "inverseof.automatically-invert-plural-associations=true")
class PluralAutosaveParityTests extends AutosaveParityTests {

}
