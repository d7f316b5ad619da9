package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.Undo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;
import org.springframework.util.NumberUtils;

/**
 * The columns that count rows of others, which an ordinary save never writes. They are
 * known when the model of the application is made; classes that are mapped later are
 * looked at as well. Thread-safe.
 */
final class CounterColumns {

	private final InverseMappingContext context;

	private final List<Counter> counters = new CopyOnWriteArrayList<>();

	private final Map<Class<?>, List<List<RelationalPersistentProperty>>> byType = new ConcurrentHashMap<>();

	private final ThreadLocal<Boolean> asking = new ThreadLocal<>();

	private volatile @Nullable RuntimeSupplier runtime;

	CounterColumns(InverseMappingContext context) {
		this.context = context;
	}

	/**
	 * Is told who knows the counters.
	 */
	void ask(RuntimeSupplier runtime) {
		this.runtime = runtime;
	}

	/**
	 * Lets the model be made, if it is not yet.
	 */
	void require() {
		RuntimeSupplier runtime = this.runtime;
		if (runtime == null || this.asking.get() != null) {
			return;
		}
		this.asking.set(Boolean.TRUE);
		try {
			if (runtime.isActive()) {
				runtime.get();
			}
			this.runtime = null;
		}
		finally {
			this.asking.remove();
		}
	}

	/**
	 * Marks the counters of a model.
	 */
	void register(AssociationModel model) {
		for (AssociationProperty property : model.all()) {
			String column = property.counterCache();
			if (column != null) {
				targets(property).forEach((target) -> register(new Counter(target, column)));
			}
		}
	}

	/**
	 * Returns the classes that a belongs-to may refer to.
	 */
	static List<Class<?>> targets(AssociationProperty property) {
		if (!property.isPolymorphic()) {
			return List.of(property.target());
		}
		List<Class<?>> targets = new ArrayList<>();
		for (String name : property.typeNames()) {
			Class<?> target = property.polymorphicTarget(name);
			if (target != null) {
				targets.add(target);
			}
		}
		return targets;
	}

	private void register(Counter counter) {
		this.counters.add(counter);
		List.copyOf(this.context.getPersistentEntities()).forEach((entity) -> mark(entity, counter));
	}

	/**
	 * Marks the counters of an entity that was mapped just now.
	 */
	void mark(RelationalPersistentEntity<?> entity) {
		this.counters.forEach((counter) -> mark(entity, counter));
	}

	/**
	 * The classes of one table have the same counters.
	 */
	private void mark(RelationalPersistentEntity<?> entity, Counter counter) {
		if (isRowOf(entity, counter.target())) {
			List<RelationalPersistentProperty> path = MappedColumns.path(this.context, entity, counter.column());
			if (!path.isEmpty() && path.get(path.size() - 1) instanceof WholeNumberProperty property) {
				property.count();
			}
		}
	}

	private boolean isRowOf(RelationalPersistentEntity<?> entity, Class<?> target) {
		RelationalPersistentEntity<?> counted = this.context.getRequiredPersistentEntity(target);
		boolean related = target.isAssignableFrom(entity.getType()) || entity.getType().isAssignableFrom(target);
		return related && entity.hasIdProperty()
				&& entity.getQualifiedTableName().equals(counted.getQualifiedTableName());
	}

	/**
	 * Lets a new row start with nothing counted.
	 * @param type the class of the row
	 * @param identifier what is inserted besides its properties
	 */
	Identifier newRow(Class<?> type, Identifier identifier) {
		Identifier completed = identifier;
		for (List<RelationalPersistentProperty> path : of(type)) {
			completed = completed.withPart(MappedColumns.column(path), 0, Integer.class);
		}
		return completed;
	}

	/**
	 * Tells an object that its row is new.
	 * @return takes that back
	 */
	@Nullable Undo inserted(Object instance) {
		List<List<RelationalPersistentProperty>> paths = of(instance.getClass());
		if (paths.isEmpty()) {
			return null;
		}
		RowValues values = new RowValues();
		paths.forEach((path) -> values.add(path, number(path.get(path.size() - 1), 0)));
		return values.writeTo(instance);
	}

	@SuppressWarnings("unchecked")
	private static Number number(RelationalPersistentProperty property, int value) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(property.getType());
		return NumberUtils.convertNumberToTargetClass(value, (Class<? extends Number>) type);
	}

	/**
	 * Returns the counters that rows of a class have.
	 */
	List<List<RelationalPersistentProperty>> of(Class<?> type) {
		if (this.counters.isEmpty()) {
			return List.of();
		}
		return this.byType.computeIfAbsent(type, (key) -> find(this.context.getRequiredPersistentEntity(key)));
	}

	private List<List<RelationalPersistentProperty>> find(RelationalPersistentEntity<?> entity) {
		List<List<RelationalPersistentProperty>> paths = new ArrayList<>(0);
		for (Counter counter : this.counters) {
			List<RelationalPersistentProperty> path = isRowOf(entity, counter.target())
					? MappedColumns.path(this.context, entity, counter.column()) : List.of();
			if (!path.isEmpty() && !paths.contains(path)) {
				paths.add(path);
			}
		}
		return paths;
	}

	/**
	 * A column that counts.
	 *
	 * @param target the entity that has it
	 * @param column its name, in any case
	 */
	private record Counter(Class<?> target, String column) {
	}

}
