package io.inverseof.actuate;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.inverseof.model.AssociationProperty;

/**
 * Names entities as briefly as possible: by the simple name of the class, as in
 * {@code Post.author}, or by its full name where several classes share the simple one.
 */
final class EntityNames {

	private final Set<String> ambiguous;

	private EntityNames(Set<String> ambiguous) {
		this.ambiguous = ambiguous;
	}

	static EntityNames of(Collection<AssociationProperty> associations) {
		Map<String, Long> classes = associations.stream()
			.flatMap((association) -> Stream.of(association.owner(), association.target()))
			.distinct()
			.collect(Collectors.groupingBy(Class::getSimpleName, Collectors.counting()));
		return new EntityNames(classes.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 1)
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet()));
	}

	String of(Class<?> entity) {
		return this.ambiguous.contains(entity.getSimpleName()) ? entity.getName() : entity.getSimpleName();
	}

	String of(AssociationProperty association) {
		return of(association.owner()) + "." + association.name();
	}

}
