package io.inverseof.test;

import io.inverseof.Association;
import io.inverseof.HasMany;
import org.assertj.core.api.AbstractObjectAssert;

/**
 * Assertions about an association of an entity. They never load.
 *
 * <pre>{@code
 * import static io.inverseof.test.AssociationAssert.assertThat;
 *
 * Author author = this.authors.findById(1L).orElseThrow();
 * author.posts().size();
 * assertThat(author.posts()).sharesInverse();
 * }</pre>
 *
 * May be imported beside AssertJ's own {@code assertThat}.
 *
 * @param <A> the type of the association
 * @since 0.1.0
 */
public final class AssociationAssert<A extends Association> extends AbstractObjectAssert<AssociationAssert<A>, A> {

	private AssociationAssert(A actual) {
		super(actual, AssociationAssert.class);
	}

	/**
	 * Starts an assertion about an association.
	 * @param <A> the type of the association
	 * @param actual the association
	 * @return assertions about it
	 */
	public static <A extends Association> AssociationAssert<A> assertThat(A actual) {
		return new AssociationAssert<>(actual);
	}

	/**
	 * Starts an assertion about a has-many, which is a list as well.
	 * @param <E> the type of the elements
	 * @param actual the has-many
	 * @return assertions about it
	 */
	public static <E> HasManyAssert<E> assertThat(HasMany<E> actual) {
		return new HasManyAssert<>(actual);
	}

	/**
	 * Verifies that the target is in memory and refers back to the very object that holds
	 * this association, without a statement and whoever has read it.
	 * @return this assertion
	 */
	public AssociationAssert<A> sharesInverse() {
		isNotNull();
		OtherSide.of(this.actual).problem().ifPresent((problem) -> failWithMessage("%s", problem));
		return this;
	}

	/**
	 * Verifies that the next read is answered from memory alone.
	 * @return this assertion
	 */
	public AssociationAssert<A> isLoaded() {
		isNotNull();
		if (!this.actual.isLoaded()) {
			failWithMessage("Expecting %s to be loaded, but it is not.", OtherSide.describe(this.actual));
		}
		return this;
	}

	/**
	 * Verifies that the next read would send a query.
	 * @return this assertion
	 */
	public AssociationAssert<A> isNotLoaded() {
		isNotNull();
		if (this.actual.isLoaded()) {
			failWithMessage("Expecting %s not to be loaded, but it is.", OtherSide.describe(this.actual));
		}
		return this;
	}

}
