package io.inverseof.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The associations of a class while they are being detected, and what is wrong with them.
 */
final class EntityDraft {

	private final Class<?> type;

	private final DiscoveredFields fields;

	private final Map<AssociationField, Violations> violations = new LinkedHashMap<>();

	private final Map<AssociationField, AssociationProperty> properties = new LinkedHashMap<>();

	private final Violations others = new Violations();

	EntityDraft(Class<?> type) {
		this.type = type;
		this.fields = DiscoveredFields.of(type);
		this.fields.associations().forEach((field) -> this.violations.put(field, new Violations()));
	}

	Class<?> type() {
		return this.type;
	}

	DiscoveredFields fields() {
		return this.fields;
	}

	Violations problemsOf(AssociationField field) {
		return Objects.requireNonNull(this.violations.get(field));
	}

	/**
	 * Returns the problems of fields that are no associations.
	 */
	Violations otherProblems() {
		return this.others;
	}

	void add(AssociationField field, AssociationProperty property) {
		this.properties.put(field, property);
	}

	@Nullable AssociationProperty property(AssociationField field) {
		return this.properties.get(field);
	}

	List<AssociationProperty> properties() {
		return this.fields.associations().stream().map(this.properties::get).filter(Objects::nonNull).toList();
	}

	/**
	 * Returns the associations with a problem of their own, whose consequences are not
	 * worth telling.
	 */
	Stream<AssociationField> broken() {
		return this.fields.associations().stream().filter((field) -> !problemsOf(field).isEmpty());
	}

	void reportTo(Violations problems) {
		this.violations.values().forEach(problems::addAll);
		problems.addAll(this.others);
	}

}
