package io.inverseof.model;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.inverseof.model.DiscoveredFields.OtherField;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.annotation.Transient;
import org.springframework.util.ReflectionUtils;

/**
 * All steps that a {@link PreloadPath} can take from one class, and the other fields of
 * the class, for messages. Immutable, thread-safe.
 */
final class PreloadSteps {

	private static final List<Class<?>> CONTAINERS = List.of(Map.class, Collection.class, Optional.class);

	private final Class<?> type;

	private final Map<String, PreloadStep> steps;

	private final List<OtherField> others;

	private PreloadSteps(Class<?> type, Map<String, PreloadStep> steps, List<OtherField> others) {
		this.type = type;
		this.steps = steps;
		this.others = others;
	}

	static PreloadSteps of(Class<?> type, AssociationModel model) {
		Map<String, PreloadStep> steps = new LinkedHashMap<>();
		List<OtherField> others = isEntity(type) ? DiscoveredFields.of(type).others() : List.of();
		associations(type, model)
			.forEach((property) -> steps.put(property.name(), new PreloadStep.ToTargets(property)));
		for (OtherField other : others) {
			Class<?> part = part(other);
			if (part != null && leadsToAssociations(part, model, new HashSet<>())) {
				other.path().forEach(ReflectionUtils::makeAccessible);
				steps.put(FieldPaths.name(other.path()), new PreloadStep.ToParts(other.path(), part));
			}
		}
		return new PreloadSteps(type, steps, others);
	}

	private static List<AssociationProperty> associations(Class<?> type, AssociationModel model) {
		return isEntity(type) ? model.associationsOf(type).toList() : List.of();
	}

	private static boolean leadsToAssociations(Class<?> type, AssociationModel model, Set<Class<?>> seen) {
		if (!isEntity(type) || !seen.add(type)) {
			return false;
		}
		return !associations(type, model).isEmpty() || DiscoveredFields.of(type)
			.others()
			.stream()
			.map(PreloadSteps::part)
			.anyMatch((part) -> part != null && leadsToAssociations(part, model, seen));
	}

	private static boolean isEntity(Class<?> type) {
		return !type.isInterface() && !type.isArray() && !type.getName().startsWith("java.")
				&& !BeanUtils.isSimpleValueType(type);
	}

	/**
	 * Returns the class of the entities that a field holds or contains.
	 */
	private static @Nullable Class<?> part(OtherField other) {
		boolean ignored = Modifier.isStatic(other.field().getModifiers()) || other.isEmbedded()
				|| AnnotatedElementUtils.isAnnotated(other.field(), Transient.class);
		return ignored ? null : ContainedType.in(other.type(), CONTAINERS).resolve();
	}

	Class<?> type() {
		return this.type;
	}

	boolean isEmpty() {
		return this.steps.isEmpty();
	}

	@Nullable PreloadStep get(String name) {
		return this.steps.get(name);
	}

	List<String> names() {
		return List.copyOf(this.steps.keySet());
	}

	/**
	 * Returns the names of the associations among the steps.
	 */
	List<String> associations() {
		return this.steps.values()
			.stream()
			.filter(PreloadStep.ToTargets.class::isInstance)
			.map(PreloadStep::name)
			.toList();
	}

	/**
	 * Returns a field that is no step.
	 */
	@Nullable OtherField other(String name) {
		return this.others.stream()
			.filter((other) -> FieldPaths.name(other.path()).equals(name))
			.findFirst()
			.orElse(null);
	}

}
