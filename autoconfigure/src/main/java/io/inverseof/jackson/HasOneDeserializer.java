package io.inverseof.jackson;

import java.util.List;
import java.util.Objects;

import io.inverseof.holder.HasOneHolder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;

/**
 * Reads a has-one: the object is built through the association, unless its row is the
 * target in memory, which is read into then.
 */
final class HasOneDeserializer extends HolderDeserializer {

	HasOneDeserializer(JavaType target, @Nullable BeanProperty property) {
		super(target, property);
	}

	@Override
	public HasOneDeserializer createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		return new HasOneDeserializer(target(), property);
	}

	@Override
	@SuppressWarnings("unchecked")
	public Object deserialize(JsonParser parser, DeserializationContext context, Object holder) {
		HasOneHolder<Object> association = (HasOneHolder<Object>) holder;
		TargetReader targets = targets(context);
		Object current = savedTarget(association);
		if (current == null) {
			build(association, targets, parser);
		}
		else {
			read(association, targets, PostponedJson.of(parser, context), current, context);
		}
		return association;
	}

	private static void read(HasOneHolder<Object> association, TargetReader targets, PostponedJson json, Object current,
			DeserializationContext context) {
		boolean isCurrent = Objects.equals(association.idOf(current), targets.idIn(json.tree(context)));
		try (JsonParser parser = json.tokens(context)) {
			if (isCurrent) {
				update(association, targets, parser, current);
			}
			else {
				build(association, targets, parser);
			}
		}
	}

	private static @Nullable Object savedTarget(HasOneHolder<Object> association) {
		List<?> present = association.inMemory();
		return (!present.isEmpty() && association.idOf(present.get(0)) != null) ? present.get(0) : null;
	}

	private static void build(HasOneHolder<Object> association, TargetReader targets, JsonParser parser) {
		if (targets.canFill(parser)) {
			association.build((target) -> targets.fill(parser, target));
		}
		else {
			association.set(targets.read(parser));
		}
	}

	private static void update(HasOneHolder<Object> association, TargetReader targets, JsonParser parser,
			Object current) {
		Object updated = targets.update(parser, current);
		if (updated != current) {
			association.wireAdded(updated);
			association.replace(current, updated);
		}
		else {
			association.set(current);
		}
	}

}
