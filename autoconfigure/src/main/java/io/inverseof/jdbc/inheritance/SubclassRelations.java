package io.inverseof.jdbc.inheritance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.model.SharedTable;

import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * The tables inside the aggregates of subclasses that those of the superclass do not
 * have. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SubclassRelations {

	private final RelationalMappingContext context;

	private final Map<Class<?>, List<PersistentPropertyPath<RelationalPersistentProperty>>> known = new ConcurrentHashMap<>();

	/**
	 * Creates the relations.
	 * @param context the mapping context
	 */
	public SubclassRelations(RelationalMappingContext context) {
		this.context = context;
	}

	/**
	 * Returns the paths from subclasses to the tables, in the order of deletion.
	 * @param type a class
	 * @return the paths, none for a class that shares no table
	 */
	public List<PersistentPropertyPath<RelationalPersistentProperty>> of(Class<?> type) {
		List<PersistentPropertyPath<RelationalPersistentProperty>> paths = this.known.get(type);
		return (paths != null) ? paths : find(type);
	}

	/**
	 * Returns the paths to all tables inside the aggregates of a class and its
	 * subclasses.
	 * @param type a class
	 * @return the paths in the order of deletion
	 */
	List<PersistentPropertyPath<RelationalPersistentProperty>> all(Class<?> type) {
		List<PersistentPropertyPath<RelationalPersistentProperty>> all = new ArrayList<>(relations(type));
		Collections.reverse(all);
		all.addAll(0, of(type));
		return all;
	}

	private List<PersistentPropertyPath<RelationalPersistentProperty>> find(Class<?> type) {
		List<PersistentPropertyPath<RelationalPersistentProperty>> paths = new ArrayList<>();
		SharedTable table = (this.context instanceof SharedTableMapping mapping) ? mapping.sharedTables().of(type)
				: null;
		if (table != null) {
			Set<Object> present = new HashSet<>();
			relations(type).forEach((path) -> present.add(table(path)));
			for (Class<?> subclass : table.subclassesOf(type)) {
				relations(subclass).stream().filter((path) -> present.add(table(path))).forEach(paths::add);
			}
			Collections.reverse(paths);
		}
		this.known.put(type, paths);
		return paths;
	}

	private List<PersistentPropertyPath<RelationalPersistentProperty>> relations(Class<?> type) {
		List<PersistentPropertyPath<RelationalPersistentProperty>> relations = new ArrayList<>();
		this.context.findPersistentPropertyPaths(type, (property) -> property.isEntity() && !property.isEmbedded())
			.filter((path) -> this.context.getAggregatePath(path).isWritable())
			.forEach(relations::add);
		return relations;
	}

	/**
	 * The same property of another class leads to the same table by the same key.
	 */
	private Object table(PersistentPropertyPath<RelationalPersistentProperty> path) {
		return path.toDotPath() + " " + this.context.getAggregatePath(path).getTableInfo().qualifiedTableName();
	}

}
