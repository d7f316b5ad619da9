package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.inverseof.IllegalScopeException;
import io.inverseof.holder.ChildQuery;
import io.inverseof.holder.TypedKey;
import io.inverseof.jdbc.batch.KeyCriteria;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ScopeShape;
import io.inverseof.model.ThroughPath;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.query.Query;

/**
 * Makes the queries of associations: the key, the scope, and an order that ends with the
 * primary key. The text of a query depends on the association only, so that statement
 * caches work. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AssociationQueries {

	private final JdbcConverter converter;

	private final JdbcEntityMapping mapping;

	private final ThroughQueries throughs = new ThroughQueries(this);

	/**
	 * Creates the maker of queries.
	 * @param converter converts parts of composite keys
	 * @param mapping knows which property a column belongs to
	 */
	public AssociationQueries(JdbcConverter converter, JdbcEntityMapping mapping) {
		this.converter = converter;
		this.mapping = mapping;
	}

	/**
	 * Returns the class of the rows that a belongs-to refers to.
	 * @param property a belongs-to
	 * @param key a key, whose type is known if the association is polymorphic
	 * @return the declared class, or that of the key
	 */
	public Class<?> targetType(AssociationProperty property, Object key) {
		return KnownTypes.target(property, key);
	}

	Query target(AssociationProperty property, Object id) {
		String idProperty = idProperty(property.target()).getName();
		return Query.query(narrowed(Criteria.where(idProperty).is(id), filter(scope(property))));
	}

	Query allChildren(AssociationProperty property, Object ownerId) {
		if (property.isThrough()) {
			return this.throughs.rows(property, ownerId);
		}
		return Query.query(narrowed(foreignKey(property, ownerId), filter(property, scope(property))));
	}

	/**
	 * The targets of several keys, one of a belongs-to each.
	 */
	Query targets(AssociationProperty property, List<Object> ids) {
		Criteria.CriteriaStep id = Criteria.where(idProperty(targetType(property, ids.get(0))).getName());
		return Query.query(
				anyOf(property, ids.stream().<Object>map(TypedKey::plain).toList(), id::in, filter(scope(property))));
	}

	/**
	 * The children of several owners, each owner's in the order of the association.
	 */
	Query children(AssociationProperty property, List<Object> ownerIds, int limit) {
		Query scope = scope(property);
		CriteriaDefinition criteria = anyOf(property, ownerIds, (ids) -> foreignKeys(property, ids),
				filter(property, scope));
		Query query = Query.query(criteria).sort(order(property, scope));
		return (limit < BatchLimits.ALL_ROWS) ? query.limit(limit) : query;
	}

	/**
	 * The targets of several owners with the owners that lead to each of them.
	 */
	Query links(AssociationProperty property, List<Object> ownerIds, int limit) {
		Query query = this.throughs.links(property, ownerIds);
		return (limit < BatchLimits.ALL_ROWS) ? query.limit(limit) : query;
	}

	/**
	 * The join aggregates that lead from an owner to some targets.
	 */
	Query joins(AssociationProperty property, ThroughPath path, Object ownerId, List<Object> targetIds) {
		CriteriaDefinition joins = CriteriaDefinition
			.from(allChildren(path.join(), ownerId).getCriteria().orElseThrow(), key(path.source(), targetIds));
		return Query.query(narrowed(joins,
				PolymorphicCriteria.ofReference(path.source(), property.target(), this.converter.getMappingContext())));
	}

	/**
	 * The condition that a belongs-to refers to one of several targets.
	 */
	private CriteriaDefinition key(AssociationProperty belongsTo, List<Object> ids) {
		String column = belongsTo.foreignKey().get(0);
		String plain = belongsTo.followed().isEmpty() ? belongsTo.name()
				: this.mapping.plainPropertyPath(belongsTo.owner(), column);
		String property = (plain != null) ? plain : column;
		if (belongsTo.foreignKey().size() == 1) {
			return Criteria.where(property).in(ids);
		}
		Criteria any = Criteria.empty();
		for (Object id : ids) {
			any = any.or(Criteria.where(property).is(id));
		}
		return any;
	}

	/**
	 * The children of several owners, in no order.
	 */
	Query allChildren(AssociationProperty property, List<Object> ownerIds) {
		return Query
			.query(anyOf(property, ownerIds, (ids) -> foreignKeys(property, ids), filter(property, scope(property))));
	}

	private static CriteriaDefinition anyOf(AssociationProperty property, List<Object> keys,
			Function<List<Object>, CriteriaDefinition> condition, @Nullable CriteriaDefinition filter) {
		CriteriaDefinition list = narrowed(condition.apply(BatchLimits.padded(keys)), filter);
		return (property.foreignKey().size() == 1) ? new KeyCriteria(condition.apply(keys), filter, list) : list;
	}

	/**
	 * The condition that the key of a child is one of several.
	 */
	private CriteriaDefinition foreignKeys(AssociationProperty property, List<Object> ownerIds) {
		AssociationProperty keySide = property.keySide();
		if (keySide != null && keySide.followed().isEmpty()) {
			return Criteria.where(keySide.name()).in(ownerIds);
		}
		if (property.foreignKey().size() == 1) {
			return Criteria.where(propertyOrColumn(property, 0)).in(ownerIds);
		}
		Criteria any = Criteria.empty();
		for (Object ownerId : ownerIds) {
			any = any.or(foreignKey(property, ownerId));
		}
		return any;
	}

	List<Query> children(AssociationProperty property, Object ownerId, ChildQuery which, int idsPerQuery) {
		if (property.isThrough()) {
			return this.throughs.children(property, ownerId, which, idsPerQuery);
		}
		Query scope = scope(property);
		CriteriaDefinition criteria = narrowed(foreignKey(property, ownerId), filter(property, scope));
		Sort order = order(property, scope);
		if (which instanceof ChildQuery.ByIds byIds) {
			return byIds(property, criteria, order, byIds.ids(), idsPerQuery);
		}
		if (which instanceof ChildQuery.Last last) {
			return List.of(Query.query(criteria).sort(order.reverse()).limit(last.count()));
		}
		int limit = (scope != null) ? scope.getLimit() : -1;
		if (which instanceof ChildQuery.First first) {
			limit = (limit >= 0) ? Math.min(limit, first.count()) : first.count();
		}
		Query query = Query.query(criteria).sort(order);
		query = (limit >= 0) ? query.limit(limit) : query;
		return List.of((scope != null && scope.getOffset() > 0) ? query.offset(scope.getOffset()) : query);
	}

	private List<Query> byIds(AssociationProperty property, CriteriaDefinition criteria, Sort order, List<Object> ids,
			int idsPerQuery) {
		String idProperty = idProperty(property.target()).getName();
		List<Query> queries = new ArrayList<>();
		for (int from = 0; from < ids.size(); from += idsPerQuery) {
			List<Object> chunk = ids.subList(from, Math.min(ids.size(), from + idsPerQuery));
			Criteria byId = (chunk.size() == 1) ? Criteria.where(idProperty).is(chunk.get(0))
					: Criteria.where(idProperty).in(chunk);
			queries.add(Query.query(CriteriaDefinition.from(criteria, byId)).sort(order));
		}
		return queries;
	}

	/**
	 * Asks the scope for this load, and holds it to the shape it had at start-up, because
	 * inverses were chosen by it.
	 */
	@Nullable Query scope(AssociationProperty property) {
		if (property.scope() == null) {
			return null;
		}
		Query query = property.scope().query();
		ScopeShape shape = ScopeShape.of(query);
		if (!shape.equals(property.scopeShape())) {
			throw new IllegalScopeException(
					("The scope %s of %s changed its shape: at start-up it was %s, now it is %s. Whether a scope filters, "
							+ "sorts or limits decides about inverses and is fixed at start-up; return a query of the same "
							+ "shape for every load.")
						.formatted(property.scope().getClass().getName(), property, property.scopeShape(), shape));
		}
		return query;
	}

	/**
	 * Returns which rows the scope of an association lets through.
	 * @param property the association
	 * @return the condition, or {@code null} for all
	 */
	public @Nullable CriteriaDefinition filter(AssociationProperty property) {
		return filter(scope(property));
	}

	/**
	 * What the rows of an association have in common besides the key: the type of their
	 * owner, and what the scope says.
	 */
	private @Nullable CriteriaDefinition filter(AssociationProperty property, @Nullable Query scope) {
		CriteriaDefinition filter = filter(scope);
		CriteriaDefinition type = PolymorphicCriteria.of(property, this.converter.getMappingContext());
		return (type == null) ? filter : narrowed(type, filter);
	}

	private static CriteriaDefinition narrowed(CriteriaDefinition criteria, @Nullable CriteriaDefinition filter) {
		return (filter != null) ? CriteriaDefinition.from(criteria, filter) : criteria;
	}

	private static @Nullable CriteriaDefinition filter(@Nullable Query scope) {
		return (scope != null) ? scope.getCriteria().filter((filter) -> !filter.isEmpty()).orElse(null) : null;
	}

	Sort order(AssociationProperty property, @Nullable Query scope) {
		RelationalPersistentEntity<?> entity = entity(property.target());
		Sort primaryKey = entity.hasIdProperty() ? Sort.by(entity.getRequiredIdProperty().getName()) : Sort.unsorted();
		return (scope != null) ? scope.getSort().and(primaryKey) : primaryKey;
	}

	/**
	 * The condition that the key of a child is that of the owner.
	 */
	private CriteriaDefinition foreignKey(AssociationProperty property, Object ownerId) {
		AssociationProperty keySide = property.keySide();
		if (keySide != null && keySide.followed().isEmpty()) {
			return Criteria.where(keySide.name()).is(ownerId);
		}
		List<Object> parts = parts(property, ownerId);
		List<CriteriaDefinition> conditions = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			conditions.add(Criteria.where(propertyOrColumn(property, i)).is(parts.get(i)));
		}
		return (conditions.size() == 1) ? conditions.get(0) : CriteriaDefinition.from(conditions);
	}

	private String propertyOrColumn(AssociationProperty property, int index) {
		String column = property.foreignKey().get(index);
		String plain = this.mapping.plainPropertyPath(property.target(), column);
		return (plain != null) ? plain : column;
	}

	/**
	 * The values of a key, one for each column.
	 */
	private List<Object> parts(AssociationProperty property, Object id) {
		RelationalPersistentEntity<?> composite = this.converter.getMappingContext().getPersistentEntity(id.getClass());
		if (composite == null || property.foreignKey().size() == 1) {
			return List.of(id);
		}
		PersistentPropertyAccessor<Object> accessor = composite.getPropertyAccessor(id);
		List<Object> parts = new ArrayList<>();
		for (RelationalPersistentProperty part : composite) {
			parts.add(this.converter.writeJdbcValue(accessor.getProperty(part), this.converter.getColumnType(part),
					this.converter.getTargetSqlType(part)));
		}
		return parts;
	}

	RelationalPersistentProperty idProperty(Class<?> type) {
		return entity(type).getRequiredIdProperty();
	}

	private RelationalPersistentEntity<?> entity(Class<?> type) {
		return this.converter.getMappingContext().getRequiredPersistentEntity(type);
	}

}
