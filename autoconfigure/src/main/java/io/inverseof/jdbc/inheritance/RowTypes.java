package io.inverseof.jdbc.inheritance;

import java.lang.reflect.Modifier;

import io.inverseof.UnexpectedTypeException;
import io.inverseof.model.SharedTable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.domain.RowDocument;

/**
 * Finds out of which class a row is. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RowTypes {

	private final RelationalMappingContext context;

	/**
	 * Creates the types.
	 * @param context the mapping context
	 */
	public RowTypes(RelationalMappingContext context) {
		this.context = context;
	}

	/**
	 * Returns the class of a row.
	 * @param <R> the type that is asked for
	 * @param type the class that is asked for
	 * @param row the row
	 * @return the class, or the subclass that the row says it is of
	 * @throws UnexpectedTypeException if it is not of that class
	 */
	public <R> TypeInformation<? extends R> of(TypeInformation<R> type, RowDocument row) {
		if (!(this.context instanceof SharedTableMapping mapping)) {
			return type;
		}
		SharedTable table = mapping.sharedTables().of(type.getType());
		return (table != null) ? of(type, row, table, mapping.discriminator(type.getType()).getReference()) : type;
	}

	private <R> TypeInformation<? extends R> of(TypeInformation<R> type, RowDocument row, SharedTable table,
			String column) {
		if (!row.containsKey(column)) {
			return unread(type, table);
		}
		Class<?> found = table.classOf(type.getType(), row.get(column), describe(table, row));
		return (found != type.getType()) ? TypeInformation.of(found.asSubclass(type.getType())) : type;
	}

	private static <R> TypeInformation<R> unread(TypeInformation<R> type, SharedTable table) {
		if (Modifier.isAbstract(type.getType().getModifiers())) {
			throw new UnexpectedTypeException(
					("A row of %s cannot be read, because the query did not read the column %s, which tells its class, "
							+ "and %s is abstract. Select that column, too.")
						.formatted(table.owner().getSimpleName(), table.column(), type.getType().getSimpleName()));
		}
		return type;
	}

	private String describe(SharedTable table, RowDocument row) {
		RelationalPersistentProperty id = this.context.getRequiredPersistentEntity(table.owner()).getIdProperty();
		Object value = (id != null && !id.isEmbedded()) ? row.get(id.getColumnName().getReference()) : null;
		return (value != null) ? "The row of %s with id %s".formatted(table.owner().getSimpleName(), value)
				: "A row of " + table.owner().getSimpleName();
	}

}
