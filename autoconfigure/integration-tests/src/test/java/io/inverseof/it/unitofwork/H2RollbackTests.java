package io.inverseof.it.unitofwork;

/**
 * {@link RollbackTests} on H2.
 */
class H2RollbackTests extends RollbackTests {

}
