/**
 * What the rows of other objects must not do to the one that was asked.
 */
@NullMarked
package io.inverseof.it.siblings.ledger;

import org.jspecify.annotations.NullMarked;
