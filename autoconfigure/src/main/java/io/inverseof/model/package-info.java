/**
 * The associations of a class, and the detection of each one's inverse with the reason
 * kept. Nothing here touches a database or a Spring container.
 */
@NullMarked
package io.inverseof.model;

import org.jspecify.annotations.NullMarked;
