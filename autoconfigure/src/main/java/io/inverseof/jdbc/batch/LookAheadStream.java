package io.inverseof.jdbc.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.InvalidResultSetAccessException;
import org.springframework.jdbc.core.RowMapper;

/**
 * A stream of rows that can be looked ahead, over one that moves the rows on by itself.
 *
 * @param <T> what a row is mapped to
 * @since 0.1.0
 */
public final class LookAheadStream<T extends @Nullable Object> {

	private final RowMapper<T> rowMapper;

	private final Function<ResultSet, LookAheadResultSet> lookAhead;

	private @Nullable LookAheadResultSet rows;

	private int row;

	private LookAheadStream(RowMapper<T> rowMapper, Function<ResultSet, LookAheadResultSet> lookAhead) {
		this.rowMapper = rowMapper;
		this.lookAhead = lookAhead;
	}

	/**
	 * Makes the stream of a query.
	 * @param <T> what a row is mapped to
	 * @param rowMapper maps the rows
	 * @param lookAhead makes rows that can be looked ahead
	 * @param query sends the query with the row mapper it is given
	 * @return the stream
	 */
	public static <T extends @Nullable Object> Stream<T> of(RowMapper<T> rowMapper,
			Function<ResultSet, LookAheadResultSet> lookAhead, Function<RowMapper<T>, Stream<T>> query) {
		LookAheadStream<T> stream = new LookAheadStream<>(rowMapper, lookAhead);
		Stream<T> source = query.apply((rows, row) -> stream.moved(rows));
		return StreamSupport.stream(() -> stream.over(source.spliterator()), Spliterator.ORDERED, false)
			.onClose(source::close);
	}

	private T moved(ResultSet rows) throws SQLException {
		if (this.rows == null) {
			this.rows = this.lookAhead.apply(rows);
		}
		this.rows.moved();
		return map(this.rows);
	}

	private T map(LookAheadResultSet rows) throws SQLException {
		return this.rowMapper.mapRow(rows, this.row++);
	}

	private Spliterator<T> over(Spliterator<T> source) {
		return new Spliterator<>() {

			@Override
			public boolean tryAdvance(Consumer<? super T> action) {
				LookAheadResultSet rows = LookAheadStream.this.rows;
				return (rows != null && rows.knowsNext()) ? advance(rows, action) : source.tryAdvance(action);
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

		};
	}

	private boolean advance(LookAheadResultSet rows, Consumer<? super T> action) {
		try {
			if (!rows.next()) {
				return false;
			}
			action.accept(map(rows));
			return true;
		}
		catch (SQLException ex) {
			throw new InvalidResultSetAccessException(ex);
		}
	}

}
