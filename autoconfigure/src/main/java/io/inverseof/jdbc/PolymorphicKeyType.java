package io.inverseof.jdbc;

import java.sql.SQLType;

import io.inverseof.PolymorphicQueryException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * The SQL type of a polymorphic key, which tells that a value is for a column that says
 * only half of what a reference does.
 *
 * @param plain the type of the column
 * @param association the belongs-to
 * @param type the column of its type
 */
record PolymorphicKeyType(SQLType plain, RelationalPersistentProperty association,
		TypeColumnProperty type) implements SQLType {

	/**
	 * Stops a query that would find the rows of another class that have the same id.
	 */
	void verify(@Nullable Object value) {
		if (value instanceof AggregateReference<?, ?> && !WriteScope.isWriting()) {
			String owner = this.association.getOwner().getType().getSimpleName();
			String name = this.association.getName();
			throw new PolymorphicQueryException(
					("A reference was compared with %s.%s in a query, which would compare its id with %s and ignore %s, and "
							+ "so find rows that refer to another class. Read the association of the target that is "
							+ "annotated with @As(\"%s\"), or write a @Query that compares both columns.")
						.formatted(owner, name, this.association.getColumnName().getReference(),
								this.type.getColumnName().getReference(), name));
		}
	}

	@Override
	public String getName() {
		return this.plain.getName();
	}

	@Override
	public String getVendor() {
		return this.plain.getVendor();
	}

	@Override
	public Integer getVendorTypeNumber() {
		return this.plain.getVendorTypeNumber();
	}

}
