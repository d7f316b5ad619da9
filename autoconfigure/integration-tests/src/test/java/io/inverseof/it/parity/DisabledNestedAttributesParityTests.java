package io.inverseof.it.parity;

import org.springframework.test.context.TestPropertySource;

/**
 * Nested input, where nothing is shared when it is read.
 */
@TestPropertySource(properties = "inverseof.enabled=false")
class DisabledNestedAttributesParityTests extends NestedAttributesParityTests {

}
