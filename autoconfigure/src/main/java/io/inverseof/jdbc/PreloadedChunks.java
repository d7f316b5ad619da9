package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/**
 * The elements of a stream, prepared in chunks of 1, 2, 4 and so on before they are
 * handed out: who takes only the first pays for little more than that.
 *
 * @param <T> the type of the elements
 */
final class PreloadedChunks<T> extends Spliterators.AbstractSpliterator<T> {

	private final Spliterator<T> source;

	private final int largest;

	private final Consumer<List<T>> preparation;

	private Iterator<T> prepared = Collections.emptyIterator();

	private int size = 1;

	PreloadedChunks(Spliterator<T> source, int largest, Consumer<List<T>> preparation) {
		super(source.estimateSize(), source.characteristics() & (ORDERED | NONNULL | IMMUTABLE));
		this.source = source;
		this.largest = largest;
		this.preparation = preparation;
	}

	@Override
	public boolean tryAdvance(Consumer<? super T> action) {
		if (!this.prepared.hasNext()) {
			prepare();
		}
		if (!this.prepared.hasNext()) {
			return false;
		}
		action.accept(this.prepared.next());
		return true;
	}

	private void prepare() {
		List<T> chunk = new ArrayList<>();
		while (chunk.size() < this.size && this.source.tryAdvance(chunk::add)) {
			continue;
		}
		if (!chunk.isEmpty()) {
			this.preparation.accept(chunk);
		}
		this.prepared = chunk.iterator();
		this.size = Math.min(this.size * 2, Math.max(1, this.largest));
	}

}
