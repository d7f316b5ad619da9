package io.inverseof.it.inheritance;

import io.inverseof.it.reading.OnH2;

/**
 * The kennel with the beans of inverseof.
 */
@OnH2
class KennelIntegrationTests extends KennelTest {

}
