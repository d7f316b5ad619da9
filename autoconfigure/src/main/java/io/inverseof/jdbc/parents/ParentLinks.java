package io.inverseof.jdbc.parents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.jdbc.batch.KeyColumns;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.TypeColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;

/**
 * Knows which rows follow which. Thread-safe.
 */
final class ParentLinks {

	private final AssociationModel model;

	private final JdbcConverter converter;

	private final ParentTargets targets;

	private final Map<Class<?>, List<ParentLink>> ofObjects = new ConcurrentHashMap<>();

	private final Map<Class<?>, List<ParentLink>> ofRows = new ConcurrentHashMap<>();

	private final Map<Class<?>, Boolean> followed = new ConcurrentHashMap<>();

	private final boolean none;

	ParentLinks(AssociationModel model, JdbcConverter converter) {
		this.model = model;
		this.converter = converter;
		this.targets = new ParentTargets(converter);
		this.none = model.all().stream().noneMatch(AssociationProperty::isObservedByTarget);
	}

	/**
	 * Tells whether nobody follows anything.
	 */
	boolean isEmpty() {
		return this.none;
	}

	/**
	 * Returns what the objects of a class refer to.
	 */
	List<ParentLink> ofObject(Class<?> type) {
		return this.none ? List.of() : this.ofObjects.computeIfAbsent(type, this::findOfObject);
	}

	private List<ParentLink> findOfObject(Class<?> type) {
		return observed(this.model.associationsOf(type).toList());
	}

	/**
	 * Returns what the rows of a class refer to, which may be those of subclasses.
	 */
	List<ParentLink> ofRow(Class<?> type) {
		return this.none ? List.of() : this.ofRows.computeIfAbsent(type, this::findOfRow);
	}

	private List<ParentLink> findOfRow(Class<?> type) {
		RelationalPersistentEntity<?> entity = entity(type);
		if (entity == null) {
			return List.of();
		}
		List<AssociationProperty> ofTable = new ArrayList<>(this.model.associationsOf(type).toList());
		this.model.all().stream().filter((property) -> isOfTable(property, entity)).forEach(ofTable::add);
		List<ParentLink> distinct = new ArrayList<>();
		observed(ofTable).forEach((link) -> add(link, distinct));
		return List.copyOf(distinct);
	}

	/**
	 * A subclass inherits the belongs-to of its superclass, with the same column.
	 */
	private static void add(ParentLink link, List<ParentLink> links) {
		if (links.stream().noneMatch((present) -> present.includes(link))) {
			links.removeIf(link::includes);
			links.add(link);
		}
	}

	private boolean isOfTable(AssociationProperty property, RelationalPersistentEntity<?> entity) {
		RelationalPersistentEntity<?> owner = entity(property.owner());
		return property.isObservedByTarget() && owner != null && owner.hasIdProperty()
				&& owner.getQualifiedTableName().equals(entity.getQualifiedTableName());
	}

	private List<ParentLink> observed(List<AssociationProperty> properties) {
		return properties.stream().filter(AssociationProperty::isObservedByTarget).map(this::link).toList();
	}

	private ParentLink link(AssociationProperty property) {
		RelationalMappingContext context = this.converter.getMappingContext();
		List<String> names = new ArrayList<>(property.foreignKey());
		TypeColumn type = property.typeColumn();
		if (type != null) {
			names.add(type.name());
		}
		return new ParentLink(property,
				KeyColumns.of(names, context.getRequiredPersistentEntity(property.owner()), context), this.targets);
	}

	ParentTable table(Class<?> type) {
		return this.targets.required(type);
	}

	/**
	 * Tells whether rows of a class follow others.
	 */
	boolean isTarget(Class<?> type) {
		return !this.none && this.followed.computeIfAbsent(type, (key) -> !linksTo(key).isEmpty());
	}

	/**
	 * Returns what refers to rows of a class, and is followed.
	 */
	List<ParentLink> linksTo(Class<?> type) {
		RelationalPersistentEntity<?> entity = entity(type);
		if (entity == null || !entity.hasIdProperty()) {
			return List.of();
		}
		ParentTable table = table(type);
		List<ParentLink> links = new ArrayList<>();
		for (ParentLink link : observed(this.model.all())) {
			if (link.leadsTo(table)) {
				add(link, links);
			}
		}
		return links;
	}

	private @Nullable RelationalPersistentEntity<?> entity(Class<?> type) {
		return this.converter.getMappingContext().getPersistentEntity(type);
	}

}
