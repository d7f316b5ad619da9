package io.inverseof.test;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.Association;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;

/**
 * Assertions about a has-many: those about any list, which load it, and those about an
 * association, which never do.
 *
 * @param <E> the type of the elements
 * @since 0.1.0
 * @see AssociationAssert#assertThat(io.inverseof.HasMany)
 */
public final class HasManyAssert<E>
		extends AbstractListAssert<HasManyAssert<E>, List<? extends E>, E, ObjectAssert<E>> {

	HasManyAssert(List<? extends E> actual) {
		super(actual, HasManyAssert.class);
	}

	/**
	 * Verifies that the elements are in memory and refer back to the very object that
	 * holds this association, without a statement and whoever has read them.
	 * @return this assertion
	 */
	public HasManyAssert<E> sharesInverse() {
		OtherSide.of(association()).problem().ifPresent((problem) -> failWithMessage("%s", problem));
		return this;
	}

	/**
	 * Verifies that the next read is answered from memory alone.
	 * @return this assertion
	 */
	public HasManyAssert<E> isLoaded() {
		AssociationAssert.assertThat(association()).as(descriptionText()).isLoaded();
		return this;
	}

	/**
	 * Verifies that the next read would send a query.
	 * @return this assertion
	 */
	public HasManyAssert<E> isNotLoaded() {
		AssociationAssert.assertThat(association()).as(descriptionText()).isNotLoaded();
		return this;
	}

	private Association association() {
		isNotNull();
		if (this.actual instanceof Association association) {
			return association;
		}
		throw failure("Expecting a has-many, but this is a part of one that was extracted by another assertion.");
	}

	@Override
	protected ObjectAssert<E> toAssert(E value, String description) {
		return new ObjectAssert<>(value).as(description);
	}

	@Override
	protected HasManyAssert<E> newAbstractIterableAssert(Iterable<? extends E> iterable) {
		List<E> elements = new ArrayList<>();
		iterable.forEach(elements::add);
		return new HasManyAssert<>(elements);
	}

}
