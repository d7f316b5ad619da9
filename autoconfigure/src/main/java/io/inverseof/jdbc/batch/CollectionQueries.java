package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Sends the statements that read a collection of all rows of a level. Thread-safe.
 */
final class CollectionQueries {

	private final NamedParameterJdbcOperations operations;

	private final KeyBinding binding;

	CollectionQueries(NamedParameterJdbcOperations operations, KeyBinding binding) {
		this.operations = operations;
		this.binding = binding;
	}

	List<FetchedRow> fetch(LevelCollection collection, Runnable beforeEach) {
		List<FetchedRow> rows = new ArrayList<>();
		for (List<Identifier> keys : KeyBinding.divide(collection.keys().all())) {
			KeyBinding.BoundKeys bound = this.binding.bind(keys);
			String sql = collection.path().select().text(bound.condition());
			beforeEach.run();
			rows.addAll(fetch(sql, bound));
		}
		return rows;
	}

	private List<FetchedRow> fetch(String sql, KeyBinding.BoundKeys bound) {
		ResultSetExtractor<List<FetchedRow>> extractor = (rows) -> FetchedRow.all(rows,
				bound.condition().columns().size());
		@Nullable List<FetchedRow> rows = this.operations.query(sql, bound.parameters(), extractor);
		return (rows != null) ? rows : List.of();
	}

}
