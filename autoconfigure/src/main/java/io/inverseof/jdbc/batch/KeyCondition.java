package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;

import org.springframework.data.relational.core.sql.BindMarker;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.Expression;
import org.springframework.data.relational.core.sql.SQL;
import org.springframework.data.relational.core.sql.SimpleFunction;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * How a statement asks for several keys. There are few different ones for each
 * collection, so that databases and drivers can keep their statements.
 *
 * @param columns the columns that the keys are in
 * @param markers how many keys there is room for, 0 for an array of any number
 * @since 0.1.0
 */
public record KeyCondition(List<SqlIdentifier> columns, int markers) {

	private static final String ARRAY = "inverseof_keys";

	static KeyCondition array(List<SqlIdentifier> columns) {
		return new KeyCondition(columns, 0);
	}

	static KeyCondition padded(List<SqlIdentifier> columns, int keys, int most) {
		return new KeyCondition(columns, Math.min(KeyLists.padded(keys), most));
	}

	/**
	 * Returns the name of the parameter for the array.
	 */
	static String parameter() {
		return ARRAY;
	}

	/**
	 * Returns the name of the parameter for one column of one key.
	 */
	static String parameter(int key, int column) {
		return "inverseof_" + key + "_" + column;
	}

	/**
	 * Asks for the keys.
	 * @param tableColumns the columns that have them, in the order of the key
	 * @return the condition
	 */
	public Condition on(List<Column> tableColumns) {
		if (this.markers == 0) {
			return inArray(tableColumns.get(0));
		}
		return (tableColumns.size() == 1) ? in(tableColumns.get(0)) : anyOf(tableColumns, 0, this.markers);
	}

	/**
	 * Asks for the keys of an array.
	 */
	static Condition inArray(Column column) {
		return Conditions.isEqual(column, SimpleFunction.create("ANY", List.of(SQL.bindMarker(":" + parameter()))));
	}

	private Condition in(Column column) {
		List<Expression> keys = new ArrayList<>(this.markers);
		for (int key = 0; key < this.markers; key++) {
			keys.add(marker(key, 0));
		}
		return Conditions.in(column, keys);
	}

	/**
	 * Halved and halved again, because conditions are rendered recursively.
	 */
	private static Condition anyOf(List<Column> columns, int from, int to) {
		if (to - from == 1) {
			return Conditions.nest(equal(columns, from));
		}
		int middle = (from + to) >>> 1;
		return anyOf(columns, from, middle).or(anyOf(columns, middle, to));
	}

	private static Condition equal(List<Column> columns, int key) {
		Condition condition = columns.get(0).isEqualTo(marker(key, 0));
		for (int column = 1; column < columns.size(); column++) {
			condition = condition.and(columns.get(column).isEqualTo(marker(key, column)));
		}
		return condition;
	}

	private static BindMarker marker(int key, int column) {
		return SQL.bindMarker(":" + parameter(key, column));
	}

}
