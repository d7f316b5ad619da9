package io.inverseof.jdbc.parents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.TypedKey;
import io.inverseof.jdbc.KnownTypes;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * A belongs-to whose target follows: it counts the rows that refer to it, or says when
 * they were written. Immutable, thread-safe.
 */
final class ParentLink {

	private final AssociationProperty property;

	private final List<SqlIdentifier> columns;

	private final ParentTargets targets;

	/**
	 * Creates a link.
	 * @param property the belongs-to
	 * @param columns the columns of its key, that of its type last
	 * @param targets finds the rows it may refer to
	 */
	ParentLink(AssociationProperty property, List<SqlIdentifier> columns, ParentTargets targets) {
		this.property = property;
		this.columns = columns;
		this.targets = targets;
	}

	AssociationProperty property() {
		return this.property;
	}

	/**
	 * Returns the columns of the key, that of the type last.
	 */
	List<SqlIdentifier> columns() {
		return this.columns;
	}

	boolean touches() {
		return this.property.touch() != null;
	}

	/**
	 * Tells whether rows of a class have this belongs-to, where others have the same
	 * table.
	 */
	boolean isOf(Class<?> row) {
		return this.property.owner().isAssignableFrom(row);
	}

	/**
	 * Tells whether a belongs-to is this one, inherited by a subclass.
	 */
	boolean includes(ParentLink other) {
		return isOf(other.property.owner()) && isSameAs(other);
	}

	private boolean isSameAs(ParentLink other) {
		return hasKey(other.property.foreignKey()) && this.property.isPolymorphic() == other.property.isPolymorphic()
				&& (this.property.isPolymorphic() || this.targets.isSame(this.property, other.property))
				&& Objects.equals(this.property.counterCache(), other.property.counterCache())
				&& Objects.equals(this.property.touch(), other.property.touch());
	}

	/**
	 * Tells whether columns are those of the key.
	 */
	boolean hasKey(List<String> columns) {
		return lower(columns).equals(lower(this.property.foreignKey()));
	}

	private static List<String> lower(List<String> columns) {
		return columns.stream().map((column) -> column.toLowerCase(Locale.ROOT)).toList();
	}

	/**
	 * Returns the column that counts, if the table of a row has one.
	 */
	@Nullable ParentColumn counter(@Nullable ParentKey key) {
		return (key != null) ? this.targets.column(key.table(), this.property, this.property.counterCache()) : null;
	}

	/**
	 * Returns the column that says when, if the table of a row has one.
	 */
	@Nullable ParentColumn touched(@Nullable ParentKey key) {
		return (key != null) ? this.targets.column(key.table(), this.property, this.property.touch()) : null;
	}

	/**
	 * Tells whether rows of a table may be referred to, and follow.
	 */
	boolean leadsTo(ParentTable table) {
		ParentKey any = new ParentKey(table, Boolean.TRUE);
		return this.targets.of(this.property).contains(table) && (counter(any) != null || touched(any) != null);
	}

	@Nullable BelongsToHolder<?, ?> holder(Object child) {
		return (this.property.holder(child) instanceof BelongsToHolder<?, ?> holder) ? holder : null;
	}

	/**
	 * Returns the row that an object refers to.
	 */
	@Nullable ParentKey inMemory(Object child) {
		BelongsToHolder<?, ?> holder = holder(child);
		Object key = (holder != null && !holder.isDeferred()) ? holder.keyIfKnown() : null;
		return (key != null) ? key(key) : null;
	}

	/**
	 * Returns the row that a key refers to.
	 */
	@Nullable ParentKey key(Object key) {
		ParentTable table = this.targets.table(KnownTypes.target(this.property, key));
		return (table != null) ? new ParentKey(table, Objects.requireNonNull(TypedKey.idOf(key))) : null;
	}

	/**
	 * Reads the row that another one refers to.
	 * @param first the number of the first column
	 */
	@Nullable ParentKey read(ResultSet row, int first) throws SQLException {
		ParentTable table = this.targets.table(target(row, first));
		Object id = (table != null) ? table.ids().read(row, first) : null;
		return (table != null && id != null) ? new ParentKey(table, id) : null;
	}

	private @Nullable Class<?> target(ResultSet row, int first) throws SQLException {
		if (!this.property.isPolymorphic()) {
			return this.property.target();
		}
		Object type = JdbcUtils.getResultSetValue(row, first + this.columns.size() - 1);
		return (type != null) ? this.property.polymorphicTarget(type.toString()) : null;
	}

}
