package io.inverseof.it.zoo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link Exhibit} as a {@link Scenario}, which is named after the
 * method.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Scene {

	/**
	 * Whether the scenario is also played with a transaction around it. Not, if it has
	 * transactions of its own, or runs into errors of the database, after which
	 * PostgreSQL refuses all further statements of the transaction.
	 * @return whether a transaction around the scenario does no harm
	 */
	boolean inTransaction() default true;

}
