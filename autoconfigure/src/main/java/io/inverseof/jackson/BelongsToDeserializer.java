package io.inverseof.jackson;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a belongs-to: an id becomes a reference, an object a new target in memory.
 */
final class BelongsToDeserializer extends HolderDeserializer {

	private final JavaType idType;

	private final @Nullable ValueDeserializer<Object> ids;

	private BelongsToDeserializer(JavaType target, JavaType idType, @Nullable BeanProperty property,
			@Nullable ValueDeserializer<Object> ids) {
		super(target, property);
		this.idType = idType;
		this.ids = ids;
	}

	static BelongsToDeserializer of(JavaType target, JavaType idType) {
		return new BelongsToDeserializer(target, idType, null, null);
	}

	@Override
	public BelongsToDeserializer createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		return new BelongsToDeserializer(target(), this.idType, property,
				context.findContextualValueDeserializer(this.idType, property));
	}

	@Override
	public Object getNullValue(DeserializationContext context) {
		return BelongsTo.empty();
	}

	@Override
	public Object deserialize(JsonParser parser, DeserializationContext context) {
		return deserialize(parser, context, BelongsTo.empty());
	}

	@Override
	@SuppressWarnings("unchecked")
	public Object deserialize(JsonParser parser, DeserializationContext context, Object holder) {
		BelongsTo<Object, Object> reference = (BelongsTo<Object, Object>) holder;
		if (!parser.isExpectedStartObjectToken()) {
			reference.setId(id(parser, context));
		}
		else if (partsOfId().isEmpty()) {
			readTarget(parser, context, reference);
		}
		else {
			readObject(PostponedJson.of(parser, context), context, reference);
		}
		return reference;
	}

	private @Nullable Object id(JsonParser parser, DeserializationContext context) {
		return ids(context).deserialize(parser, context);
	}

	private ValueDeserializer<Object> ids(DeserializationContext context) {
		return (this.ids != null) ? this.ids : context.findContextualValueDeserializer(this.idType, null);
	}

	private Set<Object> partsOfId() {
		Collection<Object> names = (this.ids != null) ? this.ids.getKnownPropertyNames() : null;
		return (names != null) ? new HashSet<>(names) : Set.of();
	}

	private void readObject(PostponedJson json, DeserializationContext context, BelongsTo<Object, Object> reference) {
		JsonNode object = json.tree(context);
		boolean isId = !object.isEmpty() && partsOfId().containsAll(object.propertyNames());
		try (JsonParser parser = json.tokens(context)) {
			if (isId) {
				reference.setId(id(parser, context));
			}
			else {
				readTarget(parser, context, reference);
			}
		}
	}

	private void readTarget(JsonParser parser, DeserializationContext context, BelongsTo<Object, Object> reference) {
		TargetReader targets = targets(context);
		if (targets.canFill(parser) && Holders.knowsItsPlace(reference)) {
			reference.build((target) -> targets.fill(parser, target));
		}
		else {
			reference.set(targets.read(parser));
		}
	}

}
