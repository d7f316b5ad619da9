package io.inverseof.jdbc.inheritance;

import java.lang.reflect.Field;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.jdbc.core.mapping.BasicJdbcPersistentProperty;
import org.springframework.data.mapping.Association;
import org.springframework.data.mapping.model.BasicPersistentEntity;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.util.ReflectionUtils;

/**
 * A column that an entity reads for the sake of its subclasses, or that tells the class
 * of a row, and that no field stands for. It is in every SELECT of the entity; only one
 * with a value is inserted, none is updated.
 *
 * @since 0.1.0
 */
public final class HiddenColumn extends BasicJdbcPersistentProperty implements SharedColumn {

	private static final TypeInformation<Carrier> CARRIER = TypeInformation.of(Carrier.class);

	private static final BasicPersistentEntity<Carrier, RelationalPersistentProperty> CARRIERS = new BasicPersistentEntity<>(
			CARRIER);

	private static final Field FIELD = Objects.requireNonNull(ReflectionUtils.findField(Carrier.class, "value"));

	private final RelationalPersistentEntity<?> entity;

	private final String name;

	private final @Nullable SqlIdentifier column;

	private final @Nullable String value;

	private boolean registered;

	private HiddenColumn(RelationalPersistentEntity<?> entity, SimpleTypeHolder simpleTypes, String name,
			@Nullable SqlIdentifier column, @Nullable String value) {
		super(Property.of(CARRIER, FIELD), CARRIERS, simpleTypes, naming(name));
		this.entity = entity;
		this.name = "#" + name;
		this.column = column;
		this.value = value;
	}

	private static NamingStrategy naming(String column) {
		return new NamingStrategy() {

			@Override
			public String getColumnName(RelationalPersistentProperty property) {
				return column;
			}

		};
	}

	/**
	 * Makes a column of a subclass.
	 * @param entity the entity that reads it
	 * @param simpleTypes the simple types of the mapping context
	 * @param column the column
	 * @return a property that is not part of the entity yet
	 */
	public static HiddenColumn ofSubclass(RelationalPersistentEntity<?> entity, SimpleTypeHolder simpleTypes,
			SqlIdentifier column) {
		return new HiddenColumn(entity, simpleTypes, column.getReference(), column, null);
	}

	/**
	 * Makes the column that tells the class of a row.
	 * @param entity the entity that reads it
	 * @param simpleTypes the simple types of the mapping context
	 * @param column the name of the column, which is rendered like a derived one
	 * @param mapped the column as another class of the table maps it, or {@code null}
	 * @param value what is inserted, or {@code null} for nothing
	 * @return a property that is not part of the entity yet
	 */
	public static HiddenColumn discriminator(RelationalPersistentEntity<?> entity, SimpleTypeHolder simpleTypes,
			String column, @Nullable SqlIdentifier mapped, @Nullable String value) {
		return new HiddenColumn(entity, simpleTypes, column, mapped, value);
	}

	/**
	 * Makes this a property of the entity. As one that looks like an association at that
	 * moment it is left out where the properties of an object are looked at, such as in
	 * queries by example.
	 */
	public void register() {
		this.entity.addPersistentProperty(this);
		this.entity.addAssociation(new Association<>(this, null));
		this.registered = true;
	}

	@Override
	public boolean isHidden() {
		return true;
	}

	@Override
	public @Nullable String value() {
		return this.value;
	}

	/**
	 * Also called by the constructor of the superclass.
	 */
	@Override
	@SuppressWarnings("NullAway")
	public String getName() {
		return (this.name != null) ? this.name : super.getName();
	}

	@Override
	public RelationalPersistentEntity<?> getOwner() {
		return this.entity;
	}

	@Override
	public SqlIdentifier getColumnName() {
		return (this.column != null) ? this.column : super.getColumnName();
	}

	@Override
	public boolean isAssociation() {
		return !this.registered;
	}

	@Override
	public boolean isEntity() {
		return false;
	}

	@Override
	public boolean isWritable() {
		return this.value != null;
	}

	@Override
	public boolean isInsertOnly() {
		return true;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof HiddenColumn column && this.entity.equals(column.entity)
				&& this.name.equals(column.name));
	}

	@Override
	public int hashCode() {
		return this.name.hashCode();
	}

	@Override
	public String toString() {
		return "%s.%s".formatted(this.entity.getType().getName(), this.name);
	}

	/**
	 * Has the field that Spring Data wants every property to have.
	 */
	static final class Carrier {

		@Nullable Object value;

	}

}
