/**
 * What makes this application a demonstration: it listens to the SQL of a request, runs
 * the request in naive mode too, and tells both. No application needs any of this.
 */
package io.inverseof.demo.comparison;
