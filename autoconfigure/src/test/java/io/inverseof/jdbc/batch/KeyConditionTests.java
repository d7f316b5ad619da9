package io.inverseof.jdbc.batch;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.StatementBuilder;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.render.SqlRenderer;

import static org.assertj.core.api.Assertions.assertThat;

class KeyConditionTests {

	private static final List<SqlIdentifier> ONE = List.of(SqlIdentifier.unquoted("a"));

	private static final List<SqlIdentifier> TWO = List.of(SqlIdentifier.unquoted("a"), SqlIdentifier.unquoted("b"));

	private static String render(KeyCondition condition) {
		Table table = Table.create("t");
		return SqlRenderer.toString(StatementBuilder.select(table.column("x"))
			.from(table)
			.where(condition.on(condition.columns().stream().map(table::column).toList()))
			.build());
	}

	@Test
	void arrayIsOneParameter() {
		assertThat(render(KeyCondition.array(ONE))).isEqualTo("SELECT t.x FROM t WHERE t.a = ANY(:inverseof_keys)");
	}

	@Test
	void listHasAParameterForEachKey() {
		assertThat(render(KeyCondition.padded(ONE, 2, 1000)))
			.isEqualTo("SELECT t.x FROM t WHERE t.a IN (:inverseof_0_0, :inverseof_1_0)");
	}

	@Test
	void severalColumnsAreComparedOneByOne() {
		assertThat(render(KeyCondition.padded(TWO, 2, 500)))
			.isEqualTo("SELECT t.x FROM t WHERE (t.a = :inverseof_0_0 AND t.b = :inverseof_0_1) "
					+ "OR (t.a = :inverseof_1_0 AND t.b = :inverseof_1_1)");
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 4", "4, 4", "5, 8", "100, 128", "512, 512", "513, 1000", "1000, 1000" })
	void keysArePaddedToPowersOfTwo(int keys, int markers) {
		assertThat(KeyCondition.padded(ONE, keys, 1000).markers()).isEqualTo(markers);
	}

	@Test
	void thousandAlternativesAreRendered() {
		assertThat(render(KeyCondition.padded(TWO, 1000, 1000))).contains(":inverseof_999_1");
	}

}
