package io.inverseof.it.inheritance;

import io.inverseof.it.siblings.OnMariaDb;

/**
 * The gallery on one database.
 */
@OnMariaDb
class GalleryMariaDbIntegrationTests extends GalleryTest {

}
