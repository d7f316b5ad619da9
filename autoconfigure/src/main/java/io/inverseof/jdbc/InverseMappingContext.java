package io.inverseof.jdbc;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
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

/**
 * A {@link JdbcMappingContext} that knows associations: columns of belongs-to, has-one,
 * has-many and back references without a column, and fields that are hydrated in place.
 * Thread-safe like its parent.
 *
 * @since 0.1.0
 */
public class InverseMappingContext extends JdbcMappingContext {

	private final AtomicInteger additions = new AtomicInteger();

	private final HolderAccess holderAccess = new HolderAccess();

	private final ParentWiring parents = new ParentWiring(this);

	/**
	 * Creates a mapping context with quoted identifiers, as Spring Boot does.
	 * @param namingStrategy the naming strategy of the application
	 */
	public InverseMappingContext(NamingStrategy namingStrategy) {
		super(new InverseNamingStrategy(namingStrategy));
	}

	@Override
	protected RelationalPersistentProperty createPersistentProperty(Property property,
			RelationalPersistentEntity<?> owner, SimpleTypeHolder simpleTypeHolder) {
		if (BackReferenceProperty.supports(property)) {
			return new BackReferenceProperty(property, owner, simpleTypeHolder, getNamingStrategy());
		}
		if (!AssociationPersistentProperty.supports(property.getType())) {
			return super.createPersistentProperty(property, owner, simpleTypeHolder);
		}
		AssociationPersistentProperty association = new AssociationPersistentProperty(property, owner, simpleTypeHolder,
				getNamingStrategy());
		applyDefaults(association);
		return association;
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
