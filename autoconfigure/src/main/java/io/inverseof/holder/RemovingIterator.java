package io.inverseof.holder;

import java.util.Iterator;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An iterator over a snapshot whose {@code remove} changes the association.
 */
final class RemovingIterator<E> implements Iterator<E> {

	private final Iterator<E> delegate;

	private final Consumer<E> remove;

	private @Nullable E last;

	RemovingIterator(Iterator<E> delegate, Consumer<E> remove) {
		this.delegate = delegate;
		this.remove = remove;
	}

	@Override
	public boolean hasNext() {
		return this.delegate.hasNext();
	}

	@Override
	public E next() {
		E next = this.delegate.next();
		this.last = next;
		return next;
	}

	@Override
	public void remove() {
		E removed = this.last;
		Assert.state(removed != null, "next() has not been called");
		this.last = null;
		this.remove.accept(removed);
	}

}
