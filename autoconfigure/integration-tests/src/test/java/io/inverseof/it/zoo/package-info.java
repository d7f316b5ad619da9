/**
 * Stock Spring Data JDBC and the starter side by side, over entities without
 * associations: whoever adds the starter and uses nothing of it must not notice.
 */
@NullMarked
package io.inverseof.it.zoo;

import org.jspecify.annotations.NullMarked;
