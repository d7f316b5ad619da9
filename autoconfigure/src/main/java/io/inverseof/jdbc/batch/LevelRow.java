package io.inverseof.jdbc.batch;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.relational.domain.RowDocument;

/**
 * A row whose collections are read together with those of other rows.
 */
interface LevelRow {

	/**
	 * Returns what is in a column.
	 * @param label the label of the column
	 * @return the value, {@code null} also if there is no such column
	 */
	@Nullable Object value(String label);

	/**
	 * Returns what the rows of its collections refer to where the row has no id of its
	 * own.
	 * @return the identifier, {@code null} if it has no complete one
	 */
	@Nullable Identifier identifier();

	/**
	 * The row of an aggregate root.
	 */
	static LevelRow root(RowDocument row) {
		return new LevelRow() {

			@Override
			public @Nullable Object value(String label) {
				return row.get(label);
			}

			@Override
			public Identifier identifier() {
				return Identifier.empty();
			}

		};
	}

}
