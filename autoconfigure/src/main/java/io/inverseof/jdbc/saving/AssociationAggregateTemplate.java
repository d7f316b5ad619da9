package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

import org.springframework.context.ApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;

/**
 * A {@link JdbcAggregateTemplate} that saves and deletes graphs: what an aggregate is
 * associated with, where that has to be written as well. Aggregates without associations
 * are written as ever. Repositories use it; thread-safe like its parent.
 *
 * @since 0.1.0
 */
public class AssociationAggregateTemplate extends JdbcAggregateTemplate {

	private final Supplier<GraphSaver> saver;

	/**
	 * Creates a template.
	 * @param applicationContext publishes events and knows the callbacks
	 * @param context how classes are mapped
	 * @param converter the converter
	 * @param strategy sends the statements
	 * @param saver saves graphs; asked for at the first write
	 */
	public AssociationAggregateTemplate(ApplicationContext applicationContext, RelationalMappingContext context,
			JdbcConverter converter, DataAccessStrategy strategy, Supplier<GraphSaver> saver) {
		super(applicationContext, context, converter, strategy);
		this.saver = saver;
	}

	@Override
	public <T> T save(T instance) {
		return write(instance, super::save);
	}

	@Override
	public <T> T insert(T instance) {
		return write(instance, super::insert);
	}

	@Override
	public <T> T update(T instance) {
		return write(instance, super::update);
	}

	@Override
	public <T> T upsert(T instance) {
		return write(instance, super::upsert);
	}

	@Override
	public <T> List<T> saveAll(Iterable<T> instances) {
		return writeAll(instances, super::saveAll);
	}

	@Override
	public <T> List<T> insertAll(Iterable<T> instances) {
		return writeAll(instances, super::insertAll);
	}

	@Override
	public <T> List<T> updateAll(Iterable<T> instances) {
		return writeAll(instances, super::updateAll);
	}

	@Override
	@SuppressWarnings("NullAway") // what is null is refused by the superclass
	public <T> void delete(T instance) {
		List<T> instances = (instance != null) ? List.of(instance) : List.of();
		this.saver.get().delete(instances, () -> super.delete(instance));
	}

	@Override
	@SuppressWarnings("NullAway") // what is null is refused by the superclass
	public <T> void deleteById(Object id, Class<T> domainType) {
		if (id == null || domainType == null) {
			super.deleteById(id, domainType);
			return;
		}
		this.saver.get().deleteByIds(domainType, List.of(id), () -> super.deleteById(id, domainType));
	}

	@Override
	public <T> void deleteAllById(Iterable<?> ids, Class<T> domainType) {
		List<?> list = toList(ids);
		this.saver.get().deleteByIds(domainType, list, () -> super.deleteAllById(list, domainType));
	}

	@Override
	@SuppressWarnings("NullAway") // what is null is refused by the superclass
	public void deleteAll(Class<?> domainType) {
		if (domainType == null) {
			super.deleteAll(domainType);
			return;
		}
		this.saver.get().deleteAll(domainType, () -> super.deleteAll(domainType));
	}

	@Override
	public <T> void deleteAll(Iterable<? extends T> instances) {
		List<? extends T> list = toList(instances);
		this.saver.get().delete(list, () -> super.deleteAll(list));
	}

	@SuppressWarnings("NullAway") // what is null is refused by the superclass
	private <T> T write(T instance, UnaryOperator<T> operation) {
		GraphSaver saver = (instance != null) ? this.saver.get() : null;
		if (saver == null) {
			return operation.apply(instance);
		}
		if (saver.concerns(instance)) {
			return saver.save(instance, operation);
		}
		T saved = operation.apply(instance);
		saver.saved(instance, saved);
		return saved;
	}

	@SuppressWarnings("NullAway") // what is null is refused by the superclass
	private <T> List<T> writeAll(Iterable<T> instances, Function<Iterable<T>, List<T>> operation) {
		if (instances == null) {
			return operation.apply(instances);
		}
		List<T> list = toList(instances);
		Function<Iterable<T>, List<T>> each = (some) -> ClassRuns.of(toList(some), operation);
		GraphSaver saver = this.saver.get();
		if (list.stream().anyMatch((instance) -> instance != null && saver.concerns(instance))) {
			return saver.saveEach(list, each::apply);
		}
		List<T> saved = each.apply(list);
		for (int i = 0; i < list.size(); i++) {
			saver.saved(list.get(i), saved.get(i));
		}
		return saved;
	}

	private static <T> List<T> toList(Iterable<T> instances) {
		return (instances instanceof Collection<T> collection) ? new ArrayList<>(collection)
				: new ArrayList<>(StreamSupport.stream(instances.spliterator(), false).toList());
	}

}
