package io.inverseof.it.parity;

import org.springframework.test.context.TestPropertySource;

/**
 * Saving, where nothing is shared when it is read.
 */
@TestPropertySource(properties = "inverseof.enabled=false")
class DisabledAutosaveParityTests extends AutosaveParityTests {

}
