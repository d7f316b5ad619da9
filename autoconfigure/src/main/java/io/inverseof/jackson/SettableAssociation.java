package io.inverseof.jackson;

import java.lang.annotation.Annotation;

import io.inverseof.Association;
import io.inverseof.BelongsTo;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.NullValueProvider;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.impl.NullsConstantProvider;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

/**
 * Reads a property that is an association, into the association that the entity has.
 * Names, aliases, views and the handling of nulls work as for any other property.
 */
final class SettableAssociation extends SettableBeanProperty {

	private final transient AssociationProperty association;

	private final AnnotatedMember member;

	private final @Nullable SettableBeanProperty replaced;

	/**
	 * Makes a property.
	 * @param definition how Jackson sees the property
	 * @param type the type of what is read
	 * @param association the association of the entity that the property stands for
	 * @param replaced how Jackson would set the property, or {@code null} if it would not
	 */
	SettableAssociation(BeanPropertyDefinition definition, JavaType type, BeanDescription bean,
			AssociationProperty association, @Nullable SettableBeanProperty replaced) {
		super(definition, type, null, bean.getClassAnnotations());
		this.association = association;
		this.member = definition.getPrimaryMember();
		this.replaced = replaced;
		Class<?>[] views = definition.findViews();
		setViews((views != null) ? views : bean.findDefaultViews());
	}

	private SettableAssociation(SettableAssociation property, PropertyName name) {
		super(property, name);
		this.association = property.association;
		this.member = property.member;
		this.replaced = property.replaced;
	}

	private SettableAssociation(SettableAssociation property, ValueDeserializer<?> deserializer,
			NullValueProvider nulls) {
		super(property, deserializer, nulls);
		this.association = property.association;
		this.member = property.member;
		this.replaced = property.replaced;
	}

	@Override
	public SettableBeanProperty withName(PropertyName name) {
		return new SettableAssociation(this, name);
	}

	@Override
	public SettableBeanProperty withValueDeserializer(ValueDeserializer<?> deserializer) {
		boolean decidesNulls = this._valueDeserializer == this._nullProvider;
		return new SettableAssociation(this, deserializer, decidesNulls ? deserializer : this._nullProvider);
	}

	@Override
	public SettableBeanProperty withNullProvider(NullValueProvider nulls) {
		return new SettableAssociation(this, this._valueDeserializer, nulls);
	}

	@Override
	public AnnotatedMember getMember() {
		return this.member;
	}

	@Override
	public <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
		return this.member.getAnnotation(type);
	}

	@Override
	public void fixAccess(DeserializationConfig config) {
		if (this.replaced != null) {
			this.replaced.fixAccess(config);
		}
	}

	@Override
	public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object instance) {
		Association holder = this.association.holder(instance);
		boolean isNull = parser.hasToken(JsonToken.VALUE_NULL);
		if (!isNull && holder != null && this._valueDeserializer instanceof HolderDeserializer) {
			this._valueDeserializer.deserialize(parser, context, holder);
		}
		else if (!isNull || !NullsConstantProvider.isSkipper(this._nullProvider)) {
			set(context, instance, deserialize(parser, context));
		}
	}

	@Override
	public Object deserializeSetAndReturn(JsonParser parser, DeserializationContext context, Object instance) {
		deserializeAndSet(parser, context, instance);
		return instance;
	}

	@Override
	public void set(DeserializationContext context, Object instance, @Nullable Object value) {
		Association holder = this.association.holder(instance);
		if (holder == null) {
			initialize(context, instance, value);
		}
		else if (value instanceof PostponedJson json) {
			read(json, holder, context, instance);
		}
		else {
			Holders.assign(holder, value);
		}
	}

	@Override
	public Object setAndReturn(DeserializationContext context, Object instance, @Nullable Object value) {
		set(context, instance, value);
		return instance;
	}

	private void initialize(DeserializationContext context, Object instance, @Nullable Object value) {
		if (this.replaced == null || !this.replaced.getType().isTypeOrSubTypeOf(BelongsTo.class)) {
			context.reportBadDefinition(getType(),
					"%s is null, so there is nothing to read into. Initialise the field.".formatted(this.association));
			return;
		}
		this.replaced.set(context, instance, value);
	}

	private void read(PostponedJson json, Association holder, DeserializationContext context, Object instance) {
		try {
			json.readInto(holder, this._valueDeserializer, context);
		}
		catch (RuntimeException ex) {
			throw DatabindException.wrapWithPath(context, ex, new JacksonException.Reference(instance, getName()));
		}
	}

}
