package io.inverseof.jdbc.inheritance;

import java.util.List;
import java.util.function.Predicate;

import io.inverseof.UnexpectedTypeException;
import io.inverseof.model.SharedTable;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.sql.LockMode;

/**
 * Looks at the rows that objects of subclasses claim to be, by an id that somebody gave
 * them, before they are written. What was read or saved needs no look. Thread-safe.
 */
final class RowClaims {

	private final RelationalMappingContext context;

	private final TypedStatements statements;

	private final Predicate<Object> isKnown;

	RowClaims(RelationalMappingContext context, TypedStatements statements, Predicate<Object> isKnown) {
		this.context = context;
		this.statements = statements;
		this.isKnown = isKnown;
	}

	/**
	 * Looks at the row that an UPDATE is about to write.
	 * @throws UnexpectedTypeException if it is of another class
	 */
	void verifyUpdated(Object instance) {
		verify(instance, LockMode.PESSIMISTIC_WRITE);
	}

	/**
	 * Looks at the row that an upsert is about to write. It is not locked, because
	 * databases that lock rows which are not there would let two upserts wait for each
	 * other.
	 * @throws UnexpectedTypeException if it is of another class
	 */
	void verifyUpserted(Object instance) {
		verify(instance, null);
	}

	private void verify(Object instance, @Nullable LockMode lockMode) {
		Class<?> type = instance.getClass();
		SharedTable table = ((SharedTableMapping) this.context).sharedTables().restricting(type);
		if (table == null || this.isKnown.test(instance)) {
			return;
		}
		Object id = this.context.getRequiredPersistentEntity(type).getIdentifierAccessor(instance).getIdentifier();
		if (id != null) {
			List<@Nullable Object> found = this.statements.discriminators(id, type, lockMode);
			found.forEach((value) -> table.verifyWritable(type, value,
					"The row of %s with id %s".formatted(table.owner().getSimpleName(), id)));
		}
	}

}
