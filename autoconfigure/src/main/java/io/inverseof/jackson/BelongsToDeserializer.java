package io.inverseof.jackson;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.inverseof.BelongsTo;
import io.inverseof.holder.BelongsToHolder;
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

	private final boolean polymorphic;

	private BelongsToDeserializer(JavaType target, JavaType idType, @Nullable BeanProperty property,
			@Nullable ValueDeserializer<Object> ids, boolean polymorphic) {
		super(target, property);
		this.idType = idType;
		this.ids = ids;
		this.polymorphic = polymorphic;
	}

	static BelongsToDeserializer of(JavaType target, JavaType idType, boolean polymorphic) {
		return new BelongsToDeserializer(target, idType, null, null, polymorphic);
	}

	@Override
	public BelongsToDeserializer createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		return new BelongsToDeserializer(target(), this.idType, property,
				context.findContextualValueDeserializer(this.idType, property),
				this.polymorphic || PolymorphicJson.isPolymorphic(property));
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
		else if (this.polymorphic) {
			readPolymorphic(PostponedJson.of(parser, context), context, reference);
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

	/**
	 * A target can be read if JSON says itself which class it is of.
	 */
	private void readPolymorphic(PostponedJson json, DeserializationContext context,
			BelongsTo<Object, Object> reference) {
		JsonNode object = json.tree(context);
		if (PolymorphicJson.isKey(object) && reference instanceof BelongsToHolder<?, ?> holder) {
			Object id = context.readTreeAsValue(object.get(PolymorphicJson.ID), this.idType);
			holder.refer(object.get(PolymorphicJson.TYPE).stringValue(), id);
			return;
		}
		if (context.findTypeDeserializer(target()) == null) {
			context.reportInputMismatch(this,
					"A polymorphic association is an object with a type and an id, such as {\"type\": \"Product\", \"id\": 7}");
		}
		try (JsonParser parser = json.tokens(context)) {
			reference.set(targets(context).read(parser));
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
