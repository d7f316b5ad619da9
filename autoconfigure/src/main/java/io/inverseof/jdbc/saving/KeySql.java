package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.dialect.RenderContextFactory;
import org.springframework.data.relational.core.sql.AssignValue;
import org.springframework.data.relational.core.sql.Assignments;
import org.springframework.data.relational.core.sql.BindMarker;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Delete;
import org.springframework.data.relational.core.sql.SQL;
import org.springframework.data.relational.core.sql.Select;
import org.springframework.data.relational.core.sql.SelectBuilder;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.Update;
import org.springframework.data.relational.core.sql.render.SqlRenderer;

/**
 * Writes the texts of statements that change foreign keys. Thread-safe.
 */
final class KeySql {

	/** Names the parameters of a key. */
	static final String KEY = "inverseof_key_";

	/** Names the parameters of an id. */
	static final String ID = "inverseof_id_";

	/** Names the parameter of the version that a row has. */
	static final String VERSION = "inverseof_version";

	/** Names the parameter of the version that a row gets. */
	static final String NEXT_VERSION = "inverseof_next_version";

	private final SqlRenderer renderer;

	KeySql(Dialect dialect) {
		this.renderer = SqlRenderer.create(new RenderContextFactory(dialect).createRenderContext());
	}

	String update(KeyTable table, KeyChange change, boolean versioned) {
		List<AssignValue> assignments = new ArrayList<>(change.assignments(table.foreignKeyColumns()));
		Condition condition = equal(table.idColumns(), ID);
		if (change == KeyChange.CLEAR) {
			condition = condition.and(equal(table.foreignKeyColumns(), KEY));
		}
		if (versioned) {
			Column version = versionColumn(table);
			assignments.add(Assignments.value(version, marker(NEXT_VERSION)));
			condition = condition.and(version.isEqualTo(marker(VERSION)));
		}
		return this.renderer.render(Update.builder().table(table.table()).set(assignments).where(condition).build());
	}

	/**
	 * Finds a row that was changed by the statement for a version.
	 */
	String changedRow(KeyTable table, KeyChange change) {
		Condition condition = equal(table.idColumns(), ID).and(versionColumn(table).isEqualTo(marker(NEXT_VERSION)))
			.and(change.outcome(table.foreignKeyColumns()));
		return select(table, condition);
	}

	private static Column versionColumn(KeyTable table) {
		return table.table().column(Objects.requireNonNull(table.version()));
	}

	String clear(KeyTable table, Condition rows) {
		return this.renderer.render(Update.builder()
			.table(table.table())
			.set(KeyChange.CLEAR.assignments(table.foreignKeyColumns()))
			.where(rows)
			.build());
	}

	String delete(KeyTable table, Condition rows) {
		return this.renderer.render(Delete.builder().from(table.table()).where(rows).build());
	}

	String select(KeyTable table, Condition rows) {
		return this.renderer.render(Select.builder().select(table.idColumns()).from(table.table()).where(rows).build());
	}

	String select(Table table, List<SqlIdentifier> columns, @Nullable Condition rows) {
		SelectBuilder.SelectFromAndJoin all = Select.builder()
			.select(columns.stream().map(table::column).toList())
			.from(table);
		return this.renderer.render((rows != null) ? all.where(rows).build() : all.build());
	}

	static Condition equal(List<Column> columns, String parameter) {
		Condition condition = columns.get(0).isEqualTo(marker(parameter + 0));
		for (int i = 1; i < columns.size(); i++) {
			condition = condition.and(columns.get(i).isEqualTo(marker(parameter + i)));
		}
		return condition;
	}

	static BindMarker marker(String parameter) {
		return SQL.bindMarker(":" + parameter);
	}

}
