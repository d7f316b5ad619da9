package io.inverseof.it.unitofwork;

/**
 * {@link PropagationTests} on H2.
 */
class H2PropagationTests extends PropagationTests {

}
