/**
 * A small blog, its projects, its shop and its invoices: entities, plain Spring Data
 * repositories and the REST controllers that walk over their associations, as in any
 * application.
 */
package io.inverseof.demo;
