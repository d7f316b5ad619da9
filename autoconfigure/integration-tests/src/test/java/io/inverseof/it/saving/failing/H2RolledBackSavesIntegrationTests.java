package io.inverseof.it.saving.failing;

/**
 * {@link RolledBackSavesTests} on H2.
 */
class H2RolledBackSavesIntegrationTests extends RolledBackSavesTests {

}
