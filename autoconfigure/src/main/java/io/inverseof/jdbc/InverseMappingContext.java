package io.inverseof.jdbc;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InvalidAssociationsException;
import io.inverseof.jdbc.inheritance.DiscriminatorProperty;
import io.inverseof.jdbc.inheritance.SharedTableMapping;
import io.inverseof.model.Inheritance;
import io.inverseof.model.SharedTable;
import io.inverseof.model.SharedTables;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.util.function.SingletonSupplier;

/**
 * A {@link JdbcMappingContext} that knows associations: columns of belongs-to, has-one,
 * has-many and back references without a column, and fields that are hydrated in place.
 * Thread-safe like its parent.
 *
 * @since 0.1.0
 */
public class InverseMappingContext extends JdbcMappingContext implements SharedTableMapping {

	private final NamingStrategy namingStrategy;

	private final SharedTables sharedTables;

	private final SingletonSupplier<SharedColumns> sharedColumns = SingletonSupplier.of(this::createSharedColumns);

	private @Nullable SimpleTypeHolder simpleTypes;

	private boolean plain;

	private final AtomicInteger additions = new AtomicInteger();

	private final HolderAccess holderAccess = new HolderAccess();

	private final ParentWiring parents = new ParentWiring(this);

	private final CounterColumns counters = new CounterColumns(this);

	/**
	 * Creates a mapping context with quoted identifiers, as Spring Boot does.
	 * @param namingStrategy the naming strategy of the application
	 */
	public InverseMappingContext(NamingStrategy namingStrategy) {
		this(namingStrategy, SharedTables.NONE);
	}

	/**
	 * Creates a mapping context with quoted identifiers, as Spring Boot does.
	 * @param namingStrategy the naming strategy of the application
	 * @param sharedTables the tables that entities share with subclasses
	 */
	public InverseMappingContext(NamingStrategy namingStrategy, SharedTables sharedTables) {
		this(namingStrategy, sharedTables, new TableOwners());
	}

	private InverseMappingContext(NamingStrategy namingStrategy, SharedTables sharedTables, TableOwners owners) {
		super(new InverseNamingStrategy(namingStrategy, owners));
		owners.setContext(this);
		this.namingStrategy = namingStrategy;
		this.sharedTables = sharedTables;
	}

	private SharedColumns createSharedColumns() {
		SimpleTypeHolder simpleTypes = Objects.requireNonNull(this.simpleTypes);
		InverseMappingContext plain = new InverseMappingContext(this.namingStrategy);
		plain.plain = true;
		plain.setForceQuote(isForceQuote());
		plain.setSimpleTypeHolder(simpleTypes);
		return new SharedColumns(this.sharedTables, plain, simpleTypes);
	}

	/**
	 * Also called by the constructor of the superclass.
	 */
	@Override
	public void setSimpleTypeHolder(SimpleTypeHolder simpleTypes) {
		super.setSimpleTypeHolder(simpleTypes);
		this.simpleTypes = simpleTypes;
	}

	@Override
	public SharedTables sharedTables() {
		return this.sharedTables;
	}

	@Override
	public SqlIdentifier discriminator(Class<?> type) {
		return this.sharedColumns.obtain().discriminator(type);
	}

	/**
	 * Returns the mapping of every class as if it shared no table.
	 */
	InverseMappingContext plain() {
		return this.sharedTables.isEmpty() ? this : this.sharedColumns.obtain().plain();
	}

	@Override
	protected <T> RelationalPersistentEntity<T> createPersistentEntity(TypeInformation<T> typeInformation) {
		if (!this.plain && !this.sharedTables.permits(typeInformation.getType())) {
			throw new InvalidAssociationsException(List.of(problem(typeInformation.getType())));
		}
		RelationalPersistentEntity<T> entity = super.createPersistentEntity(typeInformation);
		if (!this.sharedTables.isEmpty()) {
			this.sharedColumns.obtain().addTo(entity);
		}
		return entity;
	}

	private String problem(Class<?> subclass) {
		return (this.sharedTables == SharedTables.NONE) ? untold(subclass) : unknown(subclass);
	}

	private static String untold(Class<?> subclass) {
		return ("%s is annotated with @Discriminator, but this %s was made without the classes that share tables. Remove the bean, "
				+ "or hand SharedTables.of(..) with all these classes to its constructor.")
			.formatted(subclass.getName(), InverseMappingContext.class.getSimpleName());
	}

	private static String unknown(Class<?> subclass) {
		return ("%s is annotated with @Discriminator, but was not found at start-up, so that queries for %s would not read its "
				+ "columns. Put it into a package that Spring Boot scans for entities, or name that package by @EntityScan.")
			.formatted(subclass.getName(), Inheritance.tableOwner(subclass).getSimpleName());
	}

	@Override
	protected RelationalPersistentProperty createPersistentProperty(Property property,
			RelationalPersistentEntity<?> owner, SimpleTypeHolder simpleTypeHolder) {
		if (BackReferenceProperty.supports(property)) {
			return new BackReferenceProperty(property, owner, simpleTypeHolder, getNamingStrategy());
		}
		if (WholeNumberProperty.supports(property.getType())) {
			WholeNumberProperty number = new WholeNumberProperty(property, owner, simpleTypeHolder, getNamingStrategy(),
					this.counters);
			applyDefaults(number);
			return number;
		}
		if (!AssociationPersistentProperty.supports(property.getType())) {
			return createPlainProperty(property, owner, simpleTypeHolder);
		}
		AssociationPersistentProperty association = new AssociationPersistentProperty(property, owner, simpleTypeHolder,
				getNamingStrategy());
		applyDefaults(association);
		if (TypeColumnProperty.isNeeded(association)) {
			addTypeColumn(property, owner, simpleTypeHolder, association);
		}
		return association;
	}

	private RelationalPersistentProperty createPlainProperty(Property property, RelationalPersistentEntity<?> owner,
			SimpleTypeHolder simpleTypeHolder) {
		RelationalPersistentProperty plain = super.createPersistentProperty(property, owner, simpleTypeHolder);
		SharedTable table = this.sharedTables.restricting(owner.getType());
		if (table == null || plain.isTransient() || plain.isEntity()
				|| !plain.getColumnName().getReference().equalsIgnoreCase(table.column())) {
			return plain;
		}
		DiscriminatorProperty discriminator = new DiscriminatorProperty(property, owner, simpleTypeHolder,
				getNamingStrategy(), Inheritance.valueOf(owner.getType()));
		applyDefaults(discriminator);
		return discriminator;
	}

	/**
	 * A second column of the same field, which Spring Data knows as a property of its
	 * own.
	 */
	private void addTypeColumn(Property property, RelationalPersistentEntity<?> owner,
			SimpleTypeHolder simpleTypeHolder, AssociationPersistentProperty association) {
		TypeColumnProperty typeColumn = new TypeColumnProperty(property, owner, simpleTypeHolder, getNamingStrategy(),
				association);
		applyDefaults(typeColumn);
		owner.addPersistentProperty(typeColumn);
		association.distinguishBy(typeColumn);
	}

	/**
	 * Returns the columns that count rows of others.
	 */
	CounterColumns counters() {
		return this.counters;
	}

	/**
	 * Returns what tells entities inside aggregates their parents.
	 */
	ParentWiring parents() {
		return this.parents;
	}

	@Override
	protected boolean shouldCreatePersistentEntityFor(TypeInformation<?> type) {
		return super.shouldCreatePersistentEntityFor(type) && !HasOne.class.isAssignableFrom(type.getType())
				&& !HasMany.class.isAssignableFrom(type.getType());
	}

	@Override
	protected Optional<RelationalPersistentEntity<?>> addPersistentEntity(TypeInformation<?> typeInformation) {
		this.additions.incrementAndGet();
		try {
			Optional<RelationalPersistentEntity<?>> added = super.addPersistentEntity(typeInformation);
			added.ifPresent(this.holderAccess::install);
			added.ifPresent(this.counters::mark);
			return added;
		}
		finally {
			this.additions.decrementAndGet();
		}
	}

	/**
	 * An entity is visible to other threads before {@code addPersistentEntity} returns,
	 * so while one is being added every entity that is handed out is looked at.
	 */
	@Override
	public @Nullable RelationalPersistentEntity<?> getPersistentEntity(TypeInformation<?> type) {
		RelationalPersistentEntity<?> entity = super.getPersistentEntity(type);
		if (entity != null && this.additions.get() > 0) {
			this.holderAccess.install(entity);
		}
		return entity;
	}

	/**
	 * Resolves {@code author.id}, as in {@code findByAuthorId}, to the property
	 * {@code author}, whose column is the key.
	 */
	@Override
	public PersistentPropertyPath<RelationalPersistentProperty> getPersistentPropertyPath(PropertyPath propertyPath) {
		String path = propertyPath.toDotPath();
		if (path.endsWith(".id")) {
			PersistentPropertyPath<RelationalPersistentProperty> association = associationPath(propertyPath,
					path.substring(0, path.length() - ".id".length()));
			if (association != null) {
				return association;
			}
		}
		return super.getPersistentPropertyPath(propertyPath);
	}

	private @Nullable PersistentPropertyPath<RelationalPersistentProperty> associationPath(PropertyPath propertyPath,
			String path) {
		try {
			PersistentPropertyPath<RelationalPersistentProperty> parent = getPersistentPropertyPath(path,
					propertyPath.getOwningType());
			return BelongsTo.class.isAssignableFrom(parent.getLeafProperty().getType()) ? parent : null;
		}
		catch (MappingException ex) {
			return null;
		}
	}

}
