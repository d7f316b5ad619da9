package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.model.BackReference;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Tells entities inside aggregates their parents. What there is to do for a class is
 * found out once; for most there is nothing. Thread-safe.
 */
final class ParentWiring {

	private final RelationalMappingContext context;

	private final Map<Class<?>, ParentPlan> plans = new ConcurrentHashMap<>();

	ParentWiring(RelationalMappingContext context) {
		this.context = context;
	}

	/**
	 * Tells the parts of an object that was just made, where the parts of the parts have
	 * been told already.
	 */
	void wireParts(Object parent) {
		ParentPlan plan = plan(parent.getClass());
		plan.tellParts(parent);
		plan.forEachEmbedded(parent, this::wireParts);
	}

	/**
	 * Tells all parts of an aggregate, at every level.
	 */
	void wire(Object parent) {
		ParentPlan plan = plan(parent.getClass());
		plan.tellParts(parent);
		plan.forEachEmbedded(parent, this::wire);
		plan.forEachEntity(parent, this::wire);
	}

	private ParentPlan plan(Class<?> type) {
		ParentPlan plan = this.plans.get(type);
		return (plan != null) ? plan : this.plans.computeIfAbsent(type, this::makePlan);
	}

	private ParentPlan makePlan(Class<?> type) {
		RelationalPersistentEntity<?> entity = this.context.getPersistentEntity(type);
		if (entity == null) {
			return ParentPlan.NONE;
		}
		List<ParentPlan.Part> parts = new ArrayList<>();
		collectParts(type, entity, List.of(), parts);
		List<RelationalPersistentProperty> leading = new ArrayList<>();
		for (RelationalPersistentProperty property : entity) {
			if (leadsToBackReferences(property, new HashSet<>())) {
				leading.add(property);
			}
		}
		return ParentPlan.of(parts, leading);
	}

	/**
	 * Collects what refers back to the class, in embedded objects as well.
	 */
	private void collectParts(Class<?> type, RelationalPersistentEntity<?> holder,
			List<RelationalPersistentProperty> before, List<ParentPlan.Part> parts) {
		for (RelationalPersistentProperty property : holder) {
			RelationalPersistentEntity<?> content = contentOf(property);
			if (content == null || before.contains(property)) {
				continue;
			}
			List<RelationalPersistentProperty> path = new ArrayList<>(before);
			path.add(property);
			ParentPlan.Part part = ParentPlan.Part.of(type, path, content.getType());
			if (part != null) {
				parts.add(part);
			}
			if (property.isEmbedded()) {
				collectParts(type, content, path, parts);
			}
		}
	}

	private boolean leadsToBackReferences(RelationalPersistentProperty property, Set<Class<?>> seen) {
		RelationalPersistentEntity<?> content = contentOf(property);
		if (content == null || !seen.add(content.getType())) {
			return false;
		}
		for (RelationalPersistentProperty nested : content) {
			RelationalPersistentEntity<?> nestedContent = contentOf(nested);
			if (nestedContent != null && !BackReference.of(nestedContent.getType()).isEmpty()
					|| leadsToBackReferences(nested, seen)) {
				return true;
			}
		}
		return false;
	}

	private @Nullable RelationalPersistentEntity<?> contentOf(RelationalPersistentProperty property) {
		return AggregateParts.content(property, this.context);
	}

}
