package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

import io.inverseof.CounterCache;
import io.inverseof.Touch;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Suggestions;
import io.inverseof.model.Violations;

import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;

/**
 * Reports {@link CounterCache} and {@link Touch} where the target has no fitting column,
 * and on entities inside aggregates, whose rows come and go with every save.
 */
final class ObservedColumnDeclarations {

	private static final Set<Class<?>> TIMES = Set.of(java.time.Instant.class, java.time.LocalDateTime.class,
			java.time.OffsetDateTime.class, java.time.ZonedDateTime.class, java.time.LocalDate.class, Date.class,
			java.sql.Timestamp.class, Long.class);

	private final InverseMappingContext context;

	ObservedColumnDeclarations(InverseMappingContext context) {
		this.context = context;
	}

	void verify(AssociationModel model, Violations violations) {
		List<AssociationProperty> observed = model.all()
			.stream()
			.filter(AssociationProperty::isObservedByTarget)
			.toList();
		for (AssociationProperty property : observed) {
			String counter = property.counterCache();
			if (counter != null) {
				mapped(model, property, "@CounterCache", counter, "private int postsCount", violations)
					.forEach((leaf) -> verifyCounter(property, counter, leaf, violations));
			}
			String touched = property.touch();
			if (touched != null) {
				mapped(model, property, "@Touch", touched, "private Instant updatedAt", violations)
					.forEach((leaf) -> verifyTouched(property, touched, leaf, violations));
			}
		}
		verifyRoots(observed, violations);
	}

	/**
	 * Finds the properties of a column. Of the targets of a polymorphic association,
	 * those that name it have to have the column.
	 */
	private List<RelationalPersistentProperty> mapped(AssociationModel model, AssociationProperty property,
			String annotation, String column, String example, Violations violations) {
		List<Class<?>> targets = CounterColumns.targets(property);
		List<Class<?>> lacking = new ArrayList<>();
		List<RelationalPersistentProperty> leaves = new ArrayList<>();
		List<String> columns = new ArrayList<>();
		for (Class<?> target : targets) {
			RelationalPersistentEntity<?> entity = this.context.getRequiredPersistentEntity(target);
			List<RelationalPersistentProperty> path = MappedColumns.path(this.context, entity, column);
			if (!path.isEmpty()) {
				leaves.add(path.get(path.size() - 1));
			}
			else if (isOtherSide(model, target, property)) {
				lacking.add(target);
			}
			if (path.isEmpty()) {
				columns.addAll(MappedColumns.names(this.context, entity));
			}
		}
		lacking = (leaves.isEmpty() && lacking.isEmpty()) ? targets : lacking;
		if (!lacking.isEmpty()) {
			String names = String.join(" or ", lacking.stream().map(Class::getSimpleName).toList());
			violations
				.add(("%s is annotated with %s(\"%s\"), but no property of %s is mapped to a column of this name.%s "
						+ "Declare the property in %s, such as \"%s\", or name the column of another one.")
					.formatted(property, annotation, column, names, Suggestions.didYouMean(column, columns), names,
							example));
		}
		return leaves;
	}

	private static boolean isOtherSide(AssociationModel model, Class<?> target, AssociationProperty belongsTo) {
		return belongsTo.isPolymorphic() && model.associationsOf(target)
			.toList()
			.stream()
			.anyMatch((association) -> association.keySide() == belongsTo);
	}

	private void verifyCounter(AssociationProperty property, String column, RelationalPersistentProperty leaf,
			Violations violations) {
		if (!WholeNumberProperty.supports(leaf.getType()) || leaf.isIdProperty() || leaf.isVersionProperty()) {
			violations.add(
					("%s is annotated with @CounterCache(\"%s\"), but %s cannot count: it is %s. Declare a property of "
							+ "type int or long for the counter, and name its column.")
						.formatted(property, column, name(leaf), description(leaf)));
		}
		else {
			verifyAlone(property, column, leaf, violations);
		}
	}

	private static String description(RelationalPersistentProperty leaf) {
		return leaf.isIdProperty() ? "the id"
				: leaf.isVersionProperty() ? "the version" : "of type \"%s\"".formatted(leaf.getType().getSimpleName());
	}

	private void verifyTouched(AssociationProperty property, String column, RelationalPersistentProperty leaf,
			Violations violations) {
		if (!TIMES.contains(ClassUtils.resolvePrimitiveIfNecessary(leaf.getType())) || leaf.isIdProperty()
				|| leaf.isVersionProperty()) {
			violations
				.add(("%s is annotated with @Touch(\"%s\"), but %s cannot be a timestamp: it is %s. Declare a property "
						+ "of type Instant, LocalDateTime, OffsetDateTime, ZonedDateTime, LocalDate, Date or long for it, and "
						+ "name its column.")
					.formatted(property, column, name(leaf), description(leaf)));
		}
	}

	private static String name(RelationalPersistentProperty property) {
		return property.getOwner().getType().getSimpleName() + "." + property.getName();
	}

	/**
	 * An embedded class is mapped once, whoever embeds it, and what counts is written by
	 * nobody.
	 */
	private void verifyAlone(AssociationProperty property, String column, RelationalPersistentProperty leaf,
			Violations violations) {
		if (leaf.getOwner().hasIdProperty()) {
			return;
		}
		List<String> others = new ArrayList<>();
		for (RelationalPersistentEntity<?> entity : List.copyOf(this.context.getPersistentEntities())) {
			if (entity.hasIdProperty() && !isTarget(property, entity)) {
				this.context.findPersistentPropertyPaths(entity.getType(), (found) -> found == leaf)
					.forEach((path) -> others.add(entity.getType().getSimpleName() + "." + path.toDotPath()));
			}
		}
		if (!others.isEmpty()) {
			violations
				.add(("%s is annotated with @CounterCache(\"%s\"), but %s is embedded elsewhere as well, in %s: an "
						+ "ordinary save never writes a counter, and so it would be written in none of them. Declare the counter "
						+ "in %s itself, or in a class that nobody else embeds.")
					.formatted(property, column, name(leaf), String.join(", ", others),
							property.target().getSimpleName()));
		}
	}

	private static boolean isTarget(AssociationProperty property, RelationalPersistentEntity<?> entity) {
		return CounterColumns.targets(property)
			.stream()
			.anyMatch((target) -> target.isAssignableFrom(entity.getType()));
	}

	private void verifyRoots(List<AssociationProperty> observed, Violations violations) {
		if (observed.isEmpty()) {
			return;
		}
		for (RelationalPersistentEntity<?> entity : List.copyOf(this.context.getPersistentEntities())) {
			for (PersistentPropertyPath<RelationalPersistentProperty> path : parts(entity)) {
				observed.stream()
					.filter((property) -> property.owner() == path.getLeafProperty().getActualType())
					.forEach((property) -> report(property, entity.getType(), path, violations));
			}
		}
	}

	private Iterable<PersistentPropertyPath<RelationalPersistentProperty>> parts(RelationalPersistentEntity<?> entity) {
		return entity.hasIdProperty() ? this.context.findPersistentPropertyPaths(entity.getType(),
				(property) -> property.isEntity() && !property.isEmbedded()) : List.of();
	}

	private static void report(AssociationProperty property, Class<?> root,
			PersistentPropertyPath<RelationalPersistentProperty> path, Violations violations) {
		String part = property.owner().getSimpleName();
		String annotation = (property.counterCache() != null) ? "@CounterCache" : "@Touch";
		violations
			.add(("%s is annotated with %s, but %s contains its %s in \"%s\": rows inside an aggregate are deleted and "
					+ "inserted again with every save of it. Remove the annotation, or make %s an aggregate of its own with "
					+ "a belongs-to.")
				.formatted(property, annotation, root.getSimpleName(), part, path.toDotPath(), part));
	}

}
