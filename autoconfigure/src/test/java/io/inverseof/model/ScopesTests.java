package io.inverseof.model;

import java.util.List;

import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.ScopedBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.domain.SqlSort;

import static org.assertj.core.api.Assertions.assertThat;

class ScopesTests {

	@ParameterizedTest
	@CsvSource({ "none, false, false, false", "filter, true, false, false", "sorted, false, true, false",
			"limited, false, false, true", "both, true, false, true" })
	void shapeIsReadOffTheQuery(String association, boolean filter, boolean sort, boolean limit) {
		AssociationModel model = Models.of(Project.class, Task.class);
		assertThat(Models.association(model, Project.class, association).scopeShape())
			.isEqualTo(new ScopeShape(filter, sort, limit));
	}

	@Test
	void instanceIsThatOfTheApplication() {
		AssociationScope bean = new Models.Filter();
		AssociationModel model = AssociationModel.of(List.of(Label.class), new ReflectiveEntityMapping(),
				(type) -> bean, Models.LATEST, new Violations());
		assertThat(Models.association(model, Label.class, "artists").scope()).isSameAs(bean);
	}

	@Test
	void thereIsNoneWithoutTheAnnotation() {
		AssociationModel model = Models.of(Project.class, Task.class);
		assertThat(Models.association(model, Project.class, "none").scope()).isNull();
	}

	@Test
	void emptyCriteriaAreNoFilter() {
		assertThat(ScopeShape.of(Query.query(Criteria.empty()))).isEqualTo(ScopeShape.NONE);
	}

	@Test
	void emptyCriteriaAreNoProperty() {
		assertThat(QueryProperties.ofCriteria(Query.query(Criteria.empty()))).isEmpty();
		assertThat(QueryProperties
			.ofCriteria(Query.query(Criteria.from(Criteria.where("name").is("x"), Criteria.where("age").is(1)))))
			.containsExactly("name", "age");
	}

	@Test
	void offsetIsALimit() {
		assertThat(ScopeShape.of(Query.empty().offset(1))).isEqualTo(new ScopeShape(false, false, true));
	}

	@Test
	void cannotBeInstantiated() {
		Violations violations = new Violations();
		AssociationModel.of(List.of(Label.class), new ReflectiveEntityMapping(), (type) -> {
			throw new IllegalStateException("no such bean");
		}, Models.LATEST, violations);
		assertThat(violations.toList()).containsExactly(
				"Label.artists is scoped by Filter, which is neither a Spring bean nor has a no-argument constructor that "
						+ "can be used (IllegalStateException: no such bean). Declare it as a bean, or give it such a "
						+ "constructor.");
	}

	@Test
	void queryThrows() {
		assertThat(Models.problems(Throwing.class)).containsExactly(
				"Throwing.tasks: Failing.query() failed at start-up, where it is called once to see whether it filters, sorts "
						+ "or limits (UnsupportedOperationException). Return the query without needing a request, a "
						+ "transaction or a thread.");
	}

	@Test
	void queryIsNull() {
		assertThat(Models.problems(Nothing.class)).containsExactly(
				"Nothing.tasks: Null.query() returned null. Return Query.empty() where nothing is to be narrowed.");
	}

	@Test
	void limitOnABelongsTo() {
		record Job(@Id Long id, @ScopedBy(Models.Limited.class) BelongsTo<Label, Long> label) {
		}
		assertThat(Models.problems(Job.class)).containsExactly(
				"Job.label is a belongs-to, whose key refers to one row at most, but Limited limits it. Remove the limit, or "
						+ "write another scope for this association.");
	}

	@Test
	void propertiesThatTheTargetDoesNotHave() {
		assertThat(Models.problems(Wrong.class)).containsExactly(
				"Wrong.tasks: Misspelled has criteria on \"nmae\", but Task has no such property. Did you mean \"name\"?",
				"Wrong.tasks: Misspelled has criteria on \"assigne\", but Task has no such property. Did you mean "
						+ "\"assignee\"?",
				"Wrong.tasks: Misspelled has criteria on \"xyz\", but Task has no such property. It has id, name, assignee, "
						+ "dueDate, project.",
				"Wrong.tasks: Misspelled sorts by \"dueDat\", but Task has no such property. Did you mean \"dueDate\"?");
	}

	@Test
	void propertiesColumnsAndExpressionsThatTheTargetHas() {
		assertThat(Models.problems(Right.class)).isEmpty();
	}

	static class Project {

		@Id
		Long id;

		HasMany<Task> none;

		@ScopedBy(Models.Filter.class)
		HasMany<Task> filter;

		@ScopedBy(Models.Sorted.class)
		HasMany<Task> sorted;

		@ScopedBy(Models.Limited.class)
		HasMany<Task> limited;

		@ScopedBy(Models.FilterAndLimit.class)
		HasMany<Task> both;

	}

	record Task(@Id Long id, String name, Long assignee, String dueDate, BelongsTo<Project, Long> project) {
	}

	static class Label {

		@Id
		Long id;

		@ScopedBy(Models.Filter.class)
		HasMany<Artist> artists;

	}

	record Artist(@Id Long id, String name, BelongsTo<Label, Long> label) {
	}

	static class Throwing extends Project {

		@ScopedBy(Failing.class)
		HasMany<Task> tasks;

	}

	static class Failing implements AssociationScope {

		@Override
		public Query query() {
			throw new UnsupportedOperationException();
		}

	}

	static class Nothing extends Project {

		@ScopedBy(Null.class)
		HasMany<Task> tasks;

	}

	static class Null implements AssociationScope {

		@Override
		public Query query() {
			return null;
		}

	}

	static class Wrong extends Project {

		@ScopedBy(Misspelled.class)
		HasMany<Task> tasks;

	}

	static class Misspelled implements AssociationScope {

		@Override
		public Query query() {
			Criteria group = Criteria.where("assigne").isNull().or("xyz").is(1).or("name").is("x");
			return Query.query(Criteria.where("nmae").is("x").and(group)).sort(Sort.by("dueDat", "name"));
		}

	}

	static class Right extends Project {

		@ScopedBy(Fine.class)
		HasMany<Task> tasks;

	}

	static class Fine implements AssociationScope {

		@Override
		public Query query() {
			Criteria group = Criteria.where("due_date").isNull().or("project").is(1).or("project.id").is(2);
			return Query.query(Criteria.where("name").is("x").and(group)).sort(SqlSort.unsafe("length(name)"));
		}

	}

}
