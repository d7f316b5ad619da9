package io.inverseof.test;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StatementKind}.
 */
class StatementKindTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			SELECT * FROM post                                                 | SELECT
			  select 1                                                         | SELECT
			(SELECT 1) UNION (SELECT 2)                                        | SELECT
			/* insert hint */ SELECT 1                                         | SELECT
			-- a comment                                                       | OTHER
			INSERT INTO post SELECT * FROM draft                               | INSERT
			Update post SET title = 'delete'                                   | UPDATE
			DELETE FROM post WHERE id IN (SELECT 1)                            | DELETE
			MERGE INTO post USING draft ON (true) WHEN MATCHED THEN DELETE     | OTHER
			CREATE TABLE selected (id BIGINT)                                  | OTHER
			SELECTED                                                           | OTHER
			WITH x AS (SELECT 1) SELECT * FROM x                               | SELECT
			WITH x(y) AS (SELECT ')'), z AS (SELECT 2) UPDATE post SET id = 1  | UPDATE
			WITH gone AS (DELETE FROM post RETURNING *) SELECT * FROM gone     | SELECT
			``                                                                 | OTHER
			""")
	void looksAtTheVerb(String sql, StatementKind kind) {
		assertThat(StatementKind.of(sql)).isEqualTo(kind);
	}

}
