package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * A stream whose entities are made some at a time, so that each knows the next ones and
 * their associations load together: one at first, because the stream may be closed at any
 * element, then twice as many each time. Entities of different times don't know each
 * other, so that those that were handed out can go.
 */
final class SiblingStream<T extends @Nullable Object> implements Spliterator<T> {

	private final Spliterator<T> source;

	private final QueryScope scope;

	private final int most;

	private List<T> ahead = List.of();

	private int position;

	private int size = 1;

	private @Nullable Throwable failure;

	private SiblingStream(Spliterator<T> source, QueryScope scope, int most) {
		this.source = source;
		this.scope = scope;
		this.most = most;
	}

	/**
	 * Makes a stream of another one.
	 * @param source makes one entity after the other
	 * @param scope in which it makes them
	 * @param most how many to make at a time
	 */
	static <T extends @Nullable Object> Stream<T> of(Stream<T> source, QueryScope scope, int most) {
		return StreamSupport
			.stream(() -> new SiblingStream<>(source.spliterator(), scope, most), Spliterator.ORDERED, false)
			.onClose(source::close);
	}

	@Override
	public boolean tryAdvance(Consumer<? super T> action) {
		if (this.position == this.ahead.size()) {
			readAhead();
		}
		if (this.position == this.ahead.size()) {
			throwFailure();
			return false;
		}
		action.accept(this.ahead.get(this.position++));
		return true;
	}

	private void readAhead() {
		this.position = 0;
		this.ahead = new ArrayList<>();
		this.scope.beginSiblings();
		while (this.ahead.size() < this.size && this.failure == null && advance()) {
			continue;
		}
		this.size = this.scope.hasSiblings() ? Math.min(this.most, this.size * 2) : 1;
	}

	/**
	 * What was read before a row that cannot be read is handed out first.
	 */
	private boolean advance() {
		try {
			return this.source.tryAdvance(this.ahead::add);
		}
		catch (RuntimeException | Error ex) {
			this.failure = ex;
			return false;
		}
	}

	private void throwFailure() {
		if (this.failure instanceof RuntimeException exception) {
			throw exception;
		}
		if (this.failure instanceof Error error) {
			throw error;
		}
	}

	@Override
	public @Nullable Spliterator<T> trySplit() {
		return null;
	}

	@Override
	public long estimateSize() {
		return Long.MAX_VALUE;
	}

	@Override
	public int characteristics() {
		return Spliterator.ORDERED;
	}

}
