package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.inverseof.jdbc.inheritance.HiddenColumn;
import io.inverseof.model.Inheritance;
import io.inverseof.model.SharedTable;
import io.inverseof.model.SharedTables;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Lets entities read the columns of the subclasses that share their table. What columns
 * those are is asked of another mapping context, which knows nothing of shared tables, so
 * that it does not matter which class is mapped first. Thread-safe.
 */
final class SharedColumns {

	private final SharedTables tables;

	private final InverseMappingContext plain;

	private final SimpleTypeHolder simpleTypes;

	private final Map<SharedTable, SqlIdentifier> discriminators = new ConcurrentHashMap<>();

	/**
	 * Creates the columns.
	 * @param tables the tables that are shared
	 * @param plain maps every class for itself
	 * @param simpleTypes the simple types of both contexts
	 */
	SharedColumns(SharedTables tables, InverseMappingContext plain, SimpleTypeHolder simpleTypes) {
		this.tables = tables;
		this.plain = plain;
		this.simpleTypes = simpleTypes;
	}

	SharedTables tables() {
		return this.tables;
	}

	/**
	 * Returns the mapping of every class for itself.
	 */
	InverseMappingContext plain() {
		return this.plain;
	}

	/**
	 * Adds what an entity reads besides its own properties.
	 */
	void addTo(RelationalPersistentEntity<?> entity) {
		SharedTable table = this.tables.of(entity.getType());
		if (table == null) {
			return;
		}
		TreeSet<String> present = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		own(entity.getType()).forEach((path) -> present.add(name(path).getReference()));
		if (present.add(table.column())) {
			discriminator(table, entity).register();
		}
		for (Class<?> subclass : table.subclassesOf(entity.getType())) {
			own(subclass).filter((path) -> present.add(name(path).getReference()))
				.forEach((path) -> HiddenColumn.ofSubclass(entity, this.simpleTypes, name(path)).register());
		}
	}

	private HiddenColumn discriminator(SharedTable table, RelationalPersistentEntity<?> entity) {
		Class<?> type = entity.getType();
		return discriminator(table, entity, mapped(table), table.isRestricted(type) ? Inheritance.valueOf(type) : null);
	}

	private HiddenColumn discriminator(SharedTable table, RelationalPersistentEntity<?> entity,
			@Nullable SqlIdentifier mapped, @Nullable String value) {
		HiddenColumn column = HiddenColumn.discriminator(entity, this.simpleTypes, table.column(), mapped, value);
		column.setForceQuote(this.plain.isForceQuote());
		return column;
	}

	/**
	 * Returns the column that tells the class of a row, as a property of one of the
	 * classes maps it, or else as the name of a property would be rendered.
	 */
	SqlIdentifier discriminator(Class<?> type) {
		SharedTable table = Objects.requireNonNull(this.tables.of(type));
		SqlIdentifier known = this.discriminators.get(table);
		if (known != null) {
			return known;
		}
		SqlIdentifier mapped = mapped(table);
		SqlIdentifier found = (mapped != null) ? mapped
				: discriminator(table, this.plain.getRequiredPersistentEntity(type), null, null).getColumnName();
		this.discriminators.put(table, found);
		return found;
	}

	private @Nullable SqlIdentifier mapped(SharedTable table) {
		List<Class<?>> types = new ArrayList<>(List.of(table.owner()));
		types.addAll(table.subclassesOf(table.owner()));
		return types.stream()
			.flatMap(this::own)
			.map(SharedColumns::name)
			.filter((name) -> name.getReference().equalsIgnoreCase(table.column()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The columns of a class in its own table.
	 */
	private Stream<AggregatePath> own(Class<?> type) {
		return SelectedPaths.of(this.plain.getRequiredPersistentEntity(type), this.plain)
			.stream()
			.filter(SharedColumns::isInOwnTable);
	}

	private static boolean isInOwnTable(AggregatePath path) {
		return path.getParentPath().isRoot()
				|| (path.getParentPath().isEmbedded() && isInOwnTable(path.getParentPath()));
	}

	private static SqlIdentifier name(AggregatePath path) {
		return path.getColumnInfo().name();
	}

}
