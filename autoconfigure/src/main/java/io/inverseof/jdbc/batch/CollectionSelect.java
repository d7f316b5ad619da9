package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.AggregatePath.ColumnInfo;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Expression;
import org.springframework.data.relational.core.sql.Select;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectWhere;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectWhereAndOr;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.StatementBuilder;
import org.springframework.data.relational.core.sql.Table;

/**
 * The statement that reads a collection of several owners: what Spring Data JDBC would
 * read, in the same order, and in the last columns to whom each row belongs. Thread-safe.
 */
final class CollectionSelect {

	private static final String KEY_LABEL = "inverseof_key_";

	private final AggregatePath path;

	private final JdbcConverter converter;

	private final Function<Select, String> renderer;

	private final Map<KeyCondition, String> texts = new ConcurrentHashMap<>();

	private volatile boolean refused;

	CollectionSelect(AggregatePath path, JdbcConverter converter, Function<Select, String> renderer) {
		this.path = path;
		this.converter = converter;
		this.renderer = renderer;
	}

	/**
	 * Remembers that the database does not understand the statement.
	 */
	void refuse() {
		this.refused = true;
	}

	boolean isRefused() {
		return this.refused;
	}

	String text(KeyCondition keys) {
		return this.texts.computeIfAbsent(keys, this::render);
	}

	private String render(KeyCondition keys) {
		Table table = Table.create(this.path.getRequiredLeafEntity().getQualifiedTableName());
		List<Column> keyColumns = keys.columns().stream().map(table::column).toList();
		SelectedColumns selected = SelectedColumns.of(this.path.getRequiredLeafEntity(), this.converter);
		List<Expression> columns = new ArrayList<>(selected.columns().values());
		ColumnInfo qualifier = this.path.getTableInfo().qualifierColumnInfo();
		if (qualifier != null) {
			columns.add(table.column(qualifier.name()).as(qualifier.name()));
		}
		for (Column column : keyColumns) {
			columns.add(column.as(SqlIdentifier.unquoted(KEY_LABEL + keyColumns.indexOf(column))));
		}
		SelectWhere select = (SelectWhere) selected.join(StatementBuilder.select(columns).from(table));
		return this.renderer.apply(ordered(select.where(keys.on(keyColumns)), table));
	}

	private Select ordered(SelectWhereAndOr select, Table table) {
		ColumnInfo qualifier = this.path.getTableInfo().qualifierColumnInfo();
		return (this.path.isOrdered() && qualifier != null)
				? select.orderBy(table.column(qualifier.name()).as(qualifier.alias())).build() : select.build();
	}

}
