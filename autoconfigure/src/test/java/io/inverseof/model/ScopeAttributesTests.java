package io.inverseof.model;

import java.util.List;
import java.util.function.Consumer;

import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.ScopedBy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.relational.core.query.Criteria.where;

class ScopeAttributesTests {

	@Test
	void setsThePropertyThatIsComparedWithOneValue() {
		assertThat(filled(where("name").is("Bake")).name).isEqualTo("Bake");
	}

	@Test
	void setsAllPropertiesThatHaveToBeTrueTogether() {
		Task task = filled(where("name").is("Bake").and("priority").is(3));
		assertThat(task.name).isEqualTo("Bake");
		assertThat(task.priority).isEqualTo(3);
	}

	@Test
	void looksIntoGroupsThatHaveToBeTrueTogether() {
		Task task = filled(Criteria.from(where("name").is("Bake"), where("priority").is(3)));
		assertThat(task.name).isEqualTo("Bake");
		assertThat(task.priority).isEqualTo(3);
	}

	@Test
	void looksPastAlternativesInAGroup() {
		Task task = filled(where("name").is("Bake").and(where("priority").is(3).or("priority").is(4)));
		assertThat(task.name).isEqualTo("Bake");
		assertThat(task.priority).isZero();
	}

	@Test
	void leavesAlternativesAlone() {
		Task task = filled(where("name").is("Bake").and("priority").is(3).or("done").isTrue());
		assertThat(task.name).isNull();
		assertThat(task.priority).isZero();
		assertThat(task.done).isFalse();
	}

	@Test
	void leavesAlternativesBetweenGroupsAlone() {
		assertThat(filled(where("name").is("Bake").or(where("name").is("Eat"))).name).isNull();
	}

	@Test
	void setsWhatMustBeTrueOrFalse() {
		assertThat(filled(where("done").isTrue()).done).isTrue();
		assertThat(filled(where("active").isFalse()).active).isFalse();
	}

	@Test
	void leavesOtherComparisonsAlone() {
		Task task = filled(where("name").like("B%").and("priority").greaterThan(3).and("status").in("OPEN", "DONE"));
		assertThat(task.name).isNull();
		assertThat(task.priority).isZero();
		assertThat(task.status).isNull();
	}

	@Test
	void leavesComparisonsThatIgnoreCaseAlone() {
		assertThat(filled(where("name").is("bake").ignoreCase(true)).name).isNull();
	}

	@Test
	void leavesComparisonsWithNullAlone() {
		assertThat(filled(where("active").isNull()).active).isTrue();
	}

	@Test
	void doesNothingWithoutCriteria() {
		assertThat(filled(Criteria.empty()).name).isNull();
	}

	@Test
	void replacesAnInitialValue() {
		assertThat(filled(where("active").is(false)).active).isFalse();
	}

	@Test
	void readsNamesOfColumns() {
		assertThat(filled(where("DUE_YEAR").is(2026)).dueIn).isEqualTo(2026);
	}

	@Test
	void convertsANameToAnEnumConstant() {
		assertThat(filled(where("status").is("OPEN")).status).isEqualTo(Status.OPEN);
	}

	@Test
	void convertsNumbersAndStrings() {
		assertThat(filled(where("priority").is(3L)).priority).isEqualTo(3);
		assertThat(filled(where("priority").is("4")).priority).isEqualTo(4);
		assertThat(filled(where("name").is(5)).name).isEqualTo("5");
	}

	@Test
	void leavesPropertiesAloneThatTheValueDoesNotFit() {
		assertThat(filled(where("status").is("LOST")).status).isNull();
		assertThat(filled(where("status").is(0)).status).isNull();
		assertThat(filled(where("priority").is("high")).priority).isZero();
	}

	@Test
	void createsEmbeddedObjectsOnTheWay() {
		assertThat(filled(where("place.city").is("Bonn")).place).isNotNull()
			.extracting((place) -> place.city)
			.isEqualTo("Bonn");
		assertThat(filled(where("place_city").is("Bonn")).place).isNotNull()
			.extracting((place) -> place.city)
			.isEqualTo("Bonn");
	}

	@Test
	void leavesEmbeddedObjectsAloneThatCannotBeCreated() {
		assertThat(filled(where("size.height").is(5)).size).isNull();
		assertThat(filled(where("crate.weight").is(5)).crate).isNull();
	}

	@Test
	void leavesFinalAndUnknownPropertiesAlone() {
		Task task = filled(where("code").is("X").and("colour").is("red"));
		assertThat(task.code).isEqualTo("T");
	}

	@Test
	void setsTheIdOfABelongsTo() {
		assertThat(filled(where("project").is(5L)).project.getId()).isEqualTo(5L);
		assertThat(filled(where("project").is(5)).project.getId()).isEqualTo(5L);
		assertThat(filled(where("project.id").is("5")).project.getId()).isEqualTo(5L);
		assertThat(filled(where("project_id").is(5)).project.getId()).isEqualTo(5L);
		assertThat(filled(where("project").is(AggregateReference.to(5L))).project.getId()).isEqualTo(5L);
	}

	@Test
	void setsThePropertyThatABelongsToFollows() {
		assertThat(filled(where("owner").is(5)).ownerId).isEqualTo(5L);
		assertThat(filled(where("owner_id").is(5)).ownerId).isEqualTo(5L);
		assertThat(filled(where("ownerId").is(5)).ownerId).isEqualTo(5L);
	}

	@Test
	void setsAPlainReference() {
		assertThat(filled(where("room").is(5L)).room).isEqualTo(AggregateReference.to(5L));
	}

	@Test
	void setsInheritedProperties() {
		Task task = new ForeignTask();
		fill(where("name").is("Bake").and("project").is(5), task);
		assertThat(task.name).isEqualTo("Bake");
		assertThat(task.project.getId()).isEqualTo(5L);
	}

	@Test
	void doesNothingWithoutAScope() {
		AssociationModel model = Models.of(Project.class);
		Task task = new Task();
		ScopeAttributes.fill(model, Models.association(model, Project.class, "tasks"), task);
		assertThat(task).usingRecursiveComparison().isEqualTo(new Task());
	}

	@Test
	void asksTheScopeEachTime() {
		Changing scope = new Changing();
		AssociationModel model = AssociationModel.of(List.of(Project.class), new ReflectiveEntityMapping(),
				(type) -> scope, Models.LATEST, new Violations());
		Task first = built(model);
		Task second = built(model);
		assertThat(second.priority).isEqualTo(first.priority + 1);
	}

	@Test
	void buildFillsAndTheCallerWins() {
		Project project = new Project();
		assertThat(project.openTasks.build(nothing()).status).isEqualTo(Status.OPEN);
		assertThat(project.openTasks.build((task) -> task.status = Status.DONE).status).isEqualTo(Status.DONE);
	}

	@Test
	void buildFillsTheTargetOfAHasOne() {
		assertThat(new Project().openTask.build(nothing()).status).isEqualTo(Status.OPEN);
	}

	@Test
	void buildFillsTheTargetOfABelongsTo() {
		assertThat(new Comment().task.build(nothing()).status).isEqualTo(Status.OPEN);
	}

	@Test
	void theOwnerWinsOverAScopeOnItsKey() {
		Project project = new Project();
		Task task = project.foreignTasks.build(nothing());
		assertThat(task.project.get()).isSameAs(project);
	}

	private static <T> Consumer<T> nothing() {
		return (built) -> {
		};
	}

	private static Task built(AssociationModel model) {
		Task task = new Task();
		ScopeAttributes.fill(model, Models.association(model, Project.class, "openTasks"), task);
		return task;
	}

	private static Task filled(Criteria criteria) {
		Task task = new Task();
		fill(criteria, task);
		return task;
	}

	private static void fill(Criteria criteria, Task task) {
		AssociationModel model = AssociationModel.of(List.of(Project.class, Task.class), new ReflectiveEntityMapping(),
				(type) -> () -> Query.query(criteria), Models.LATEST, new Violations());
		ScopeAttributes.fill(model, Models.association(model, Project.class, "openTasks"), task);
	}

	enum Status {

		OPEN, DONE

	}

	static class Project {

		@Id
		@Nullable Long id;

		final HasMany<Task> tasks = hasMany(this);

		@ScopedBy(Open.class)
		final HasMany<Task> openTasks = hasMany(this);

		@ScopedBy(Open.class)
		final HasOne<Task> openTask = hasOne(this);

		@ScopedBy(OfAnother.class)
		final HasMany<Task> foreignTasks = hasMany(this);

	}

	static class Comment {

		@Id
		@Nullable Long id;

		@ScopedBy(Open.class)
		final BelongsTo<Task, Long> task = belongsTo(this);

	}

	static class Task {

		@Id
		@Nullable Long id;

		@Nullable String name;

		int priority;

		boolean done;

		boolean active = true;

		@Column("due_year")
		@Nullable Integer dueIn;

		@Nullable Status status;

		final String code = "T";

		@Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "place_")
		@Nullable Place place;

		@Embedded(onEmpty = Embedded.OnEmpty.USE_NULL)
		@Nullable Size size;

		@Embedded(onEmpty = Embedded.OnEmpty.USE_NULL)
		@Nullable Crate crate;

		@Column("owner_id")
		@Nullable Long ownerId;

		@ForeignKey("owner_id")
		final BelongsTo<Owner, Long> owner = belongsTo(this);

		@Nullable AggregateReference<Room, Long> room;

		final BelongsTo<Project, Long> project = belongsTo(this);

	}

	static class ForeignTask extends Task {

	}

	static class Place {

		@Nullable String city;

	}

	record Size(int height) {
	}

	static class Crate {

		int weight;

		Crate(int weight) {
			this.weight = weight;
		}

	}

	static class Owner {

		@Id
		@Nullable Long id;

	}

	static class Room {

		@Id
		@Nullable Long id;

	}

	static class Open implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(where("status").is(Status.OPEN));
		}

	}

	static class OfAnother implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(where("project").is(77));
		}

	}

	static class Changing implements AssociationScope {

		private int calls;

		@Override
		public Query query() {
			this.calls++;
			return Query.query(where("priority").is(this.calls));
		}

	}

}
