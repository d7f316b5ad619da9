/**
 * A small blog, its projects and its shop: entities, plain Spring Data repositories and
 * the REST controllers that walk over their associations, as in any application.
 */
package io.inverseof.demo;
