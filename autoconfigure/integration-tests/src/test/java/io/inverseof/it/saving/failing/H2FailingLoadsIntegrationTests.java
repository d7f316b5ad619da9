package io.inverseof.it.saving.failing;

/**
 * {@link FailingLoadsTests} on H2.
 */
class H2FailingLoadsIntegrationTests extends FailingLoadsTests {

}
