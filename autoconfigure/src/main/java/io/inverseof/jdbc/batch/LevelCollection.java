package io.inverseof.jdbc.batch;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.inverseof.model.AggregateCollection;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.TransactionException;

/**
 * One collection of all rows of a level, read at the first request.
 */
final class LevelCollection {

	private static final String ABORTED = "25P02";

	private final CollectionPath path;

	private final AggregateCollection name;

	private final LevelKeys keys;

	private boolean tried;

	private boolean answered;

	private @Nullable LoadedCollection loaded;

	private @Nullable RuntimeException failure;

	private @Nullable AggregateLevel elements;

	LevelCollection(CollectionPath path, AggregateCollection name, List<? extends LevelRow> rows) {
		this.path = path;
		this.name = name;
		this.keys = LevelKeys.of(rows, path);
	}

	CollectionPath path() {
		return this.path;
	}

	AggregateCollection name() {
		return this.name;
	}

	LevelKeys keys() {
		return this.keys;
	}

	/**
	 * Whether one statement is worth it: for a single owner Spring Data JDBC's own will
	 * do, unless it is followed by one for each element.
	 */
	private boolean isWorthwhile() {
		return (this.keys.size() > 1 || (this.keys.size() == 1 && this.path.isNested())) && this.keys.areDistinct();
	}

	/**
	 * Tells whether the rows are still to be read, and takes it that they are read now.
	 */
	boolean begin() {
		boolean first = !this.tried && isWorthwhile() && !this.path.select().isRefused();
		this.tried = true;
		return first;
	}

	/**
	 * Keeps why the rows could not be read, for who may fail because of that.
	 */
	void failed(RuntimeException failure) {
		this.failure = failure;
		boolean passing = failure instanceof DataAccessException || failure instanceof TransactionException;
		if (failure instanceof BadSqlGrammarException || !passing) {
			this.path.select().refuse();
		}
	}

	/**
	 * Sends a statement for one owner. Where a transaction did not outlive the statement
	 * for all of them, that one tells what is wrong.
	 */
	Iterable<Object> single(Function<AggregateCollection, Iterable<Object>> statement) {
		try {
			return statement.apply(this.name);
		}
		catch (DataAccessException ex) {
			RuntimeException failure = this.failure;
			if (failure == null || failure == ex) {
				throw ex;
			}
			RuntimeException first = isAborted(ex) ? failure : ex;
			first.addSuppressed((first == ex) ? failure : ex);
			throw first;
		}
	}

	private static boolean isAborted(DataAccessException failure) {
		return failure.getCause() instanceof SQLException cause && ABORTED.equals(cause.getSQLState());
	}

	void loaded(LoadedCollection loaded) {
		this.loaded = loaded;
		this.elements = new AggregateLevel(loaded.rows(), this.name);
	}

	@Nullable LoadedCollection loaded() {
		return this.loaded;
	}

	/**
	 * Returns the level of the elements, whose collections are read together too.
	 */
	AggregateLevel elements() {
		return Objects.requireNonNull(this.elements);
	}

	/**
	 * Tells whether this is the first answer from what was read for all.
	 */
	boolean answer() {
		boolean first = !this.answered;
		this.answered = true;
		return first;
	}

}
