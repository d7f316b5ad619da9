package io.inverseof.jackson;

import java.util.HashMap;
import java.util.Map;

import io.inverseof.holder.HasManyHolder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;

/**
 * The elements of a has-many that is being read. An object with the id of an element that
 * is in memory is read into that one, for a row is never in a has-many twice.
 */
final class NestedChildren {

	private final HasManyHolder<Object> association;

	private final TargetReader targets;

	private final DeserializationContext context;

	private final Map<Object, Object> present = new HashMap<>();

	NestedChildren(HasManyHolder<Object> association, TargetReader targets, DeserializationContext context) {
		this.association = association;
		this.targets = targets;
		this.context = context;
		association.inMemory().forEach(this::remember);
	}

	private void remember(Object child) {
		Object id = this.association.idOf(child);
		if (id != null) {
			this.present.put(id, child);
		}
	}

	void read(JsonParser parser) {
		if (this.present.isEmpty()) {
			add(parser);
			return;
		}
		PostponedJson json = PostponedJson.of(parser, this.context);
		Object child = find(json.tree(this.context));
		try (JsonParser again = json.tokens(this.context)) {
			if (child != null) {
				update(child, again);
			}
			else {
				add(again);
			}
		}
	}

	private @Nullable Object find(JsonNode json) {
		Object id = this.targets.idIn(json);
		return (id != null) ? this.present.get(id) : null;
	}

	private void add(JsonParser parser) {
		if (this.targets.canFill(parser)) {
			remember(this.association.build((child) -> this.targets.fill(parser, child)));
		}
		else {
			Object child = this.targets.read(parser);
			this.association.add(child);
			remember(child);
		}
	}

	private void update(Object child, JsonParser parser) {
		Object updated = this.targets.update(parser, child);
		if (updated != child) {
			this.association.wireAdded(updated);
			this.association.replace(child, updated);
			remember(updated);
		}
		else {
			this.association.add(child);
		}
	}

}
