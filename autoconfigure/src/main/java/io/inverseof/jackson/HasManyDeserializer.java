package io.inverseof.jackson;

import io.inverseof.HasMany;
import io.inverseof.holder.HasManyHolder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;

/**
 * Reads a has-many: each object of the array is built through the association. What the
 * association has stays.
 */
final class HasManyDeserializer extends HolderDeserializer {

	private final JavaType type;

	HasManyDeserializer(JavaType type, JavaType target, @Nullable BeanProperty property) {
		super(target, property);
		this.type = type;
	}

	@Override
	public HasManyDeserializer createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		return new HasManyDeserializer(this.type, target(), property);
	}

	@Override
	@SuppressWarnings("unchecked")
	public Object deserialize(JsonParser parser, DeserializationContext context, Object holder) {
		HasManyHolder<Object> association = (HasManyHolder<Object>) holder;
		NestedChildren children = new NestedChildren(association, targets(context), context);
		if (parser.isExpectedStartArrayToken()) {
			readAll(parser, context, children);
		}
		else if (context.isEnabled(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)) {
			children.read(parser);
		}
		else {
			context.handleUnexpectedToken(this.type, parser);
		}
		markAsRead(association);
		return association;
	}

	private static void readAll(JsonParser parser, DeserializationContext context, NestedChildren children) {
		for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
			try {
				children.read(parser);
			}
			catch (RuntimeException ex) {
				throw DatabindException.wrapWithPath(context, ex, new JacksonException.Reference(HasMany.class, index));
			}
		}
	}

	/**
	 * What JSON said is all there is of an object that is in no database, and may be
	 * written again.
	 */
	private static void markAsRead(HasManyHolder<Object> association) {
		if (association.attachment() == null) {
			association.size();
		}
	}

}
