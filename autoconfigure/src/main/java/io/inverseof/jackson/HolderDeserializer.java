package io.inverseof.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/**
 * Reads what JSON says about an association into the association of an entity.
 */
abstract class HolderDeserializer extends ValueDeserializer<Object> {

	private final JavaType target;

	private final @Nullable BeanProperty property;

	HolderDeserializer(JavaType target, @Nullable BeanProperty property) {
		this.target = target;
		this.property = property;
	}

	@Override
	public abstract HolderDeserializer createContextual(DeserializationContext context,
			@Nullable BeanProperty property);

	/**
	 * Where there is no entity yet, because its constructor takes what comes later, the
	 * JSON waits for it.
	 */
	@Override
	public Object deserialize(JsonParser parser, DeserializationContext context) {
		return PostponedJson.of(parser, context);
	}

	@Override
	public abstract Object deserialize(JsonParser parser, DeserializationContext context, Object holder);

	/**
	 * The kind of association is no type that JSON could name.
	 */
	@Override
	public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types) {
		return deserialize(parser, context);
	}

	/**
	 * Jackson would call the getter for what to update, which may load.
	 */
	@Override
	public Boolean supportsUpdate(DeserializationConfig config) {
		return Boolean.FALSE;
	}

	final JavaType target() {
		return this.target;
	}

	/** Looked up when needed, for most JSON has but ids. */
	final TargetReader targets(DeserializationContext context) {
		return TargetReader.of(context, this.target, this.property);
	}

}
