package io.inverseof.it.saving.failing;

/**
 * {@link FailingDeletionsTests} on H2.
 */
class H2FailingDeletionsIntegrationTests extends FailingDeletionsTests {

}
