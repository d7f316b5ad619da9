package io.inverseof.jdbc;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Map;

import io.inverseof.Association;
import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.Polymorphic;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.jdbc.core.mapping.BasicJdbcPersistentProperty;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.util.Lazy;

/**
 * A property that is an association. A belongs-to has a column of its own unless it
 * follows plain properties; a has-one or has-many has none.
 */
final class AssociationPersistentProperty extends BasicJdbcPersistentProperty {

	private final Lazy<Boolean> mapped;

	private final Lazy<Boolean> composite;

	private final Lazy<String> compositePrefix;

	private @Nullable TypeColumnProperty typeColumn;

	AssociationPersistentProperty(Property property, PersistentEntity<?, RelationalPersistentProperty> owner,
			SimpleTypeHolder simpleTypeHolder, NamingStrategy namingStrategy) {
		super(property, owner, simpleTypeHolder, namingStrategy);
		this.mapped = Lazy.of(this::hasColumn);
		this.composite = Lazy.of(() -> this.mapped.get() && isComposite(simpleTypeHolder));
		this.compositePrefix = Lazy.of(() -> prefix(namingStrategy));
	}

	static boolean supports(Class<?> type) {
		return Association.class.isAssignableFrom(type);
	}

	/**
	 * A projection may have a getter instead of a field.
	 */
	private boolean hasColumn() {
		Field field = getField();
		return BelongsTo.class.isAssignableFrom(getRawType())
				&& (field == null || !FollowedProperties.follows(getOwner().getType(), field, foreignKey()));
	}

	private boolean isComposite(SimpleTypeHolder simpleTypes) {
		Class<?> id = getTypeInformation().getTypeArguments().get(1).getType();
		return !simpleTypes.isSimpleType(id) && !id.isEnum() && CompositeForeignKey.idColumns(id).size() > 1;
	}

	private @Nullable ForeignKey foreignKey() {
		return findAnnotation(ForeignKey.class);
	}

	/**
	 * The columns of a composite key are those of the id with a prefix.
	 */
	private String prefix(NamingStrategy namingStrategy) {
		ForeignKey foreignKey = foreignKey();
		if (foreignKey != null) {
			return CompositeForeignKey.prefix(foreignKey.value(), getTypeInformation());
		}
		String column = namingStrategy.getColumnName(this);
		return column.substring(0, column.length() - "id".length());
	}

	/**
	 * Returns the entity of a composite id.
	 */
	@Nullable RelationalPersistentEntity<?> compositeId(RelationalMappingContext context) {
		return this.composite.get() ? context.getPersistentEntity(getTypeInformation().getTypeArguments().get(1))
				: null;
	}

	/**
	 * Returns the column beside the key of a polymorphic association.
	 */
	@Nullable TypeColumnProperty typeColumn() {
		return this.typeColumn;
	}

	/** Called once, before anybody else sees this object. */
	void distinguishBy(TypeColumnProperty typeColumn) {
		this.typeColumn = typeColumn;
	}

	/**
	 * What the target of a polymorphic association has in common is no entity itself.
	 */
	@Override
	public @Nullable TypeInformation<?> getAssociationTargetTypeInformation() {
		return isAnnotationPresent(Polymorphic.class) ? TypeInformation.OBJECT
				: super.getAssociationTargetTypeInformation();
	}

	@Override
	public boolean isTransient() {
		return !this.mapped.get();
	}

	@Override
	public boolean isWritable() {
		return this.mapped.get() && super.isWritable();
	}

	@Override
	public boolean isAssociation() {
		return this.mapped.get() && super.isAssociation();
	}

	@Override
	public boolean isEntity() {
		return false;
	}

	/**
	 * The parts of a composite key are columns of the owner's table, like the properties
	 * of an embedded object.
	 */
	@Override
	public boolean isEmbedded() {
		return this.composite.get();
	}

	@Override
	public String getEmbeddedPrefix() {
		return this.compositePrefix.get();
	}

	/**
	 * Spring Data asks embedded properties for the annotation that makes them so. Also
	 * called by the constructor of the superclass, when nothing is known yet.
	 */
	@Override
	public <A extends Annotation> @Nullable A findAnnotation(Class<A> annotationType) {
		A found = super.findAnnotation(annotationType);
		return (found == null && annotationType == Embedded.class && this.composite != null && isEmbedded())
				? annotationType.cast(embedded()) : found;
	}

	/**
	 * A type column is a property of the same field.
	 */
	@Override
	public boolean equals(@Nullable Object obj) {
		return !(obj instanceof TypeColumnProperty) && super.equals(obj);
	}

	@Override
	public int hashCode() {
		return super.hashCode();
	}

	private Embedded embedded() {
		return AnnotationUtils.synthesizeAnnotation(
				Map.of("onEmpty", Embedded.OnEmpty.USE_NULL, "prefix", getEmbeddedPrefix()), Embedded.class, null);
	}

}
