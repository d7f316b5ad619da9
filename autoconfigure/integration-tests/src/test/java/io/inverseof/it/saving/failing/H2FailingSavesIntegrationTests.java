package io.inverseof.it.saving.failing;

/**
 * {@link FailingSavesTests} on H2.
 */
class H2FailingSavesIntegrationTests extends FailingSavesTests {

}
