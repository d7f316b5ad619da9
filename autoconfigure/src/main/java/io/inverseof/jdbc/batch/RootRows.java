package io.inverseof.jdbc.batch;

import java.sql.ResultSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.domain.RowDocument;

/**
 * The rows of aggregate roots that one query reads. Used by one thread at a time.
 *
 * @since 0.1.0
 */
public final class RootRows {

	private @Nullable LookAheadResultSet resultSet;

	private @Nullable RowDocument root;

	private @Nullable RowDocument single;

	private List<LevelRow> rows = List.of();

	/**
	 * Makes it possible to look ahead.
	 * @param rows the rows of the query
	 * @param size how many rows to read at once
	 * @return the same rows
	 */
	public LookAheadResultSet lookAhead(ResultSet rows, LookAheadSize size) {
		this.resultSet = new LookAheadResultSet(rows, size);
		return this.resultSet;
	}

	/**
	 * Begins to read a root.
	 * @param row its row
	 */
	public void begin(RowDocument row) {
		this.root = row;
	}

	/**
	 * Returns the rows whose collections are to be read together, the row of the current
	 * root among them: the same list for each of these roots.
	 */
	List<LevelRow> together() {
		List<LevelRow> ahead = (this.resultSet != null) ? this.resultSet.lookAhead() : null;
		if (ahead != null) {
			this.rows = ahead;
		}
		else if (this.root != null && this.single != this.root) {
			this.single = this.root;
			this.rows = List.of(LevelRow.root(this.root));
		}
		return this.rows;
	}

}
