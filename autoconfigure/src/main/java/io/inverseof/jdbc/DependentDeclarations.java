package io.inverseof.jdbc;

import java.util.List;

import io.inverseof.Dependent;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Violations;

import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Reports {@link Dependent} where it could do nothing: on entities inside aggregates,
 * whose rows are deleted together with the aggregate without being read.
 */
final class DependentDeclarations {

	private final InverseMappingContext context;

	DependentDeclarations(InverseMappingContext context) {
		this.context = context;
	}

	void verify(AssociationModel model, Violations violations) {
		List<AssociationProperty> dependents = model.all().stream().filter((a) -> a.dependent() != null).toList();
		if (dependents.isEmpty()) {
			return;
		}
		for (RelationalPersistentEntity<?> entity : List.copyOf(this.context.getPersistentEntities())) {
			for (PersistentPropertyPath<RelationalPersistentProperty> path : parts(entity)) {
				dependents.stream()
					.filter((property) -> property.owner() == path.getLeafProperty().getActualType())
					.forEach((property) -> report(property, entity.getType(), path, violations));
			}
		}
	}

	/**
	 * Entities of an aggregate root alone, for those inside are not deleted by
	 * themselves.
	 */
	private Iterable<PersistentPropertyPath<RelationalPersistentProperty>> parts(RelationalPersistentEntity<?> entity) {
		return entity.hasIdProperty() ? this.context.findPersistentPropertyPaths(entity.getType(),
				(property) -> property.isEntity() && !property.isEmbedded()) : List.of();
	}

	private static void report(AssociationProperty property, Class<?> root,
			PersistentPropertyPath<RelationalPersistentProperty> path, Violations violations) {
		String part = property.owner().getSimpleName();
		violations
			.add(("%s is annotated with @Dependent(%s), but %s contains its %s in \"%s\": rows inside an aggregate are "
					+ "deleted together with it, and nobody reads what depends on them. Remove the annotation, or make %s "
					+ "an aggregate of its own with a belongs-to.")
				.formatted(property, property.dependent(), root.getSimpleName(), part, path.toDotPath(), part));
	}

}
