package io.inverseof.jackson;

import java.util.Collection;
import java.util.List;

import io.inverseof.Association;
import io.inverseof.HasMany;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.impl.PropertySerializerMap;

/**
 * Writes a property that is an association: what is in memory, or nothing. Inclusion,
 * names, views and filters work as for any other property.
 */
final class AssociationPropertyWriter extends BeanPropertyWriter {

	private final transient @Nullable AssociationProperty association;

	private AssociationPropertyWriter(BeanPropertyWriter property, @Nullable AssociationProperty association,
			@Nullable JavaType elements) {
		super(property);
		this.association = association;
		this._nonTrivialBaseType = elements;
	}

	private AssociationPropertyWriter(AssociationPropertyWriter property, PropertyName name) {
		super(property, name);
		this.association = property.association;
	}

	/**
	 * Exchanges a property.
	 * @param config makes types
	 * @param property the property that Jackson found
	 * @param association the association of the entity that the property stands for, or
	 * {@code null} if the property has the type of an association, but is in another
	 * class
	 */
	static AssociationPropertyWriter of(SerializationConfig config, BeanPropertyWriter property,
			@Nullable AssociationProperty association) {
		return new AssociationPropertyWriter(property, association, elements(config, property, association));
	}

	/**
	 * The type of the list that is written for a has-many, so that elements are written
	 * as in any typed list.
	 */
	private static @Nullable JavaType elements(SerializationConfig config, BeanPropertyWriter property,
			@Nullable AssociationProperty association) {
		if (association != null) {
			return (association.kind() == AssociationKind.HAS_MANY)
					? config.getTypeFactory().constructCollectionType(List.class, association.target()) : null;
		}
		return property.getType().isTypeOrSubTypeOf(HasMany.class)
				? config.getTypeFactory().constructCollectionType(List.class, property.getType().getContentType())
				: null;
	}

	@Override
	protected BeanPropertyWriter _new(PropertyName newName) {
		return new AssociationPropertyWriter(this, newName);
	}

	/** The type of the property does not matter, what is written is of another. */
	@Override
	public void setNonTrivialBaseType(JavaType type) {
	}

	/** See {@link #setNonTrivialBaseType(JavaType)}. */
	@Override
	public void assignSerializer(ValueSerializer<Object> serializer) {
	}

	private Content content(Object bean, JsonGenerator generator) throws Exception {
		Association holder = (this.association != null) ? this.association.holder(bean) : (Association) get(bean);
		return Content.of(holder, generator.streamWriteContext());
	}

	@Override
	public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context)
			throws Exception {
		Content content = content(bean, generator);
		if (!content.isKnown()) {
			serializeAsOmittedProperty(bean, generator, context);
		}
		else if (content.value() == null) {
			writeNullProperty(generator, context);
		}
		else if (!isSuppressed(content.value(), context)) {
			generator.writeName(this._name);
			write(content.value(), generator, context);
		}
	}

	@Override
	public void serializeAsElement(Object bean, JsonGenerator generator, SerializationContext context)
			throws Exception {
		Object value = content(bean, generator).value();
		if (value == null || isSuppressed(value, context)) {
			serializeAsOmittedElement(bean, generator, context);
		}
		else {
			write(value, generator, context);
		}
	}

	private void writeNullProperty(JsonGenerator generator, SerializationContext context) {
		boolean filtered = this._suppressableValue != null
				&& context.includeFilterSuppressNulls(this._suppressableValue);
		if (!filtered && this._nullSerializer != null) {
			generator.writeName(this._name);
			this._nullSerializer.serialize(null, generator, context);
		}
	}

	private boolean isSuppressed(Object value, SerializationContext context) {
		return (this._suppressableValue == MARKER_FOR_EMPTY) ? serializer(value, context).isEmpty(context, value)
				: this._suppressableValue != null && this._suppressableValue.equals(value);
	}

	private void write(Object value, JsonGenerator generator, SerializationContext context) {
		TypeSerializer types = (value instanceof Collection<?>) ? null
				: context.findTypeSerializer(context.constructType(value.getClass()));
		ValueSerializer<Object> serializer = serializer(value, context);
		if (types != null) {
			serializer.serializeWithType(value, generator, context, types.forProperty(context, this));
		}
		else {
			serializer.serialize(value, generator, context);
		}
	}

	private ValueSerializer<Object> serializer(Object value, SerializationContext context) {
		PropertySerializerMap known = this._dynamicSerializers;
		ValueSerializer<Object> serializer = known.serializerFor(value.getClass());
		return (serializer != null) ? serializer : _findAndAddDynamic(known, value.getClass(), context);
	}

}
