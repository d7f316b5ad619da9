package io.inverseof.it.inheritance;

import io.inverseof.it.reading.OnH2;

/**
 * The gallery on one database.
 */
@OnH2
class GalleryH2IntegrationTests extends GalleryTest {

}
