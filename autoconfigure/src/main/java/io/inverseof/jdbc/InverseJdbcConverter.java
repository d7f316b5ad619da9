package io.inverseof.jdbc;

import java.sql.SQLType;
import java.util.Iterator;

import io.inverseof.BelongsTo;
import io.inverseof.EmptyReferenceException;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.jdbc.inheritance.RowTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.data.convert.CustomConversions;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcColumnTypes;
import org.springframework.data.jdbc.core.convert.JdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.relational.core.conversion.RowDocumentAccessor;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.domain.RowDocument;

/**
 * A {@link MappingJdbcConverter} that makes live associations of foreign keys, and tells
 * about each entity it has made before anybody else sees it. Thread-safe like its parent.
 *
 * @since 0.1.0
 */
public class InverseJdbcConverter extends MappingJdbcConverter {

	private final RuntimeSupplier runtime;

	private final RowTypes rowTypes;

	/**
	 * Creates a converter.
	 * @param context the mapping context
	 * @param relationResolver loads the collections inside aggregates
	 * @param conversions the conversions of the application
	 * @param typeFactory makes arrays
	 * @param runtime connects the entities that are read; asked for at the first row
	 */
	public InverseJdbcConverter(RelationalMappingContext context, RelationResolver relationResolver,
			CustomConversions conversions, JdbcTypeFactory typeFactory, RuntimeSupplier runtime) {
		super(context, relationResolver, conversions, typeFactory);
		this.runtime = runtime;
		this.rowTypes = new RowTypes(context);
	}

	@Override
	public <R> R readAndResolve(TypeInformation<R> type, RowDocument source, Identifier identifier) {
		return super.readAndResolve(this.rowTypes.of(type, source), source, identifier);
	}

	@Override
	protected <S> S readAggregate(ConversionContext context, RowDocumentAccessor documentAccessor,
			TypeInformation<? extends S> typeHint) {
		QueryScope scope = QueryScope.current();
		if (scope == null) {
			return this.runtime.get().inOwnScope(() -> readAggregate(context, documentAccessor, typeHint));
		}
		boolean root = scope.beginEntity(documentAccessor.getDocument());
		try {
			S entity = super.readAggregate(context, documentAccessor, typeHint);
			this.runtime.get().parents().wireParts(entity);
			scope.converted(entity, documentAccessor.getDocument(), root);
			return entity;
		}
		finally {
			scope.endEntity();
		}
	}

	@Override
	protected @Nullable Object readAssociation(ConversionContext conversionContext,
			RelationalPropertyValueProvider provider, RowDocumentAccessor source,
			RelationalPersistentProperty property) {
		if (!BelongsTo.class.isAssignableFrom(property.getType())) {
			return super.readAssociation(conversionContext, provider, source, property);
		}
		RelationalPersistentEntity<?> composite = property.isEmbedded()
				? getMappingContext().getPersistentEntity(property) : null;
		boolean readsAllColumns = provider instanceof DocumentValueProvider;
		if (!readsAllColumns && QueryScope.isReadingRoot() && (isUnread(property, composite, source.getDocument())
				|| TypeColumnProperty.isUnread(property, source.getDocument()))) {
			return BelongsToHolder.unread();
		}
		Object value = provider.getPropertyValue(property);
		if (value instanceof BelongsToHolder<?, ?>) {
			return value;
		}
		boolean empty = value == null || (composite != null && hasNoParts(composite, value));
		return BelongsToHolder.hydrated(empty ? null : readValue(value, idType(property)));
	}

	/**
	 * Columns that the query did not read are not the same as {@code NULL}, except by
	 * single query loading, which reads all columns and leaves {@code NULL} out.
	 */
	private static boolean isUnread(RelationalPersistentProperty property,
			@Nullable RelationalPersistentEntity<?> composite, RowDocument row) {
		if (composite == null) {
			return !row.containsKey(property.getColumnName().getReference());
		}
		for (RelationalPersistentProperty part : composite) {
			if (!row.containsKey(part.getColumnName().getReference())) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasNoParts(RelationalPersistentEntity<?> composite, Object id) {
		PersistentPropertyAccessor<Object> parts = composite.getPropertyAccessor(id);
		for (RelationalPersistentProperty part : composite) {
			if (parts.getProperty(part) != null) {
				return false;
			}
		}
		return true;
	}

	private static TypeInformation<?> idType(RelationalPersistentProperty property) {
		return property.getTypeInformation().getTypeArguments().get(1);
	}

	/**
	 * A constructor argument comes by here after {@link #readAssociation}.
	 */
	@Override
	public @Nullable Object readValue(@Nullable Object value, TypeInformation<?> targetType) {
		Class<?> type = targetType.getType();
		if (value instanceof BelongsToHolder<?, ?> && type.isInstance(value)) {
			return value;
		}
		if (value == null && (type == HasMany.class || type == HasOne.class)) {
			return ToChildrenHolder.unbound(type);
		}
		return super.readValue(value, targetType);
	}

	/**
	 * Where no relations are resolved, as by single query loading, a key is to become the
	 * value of its property at once.
	 */
	@Override
	protected @Nullable Object getPotentiallyConvertedSimpleRead(Object value, TypeInformation<?> type) {
		if (type.getType() != BelongsTo.class || value instanceof BelongsToHolder<?, ?>) {
			return super.getPotentiallyConvertedSimpleRead(value, type);
		}
		return BelongsToHolder.hydrated(super.getPotentiallyConvertedSimpleRead(value, type.getTypeArguments().get(1)));
	}

	@Override
	public @Nullable Object writeValue(@Nullable Object value, TypeInformation<?> type) {
		return super.writeValue(keyOf(value), type);
	}

	@Override
	public JdbcValue writeJdbcValue(@Nullable Object value, TypeInformation<?> columnType, SQLType sqlType) {
		if (sqlType instanceof PolymorphicKeyType keyType) {
			keyType.verify(value);
			return super.writeJdbcValue(keyOf(value), columnType, keyType.plain());
		}
		return super.writeJdbcValue(keyOf(value), columnType, sqlType);
	}

	/**
	 * The id of a polymorphic association is of no particular entity.
	 */
	@Override
	public Class<?> getColumnType(RelationalPersistentProperty property) {
		if (!property.isAssociation() || TypeColumnProperty.beside(property) == null) {
			return super.getColumnType(property);
		}
		Class<?> id = idType(property).getType();
		RelationalPersistentProperty part = getConversions().isSimpleType(id) ? null : onlyPart(id);
		return (part != null) ? super.getColumnType(part) : JdbcColumnTypes.INSTANCE.resolvePrimitiveType(id);
	}

	/**
	 * A query converts its values by what this returns for the property.
	 */
	@Override
	public SQLType getTargetSqlType(RelationalPersistentProperty property) {
		SQLType type = super.getTargetSqlType(property);
		TypeColumnProperty beside = property.isAssociation() ? TypeColumnProperty.beside(property) : null;
		return (beside != null) ? new PolymorphicKeyType(type, property, beside) : type;
	}

	private static @Nullable Object keyOf(@Nullable Object value) {
		if (!(value instanceof BelongsToHolder<?, ?> holder)) {
			return value;
		}
		Object key = holder.keyToWrite();
		if (key == null && !WriteScope.isWriting()) {
			throw new EmptyReferenceException(
					"%s is empty and was passed to a query, where comparing with NULL finds nothing. Pass null to a "
						.formatted(holder.describe()) + "derived query for IS NULL, or check getId() before.");
		}
		return key;
	}

	@Override
	protected @Nullable Object getPotentiallyConvertedSimpleWrite(Object value, TypeInformation<?> type) {
		Object key = keyOf(value);
		if (key == null) {
			return null;
		}
		RelationalPersistentProperty part = onlyPart(key.getClass());
		return (part != null) ? writePart(key, part) : super.getPotentiallyConvertedSimpleWrite(key, type);
	}

	private @Nullable Object writePart(Object id, RelationalPersistentProperty part) {
		Object value = part.getOwner().getPropertyAccessor(id).getProperty(part);
		return (value != null) ? super.getPotentiallyConvertedSimpleWrite(value, part.getTypeInformation()) : null;
	}

	/**
	 * An id that wraps one value is one column, but Spring Data would take it for an
	 * entity without an id, and write {@code NULL}.
	 */
	private @Nullable RelationalPersistentProperty onlyPart(Class<?> type) {
		RelationalPersistentEntity<?> entity = getMappingContext().hasPersistentEntityFor(type)
				? getMappingContext().getPersistentEntity(type) : null;
		if (entity == null || entity.hasIdProperty()) {
			return null;
		}
		Iterator<RelationalPersistentProperty> parts = entity.iterator();
		RelationalPersistentProperty first = parts.hasNext() ? parts.next() : null;
		return parts.hasNext() ? null : first;
	}

}
