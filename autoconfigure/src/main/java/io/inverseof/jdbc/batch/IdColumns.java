package io.inverseof.jdbc.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.domain.RowDocument;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.Assert;

/**
 * The columns of an id, several for a composite one, in the order of its properties.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class IdColumns {

	private final JdbcConverter converter;

	private final RelationalPersistentProperty id;

	private final List<IdColumn> columns;

	private IdColumns(JdbcConverter converter, RelationalPersistentProperty id, List<IdColumn> columns) {
		this.converter = converter;
		this.id = id;
		this.columns = List.copyOf(columns);
	}

	/**
	 * Finds the columns of the id of an entity.
	 * @param entity the entity
	 * @param converter knows the columns and converts values
	 * @return the columns
	 */
	public static IdColumns of(RelationalPersistentEntity<?> entity, JdbcConverter converter) {
		RelationalPersistentProperty id = entity.getRequiredIdProperty();
		AggregatePath path = converter.getMappingContext().getAggregatePath(entity).append(id);
		List<IdColumn> columns = new ArrayList<>(1);
		if (id.isEmbedded()) {
			AggregatePath alone = converter.getMappingContext().getAggregatePath(path.getRequiredLeafEntity());
			collect(path, alone, List.of(), columns, converter);
		}
		else {
			columns.add(new IdColumn(path.getColumnInfo().name(), "", List.of(), converter.getColumnType(id)));
		}
		return new IdColumns(converter, id, columns);
	}

	private static void collect(AggregatePath path, AggregatePath alone, List<RelationalPersistentProperty> steps,
			List<IdColumn> columns, JdbcConverter converter) {
		for (RelationalPersistentProperty part : path.getRequiredLeafEntity()) {
			List<RelationalPersistentProperty> stepsToPart = new ArrayList<>(steps);
			stepsToPart.add(part);
			AggregatePath partPath = path.append(part);
			AggregatePath alonePath = alone.append(part);
			if (part.isEmbedded()) {
				collect(partPath, alonePath, stepsToPart, columns, converter);
			}
			else {
				columns.add(new IdColumn(partPath.getColumnInfo().name(),
						alonePath.getColumnInfo().alias().getReference(), stepsToPart, converter.getColumnType(part)));
			}
		}
	}

	/**
	 * Returns the table of the entity.
	 * @return its name
	 */
	public SqlIdentifier table() {
		return this.converter.getMappingContext()
			.getRequiredPersistentEntity(this.id.getOwner().getType())
			.getQualifiedTableName();
	}

	/**
	 * Returns the names in the table of the entity itself.
	 * @return one name, several for a composite id
	 */
	public List<SqlIdentifier> names() {
		return this.columns.stream().map(IdColumn::name).toList();
	}

	/**
	 * Takes an id apart for columns that hold it.
	 * @param id the id
	 * @param names the columns, those of the entity itself or of a foreign key
	 * @return the parts
	 */
	public Identifier identifier(Object id, List<SqlIdentifier> names) {
		Identifier identifier = Identifier.empty();
		for (int i = 0; i < this.columns.size(); i++) {
			IdColumn column = this.columns.get(i);
			identifier = identifier.withPart(names.get(i), column.valueIn(id), column.type());
		}
		return identifier;
	}

	/**
	 * Takes several ids apart.
	 * @param ids the ids
	 * @param names the columns, those of the entity itself or of a foreign key
	 * @return the parts of each id
	 */
	public List<Identifier> identifiers(List<?> ids, List<SqlIdentifier> names) {
		return ids.stream().map((id) -> identifier(id, names)).toList();
	}

	/**
	 * Reads an id from a row that consists of nothing else.
	 * @param row the row
	 * @return the id, of the type of the id property
	 * @throws SQLException if the row cannot be read
	 */
	public Object read(ResultSet row) throws SQLException {
		Object id = read(row, 1);
		Assert.state(id != null, () -> "A row of %s has no id".formatted(this.id.getOwner().getName()));
		return id;
	}

	/**
	 * Reads an id, or a key that refers to one, from some columns of a row.
	 * @param row the row
	 * @param first the number of the first of the columns
	 * @return the id, or {@code null} if one of the columns is
	 * @throws SQLException if the row cannot be read
	 */
	public @Nullable Object read(ResultSet row, int first) throws SQLException {
		if (this.id.isEmbedded()) {
			return readComposite(row, first);
		}
		Object value = JdbcUtils.getResultSetValue(row, first);
		return (value != null) ? this.converter.readValue(value, this.id.getTypeInformation()) : null;
	}

	private @Nullable Object readComposite(ResultSet row, int first) throws SQLException {
		RowDocument parts = new RowDocument();
		for (int i = 0; i < this.columns.size(); i++) {
			Object value = JdbcUtils.getResultSetValue(row, first + i);
			if (value == null) {
				return null;
			}
			parts.put(this.columns.get(i).label(), value);
		}
		return this.converter.read(this.id.getType(), parts);
	}

	/**
	 * One column.
	 *
	 * @param name in the table of the entity
	 * @param label in a row that is read as the id alone
	 * @param steps from the id to the value, none for a simple id
	 * @param type that is written
	 */
	private record IdColumn(SqlIdentifier name, String label, List<RelationalPersistentProperty> steps, Class<?> type) {

		Object valueIn(Object id) {
			Object value = id;
			for (RelationalPersistentProperty step : this.steps) {
				value = step.getOwner().getPropertyAccessor(value).getProperty(step);
				Assert.state(value != null, () -> "The id %s has no value for %s".formatted(id, this.name));
			}
			return value;
		}

	}

}
