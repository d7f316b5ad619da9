package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.List;

import org.springframework.data.relational.core.sql.AssignValue;
import org.springframework.data.relational.core.sql.Assignments;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.SQL;

/**
 * What happens to the key of a row.
 */
enum KeyChange {

	/** The row gets another key. */
	POINT {

		@Override
		List<AssignValue> assignments(List<Column> foreignKey) {
			List<AssignValue> assignments = new ArrayList<>(foreignKey.size());
			for (int i = 0; i < foreignKey.size(); i++) {
				assignments.add(Assignments.value(foreignKey.get(i), KeySql.marker(KeySql.KEY + i)));
			}
			return assignments;
		}

		@Override
		Condition outcome(List<Column> foreignKey) {
			return KeySql.equal(foreignKey, KeySql.KEY);
		}

	},

	/** The row loses the key of one owner, and keeps that of any other. */
	CLEAR {

		@Override
		List<AssignValue> assignments(List<Column> foreignKey) {
			return foreignKey.stream().map((column) -> Assignments.value(column, SQL.nullLiteral())).toList();
		}

		@Override
		Condition outcome(List<Column> foreignKey) {
			return foreignKey.stream()
				.map(Column::isNull)
				.map(Condition.class::cast)
				.reduce(Condition::and)
				.orElseThrow();
		}

	};

	abstract List<AssignValue> assignments(List<Column> foreignKey);

	/**
	 * The condition that is true for a row afterwards.
	 */
	abstract Condition outcome(List<Column> foreignKey);

}
