package io.inverseof.jackson;

import java.util.List;

import io.inverseof.Association;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes an association that is no property of its entity: a root value, an element, a
 * property of another object. What is unknown is {@code null} here.
 */
final class AssociationSerializer extends StdSerializer<Association> {

	AssociationSerializer() {
		super(Association.class);
	}

	@Override
	public boolean isEmpty(SerializationContext context, @Nullable Association association) {
		Object value = Content.of(association, context.getGenerator().streamWriteContext()).value();
		return value == null || (value instanceof List<?> elements && elements.isEmpty());
	}

	@Override
	public void serialize(Association association, JsonGenerator generator, SerializationContext context) {
		Object value = Content.of(association, generator.streamWriteContext()).value();
		if (value instanceof List<?> elements) {
			generator.writeStartArray(elements, elements.size());
			elements.forEach((element) -> context.writeValue(generator, element));
			generator.writeEndArray();
		}
		else {
			context.writeValue(generator, value);
		}
	}

	/**
	 * The kind of association is no type that a reader could ask for.
	 */
	@Override
	public void serializeWithType(Association association, JsonGenerator generator, SerializationContext context,
			TypeSerializer typeSerializer) {
		serialize(association, generator, context);
	}

}
