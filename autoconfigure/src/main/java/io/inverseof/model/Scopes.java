package io.inverseof.model;

import java.util.List;
import java.util.function.Function;

import io.inverseof.AssociationScope;
import io.inverseof.ScopedBy;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.query.Query;

/**
 * Creates the scopes of associations and reads their shapes.
 */
final class Scopes {

	private final Function<Class<? extends AssociationScope>, AssociationScope> instances;

	private final EntityMapping mapping;

	Scopes(Function<Class<? extends AssociationScope>, AssociationScope> instances, EntityMapping mapping) {
		this.instances = instances;
		this.mapping = mapping;
	}

	ResolvedScope of(AssociationField field, Class<?> target, Violations problems) {
		ScopedBy annotation = field.annotation(ScopedBy.class);
		return (annotation != null) ? resolve(field, target, annotation.value(), problems) : ResolvedScope.NONE;
	}

	private ResolvedScope resolve(AssociationField field, Class<?> target, Class<? extends AssociationScope> type,
			Violations problems) {
		AssociationScope scope = instantiate(field, type, problems);
		Query query = (scope != null) ? query(field, type, scope, problems) : null;
		if (query == null) {
			return ResolvedScope.unreadable(scope);
		}
		ScopeShape shape = ScopeShape.of(query);
		if (field.kind() == AssociationKind.BELONGS_TO && shape.limit()) {
			problems.add("%s is a belongs-to, whose key refers to one row at most, but %s limits it. ".formatted(field,
					TypeNames.of(type)) + "Remove the limit, or write another scope for this association.");
		}
		checkProperties(field, target, type, query, problems);
		return new ResolvedScope(scope, shape);
	}

	private @Nullable AssociationScope instantiate(AssociationField field, Class<? extends AssociationScope> type,
			Violations problems) {
		try {
			return this.instances.apply(type);
		}
		catch (RuntimeException ex) {
			problems.add(("%s is scoped by %s, which is neither a Spring bean nor has a no-argument constructor that "
					+ "can be used (%s). Declare it as a bean, or give it such a constructor.")
				.formatted(field, TypeNames.of(type), describe(ex)));
			return null;
		}
	}

	@SuppressWarnings("NullAway") // applications write scopes
	private static @Nullable Query query(AssociationField field, Class<?> type, AssociationScope scope,
			Violations problems) {
		try {
			Query query = scope.query();
			if (query == null) {
				problems.add("%s: %s.query() returned null. Return Query.empty() where nothing is to be narrowed."
					.formatted(field, TypeNames.of(type)));
			}
			return query;
		}
		catch (RuntimeException ex) {
			problems.add(("%s: %s.query() failed at start-up, where it is called once to see whether it filters, sorts "
					+ "or limits (%s). Return the query without needing a request, a transaction or a thread.")
				.formatted(field, TypeNames.of(type), describe(ex)));
			return null;
		}
	}

	private static String describe(RuntimeException ex) {
		String name = ex.getClass().getSimpleName();
		return (ex.getMessage() != null) ? name + ": " + ex.getMessage() : name;
	}

	private void checkProperties(AssociationField field, Class<?> target, Class<?> type, Query query,
			Violations problems) {
		for (String property : QueryProperties.ofCriteria(query)) {
			checkProperty(field, target, type, "has criteria on", property, problems);
		}
		for (String property : QueryProperties.ofSort(query)) {
			checkProperty(field, target, type, "sorts by", property, problems);
		}
	}

	private void checkProperty(AssociationField field, Class<?> target, Class<?> type, String does, String property,
			Violations problems) {
		if (this.mapping.hasProperty(target, property)
				|| ColumnNames.find(property, this.mapping.columns(target)) != null) {
			return;
		}
		List<String> properties = this.mapping.properties(target);
		List<String> nearest = Suggestions.nearest(property, properties);
		problems.add("%s: %s %s \"%s\", but %s has no such property.%s".formatted(field, TypeNames.of(type), does,
				property, target.getSimpleName(), nearest.isEmpty()
						? " It has %s.".formatted(String.join(", ", properties)) : Suggestions.didYouMean(nearest)));
	}

}
