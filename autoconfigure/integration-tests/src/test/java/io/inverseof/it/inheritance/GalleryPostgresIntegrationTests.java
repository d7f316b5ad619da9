package io.inverseof.it.inheritance;

import io.inverseof.it.reading.OnPostgres;

/**
 * The gallery on one database.
 */
@OnPostgres
class GalleryPostgresIntegrationTests extends GalleryTest {

}
