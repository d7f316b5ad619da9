package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Narrows or orders an association by an {@link AssociationScope}.
 *
 * <pre>{@code
 * &#64;ScopedBy(Assigned.class)
 * private final HasMany<Task> assignedTasks = hasMany(this);
 * }</pre>
 *
 * An association whose scope filters or limits has an inverse only with
 * {@code inverseof.automatic-scope-inversing}, as in Rails 7; a scope that only sorts
 * does not matter.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ScopedBy {

	/**
	 * The scope.
	 * @return the class of a Spring bean, or a class with a no-argument constructor
	 */
	Class<? extends AssociationScope> value();

}
