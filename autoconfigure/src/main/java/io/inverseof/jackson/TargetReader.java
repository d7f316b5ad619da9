package io.inverseof.jackson;

import io.inverseof.model.EntityIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.jsontype.TypeDeserializer;

/**
 * Reads objects that are nested in an association, as Jackson reads their class.
 */
final class TargetReader {

	private final DeserializationContext context;

	private final JavaType type;

	private final ValueDeserializer<Object> deserializer;

	private final @Nullable TypeDeserializer types;

	private TargetReader(DeserializationContext context, JavaType type, ValueDeserializer<Object> deserializer,
			@Nullable TypeDeserializer types) {
		this.context = context;
		this.type = type;
		this.deserializer = deserializer;
		this.types = types;
	}

	static TargetReader of(DeserializationContext context, JavaType type, @Nullable BeanProperty property) {
		TypeDeserializer types = context.findTypeDeserializer(type);
		return new TargetReader(context, type, context.findContextualValueDeserializer(type, property),
				(types != null) ? types.forProperty(property) : null);
	}

	/**
	 * Tells whether the next value can be read into an object that the association
	 * builds.
	 */
	boolean canFill(JsonParser parser) {
		return this.types == null && parser.hasToken(JsonToken.START_OBJECT)
				&& this.deserializer instanceof BeanDeserializer bean
				&& isBuiltWithoutArguments(bean.getValueInstantiator());
	}

	private static boolean isBuiltWithoutArguments(ValueInstantiator instantiator) {
		return instantiator.canCreateUsingDefault() && !instantiator.canCreateFromObjectWith();
	}

	void fill(JsonParser parser, Object target) {
		this.deserializer.deserialize(parser, this.context, target);
	}

	Object read(JsonParser parser) {
		Object target = parser.hasToken(JsonToken.VALUE_NULL) ? null
				: (this.types != null) ? this.deserializer.deserializeWithType(parser, this.context, this.types)
						: this.deserializer.deserialize(parser, this.context);
		return (target != null) ? target : this.context.handleUnexpectedToken(this.type, parser);
	}

	/**
	 * Reads into an object that is there.
	 * @return the object, or another one in its place if it cannot be changed
	 */
	Object update(JsonParser parser, Object target) {
		if (!canFill(parser)) {
			return read(parser);
		}
		fill(parser, target);
		return target;
	}

	/**
	 * Returns the id that an object has in JSON.
	 * @return the id, or {@code null} if it has none
	 */
	@Nullable Object idIn(JsonNode object) {
		String name = EntityIds.idName(this.type.getRawClass());
		for (BeanPropertyDefinition property : this.context.lazyIntrospectBeanDescription(this.type)
			.get()
			.findProperties()) {
			JsonNode id = property.getInternalName().equals(name) ? object.get(property.getName()) : null;
			if (id != null) {
				return this.context.readTreeAsValue(id, property.getPrimaryType());
			}
		}
		return null;
	}

}
