package io.inverseof.jdbc.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.dialect.RenderContextFactory;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.render.SqlRenderer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * What reading the collections inside aggregates needs to know about an application: its
 * database, and how its entities are mapped. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AggregateBatching {

	private final JdbcConverter converter;

	private final SqlRenderer renderer;

	private final CollectionQueries queries;

	private final RowConversion conversion;

	private final Map<PersistentPropertyPath<?>, CollectionPath> paths = new ConcurrentHashMap<>();

	/**
	 * Creates the batching.
	 * @param converter makes entities of rows
	 * @param operations sends the statements
	 * @param dialect of the database
	 */
	public AggregateBatching(JdbcConverter converter, NamedParameterJdbcOperations operations, Dialect dialect) {
		this.converter = converter;
		this.renderer = SqlRenderer.create(new RenderContextFactory(dialect).createRenderContext());
		this.queries = new CollectionQueries(operations, new KeyBinding(converter, dialect));
		this.conversion = RowConversion.by(converter);
	}

	CollectionPath path(PersistentPropertyPath<? extends RelationalPersistentProperty> path) {
		CollectionPath known = this.paths.get(path);
		return (known != null) ? known : this.paths.computeIfAbsent(path, (key) -> create(path));
	}

	private CollectionPath create(PersistentPropertyPath<? extends RelationalPersistentProperty> propertyPath) {
		AggregatePath path = this.converter.getMappingContext().getAggregatePath(propertyPath);
		return CollectionPath.of(path, this.converter,
				new CollectionSelect(path, this.converter, this.renderer::render));
	}

	CollectionQueries queries() {
		return this.queries;
	}

	RowConversion conversion() {
		return this.conversion;
	}

}
