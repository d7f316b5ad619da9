package io.inverseof.jdbc.batch;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;

/**
 * A row that was read ahead.
 */
final class BufferedRow implements LevelRow {

	private final BufferedColumns columns;

	private final @Nullable Object[] objects;

	private final @Nullable DriverView[] views;

	BufferedRow(BufferedColumns columns, @Nullable Object[] objects, @Nullable DriverView[] views) {
		this.columns = columns;
		this.objects = objects;
		this.views = views;
	}

	int column(String label) {
		return this.columns.index(label);
	}

	@Nullable Object object(int column) throws SQLException {
		if (column < 1 || column > this.objects.length) {
			throw new SQLException("Column %d was asked for, but this row has the columns 1 to %d.".formatted(column,
					this.objects.length));
		}
		return this.objects[column - 1];
	}

	BufferedValue value(int column) throws SQLException {
		return new BufferedValue(column, object(column), this.views[column - 1]);
	}

	@Override
	public @Nullable Object value(String label) {
		int column = column(label);
		return (column > 0) ? this.objects[column - 1] : null;
	}

	@Override
	public Identifier identifier() {
		return Identifier.empty();
	}

}
