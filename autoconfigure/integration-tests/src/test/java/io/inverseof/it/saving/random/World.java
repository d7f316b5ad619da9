package io.inverseof.it.saving.random;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.inverseof.BelongsTo;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.it.saving.failing.Entity;
import io.inverseof.it.saving.failing.FailingDataSource;
import io.inverseof.it.saving.failing.Memory;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The objects of one program, one for each row.
 */
final class World {

	private final Application application;

	private final JdbcAggregateOperations template;

	private final Memory memory;

	private final Map<String, Entity> entities = new LinkedHashMap<>();

	private final Map<@Nullable Long, String> nodeNames = new HashMap<>();

	World(Application application) {
		this.application = application;
		this.template = application.bean(JdbcAggregateOperations.class);
		this.memory = application.memory();
	}

	boolean has(String... names) {
		return List.of(names).stream().allMatch(this.entities::containsKey);
	}

	Entity get(String name) {
		return Objects.requireNonNull(this.entities.get(name));
	}

	Node node(String name) {
		return (Node) get(name);
	}

	Badge badge(String name) {
		return (Badge) get(name);
	}

	void put(Entity entity) {
		this.entities.put(entity.label(), entity);
	}

	/**
	 * Makes an object the one of its row, if that loses nothing.
	 * @param owner an object that must stay
	 * @return whether it is
	 */
	boolean adopt(Entity entity, Node owner, Model model) {
		Entity known = this.entities.get(entity.label());
		if (known == entity) {
			return true;
		}
		boolean same = known != null && known != owner && Objects.equals(known.version(), entity.version())
				&& model.isReplaceable(entity.label());
		if (same) {
			put(entity);
		}
		return same;
	}

	void save(List<String> names) {
		if (names.size() == 1) {
			put(this.template.save(get(names.get(0))));
			return;
		}
		transaction().executeWithoutResult((status) -> {
			for (String prefix : List.of("n", "b", "r")) {
				putNotes();
				List<Entity> some = names.stream().filter((name) -> name.startsWith(prefix)).map(this::get).toList();
				this.template.saveAll(some).forEach(this::put);
			}
		});
	}

	TransactionTemplate transaction() {
		return new TransactionTemplate(this.application.transactionManager());
	}

	/**
	 * Saves, with the n-th statement failing.
	 * @return whether it did fail
	 */
	boolean fails(String name, int n) {
		List<String> before = pending();
		FailingDataSource dataSource = this.application.dataSource();
		dataSource.failAt(n);
		Throwable thrown = catchThrowable(() -> save(List.of(name)));
		boolean failed = dataSource.heal();
		assertThat(thrown != null).as("failed with %s", thrown).isEqualTo(failed);
		if (failed) {
			assertThat(pending()).as("memory").isEqualTo(before);
		}
		return failed;
	}

	/**
	 * Saves and rolls back. The version of a root is not brought back, as ever.
	 */
	void rollBack(Node root, TransactionTemplate outer, TransactionTemplate inner) {
		List<String> before = pending();
		Integer version = root.version;
		outer.executeWithoutResult((status) -> inner.executeWithoutResult((savepoint) -> {
			this.template.save(root);
			savepoint.setRollbackOnly();
		}));
		root.version = version;
		assertThat(pending()).as("memory").isEqualTo(before);
	}

	List<String> pending() {
		return this.memory.pending(List.copyOf(this.entities.values()));
	}

	void delete(String name) {
		this.template.delete(get(name));
		this.entities.remove(name);
	}

	void reload() {
		this.entities.clear();
		this.template.findAll(Node.class).forEach(this::put);
		this.template.findAll(Badge.class).forEach(this::put);
		this.template.findAll(Note.class).forEach(this::put);
	}

	/**
	 * Compares rows with the model, and objects with their rows.
	 */
	void verify(Model model) {
		putNotes();
		nodes().filter((node) -> node.id != null).forEach((node) -> this.nodeNames.put(node.id, node.name));
		List<String> versions = this.entities.values()
			.stream()
			.filter((entity) -> model.isSaved(entity.label()) && !(entity instanceof Note))
			.map((entity) -> entity.label() + " v" + entity.version())
			.sorted()
			.toList();
		assertThat(rows("select name, parent_id, friend_id from node union all select name, node_id, null from badge "
				+ "union all select name, node_id, null from note"))
			.as("rows")
			.isEqualTo(model.rows());
		assertThat(this.application.jdbc()
			.queryForList("select name || ' v' || version as name from node union all "
					+ "select name || ' v' || version from badge order by 1", String.class))
			.as("versions")
			.isEqualTo(versions);
		nodes().forEach(this::verifyWiring);
		assertThat(this.application.dataSource().open()).as("open connections").isZero();
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
	}

	/**
	 * Goes on with what saving made of records.
	 */
	private void putNotes() {
		List<?> notes = nodes().flatMap((node) -> ((AssociationHolder) node.notes).inMemory().stream()).toList();
		notes.forEach((note) -> this.entities.computeIfPresent(((Note) note).name(), (name, old) -> (Note) note));
	}

	private Stream<Node> nodes() {
		return this.entities.values().stream().filter(Node.class::isInstance).map(Node.class::cast);
	}

	private List<String> rows(String sql) {
		return this.application.jdbc()
			.query(sql, (row, number) -> row.getString(1) + name(row.getObject(2)) + name(row.getObject(3)))
			.stream()
			.sorted()
			.toList();
	}

	private String name(@Nullable Object id) {
		return " " + ((id != null) ? this.nodeNames.get((Long) id) : "-");
	}

	/**
	 * What is in a list points back.
	 */
	private void verifyWiring(Node node) {
		for (Kin kin : Kin.values()) {
			assertThat(kin.inMemory(node)).allMatch((child) -> pointsAt(kin.reference(child), node),
					"points back at " + node.name);
		}
	}

	static boolean isTarget(BelongsTo<Node, Long> reference, Node node) {
		return ((AssociationHolder) reference).inMemory().stream().anyMatch((target) -> target == node);
	}

	private static boolean pointsAt(BelongsTo<Node, Long> reference, Node node) {
		return isTarget(reference, node) || (node.id != null && node.id.equals(reference.getId()));
	}

	/**
	 * Compares everything with a fresh look at the database, once all is saved.
	 */
	void verifyReread() {
		for (Entity entity : this.entities.values()) {
			Long id = (Long) Objects.requireNonNull(entity.id());
			Entity fresh = Objects.requireNonNull(this.template.findById(id, entity.getClass()), entity::label);
			assertThat(keys(entity)).isEqualTo(keys(fresh));
			this.application.reload(entity);
			assertThat(this.memory.content(List.of(entity))).isEqualTo(this.memory.content(List.of(fresh)));
		}
	}

	private static List<@Nullable Long> keys(Entity entity) {
		if (entity instanceof Node node) {
			return Arrays.asList(node.parent.getId(), node.friend.getId());
		}
		return Arrays.asList((entity instanceof Badge badge) ? badge.node.getId() : ((Note) entity).node().getId());
	}

}
