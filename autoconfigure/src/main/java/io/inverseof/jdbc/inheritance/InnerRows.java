package io.inverseof.jdbc.inheritance;

import java.util.List;

import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.Delete;
import org.springframework.data.relational.core.sql.Expressions;
import org.springframework.data.relational.core.sql.Select;
import org.springframework.data.relational.core.sql.StatementBuilder;
import org.springframework.data.relational.core.sql.Table;

/**
 * The rows inside some aggregates, found by way of their roots.
 *
 * @param context the mapping context
 * @param root the table of the roots
 * @param roots which of its rows
 */
record InnerRows(RelationalMappingContext context, Table root, Condition roots) {

	Delete delete(AggregatePath path) {
		Table table = Table.create(path.getTableInfo().qualifiedTableName());
		return StatementBuilder.delete(table).where(belongsToRoots(path, keys(path, table))).build();
	}

	private static List<Column> keys(AggregatePath path, Table table) {
		return path.getTableInfo().backReferenceColumnInfos().toColumnList(table);
	}

	/**
	 * The keys of rows are those of the nearest entity around them that has an id.
	 */
	private Condition belongsToRoots(AggregatePath path, List<Column> keys) {
		AggregatePath parent = path.getParentPath();
		if (parent.isRoot()) {
			return in(keys, ids(parent, this.root, this.roots));
		}
		if (!parent.isEntity() || parent.isEmbedded() || !parent.hasIdProperty()) {
			return belongsToRoots(parent, keys);
		}
		Table table = Table.create(parent.getTableInfo().qualifiedTableName());
		return in(keys, ids(parent, table, belongsToRoots(parent, keys(parent, table))));
	}

	private static Select ids(AggregatePath path, Table table, Condition condition) {
		return StatementBuilder.select(path.getTableInfo().idColumnInfos().toColumnList(table))
			.from(table)
			.where(condition)
			.build();
	}

	private static Condition in(List<Column> keys, Select ids) {
		return Conditions.in(Expressions.of(keys), ids);
	}

}
