package io.inverseof.it.zoo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;
import org.springframework.data.util.Streamable;

/**
 * Queries derived from method names: conditions, results, pages, locks.
 */
final class DerivedQueryExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE visitor (id ${identity}, first_name VARCHAR(100), last_name VARCHAR(100), age INT, vip BOOLEAN);
				""";
	}

	@Scene
	void derivesConditions(Visit visit) {
		Visitors visitors = visitors(visit);
		visit.saw(visitors.findByLastName("Ames"));
		visit.saw(visitors.findByLastName(null));
		visit.saw(visitors.findByFirstNameAndLastName("Ann", "Ames"));
		visit.saw(visitors.findByFirstNameOrAgeGreaterThan("Ann", 60));
		visit.saw(visitors.findByAgeBetween(10, 45));
		visit.saw(visitors.findByAgeIn(Set.of(30)));
		visit.saw(visitors.findByAgeIn(List.of()));
		visit.saw(visitors.findByFirstNameLike("%n%"));
		visit.saw(visitors.findByFirstNameContaining("n"));
		visit.saw(visitors.findByFirstNameStartingWithIgnoreCase("a"));
		visit.saw(visitors.findByAgeIsNullOrVipTrue());
	}

	@Scene
	void derivesOrderAndLimits(Visit visit) {
		Visitors visitors = visitors(visit);
		visit.saw(visitors.findByVipFalseOrderByAgeDescFirstNameAsc());
		visit.saw(visitors.findFirstByOrderByAgeAsc());
		visit.saw(visitors.findTop2ByOrderByFirstName());
		visit.saw(visitors.findByVip(false, Sort.by("lastName").and(Sort.by(Sort.Order.desc("age")))));
		visit.saw(visitors.findByVip(false, Limit.of(1)));
	}

	@Scene
	void countsAsksAndDeletesByDerivedQueries(Visit visit) {
		Visitors visitors = visitors(visit);
		visit.saw(visitors.countByVip(false));
		visit.saw(visitors.existsByLastName("Ames"));
		visit.saw(visitors.existsByLastName("Nobody"));
		visit.saw(visitors.deleteByLastName("Ames"));
		visit.saw(visitors.removeByAge(60));
		visit.saw(visitors.findAll());
	}

	@Scene
	void returnsSingleResultsInEveryShape(Visit visit) {
		Visitors visitors = visitors(visit);
		visit.saw(visitors.findByAge(60));
		visit.saw(visitors.findByAge(1));
		visit.saw(visitors.findOptionalByAge(60));
		visit.saw(visitors.findOptionalByAge(1));
		visit.sawFailure(() -> visitors.findOneByVip(false));
		visit.saw(visitors.findStreamableByVip(true));
	}

	@Scene
	void streamsDerivedQueries(Visit visit) {
		try (Stream<Visitor> stream = visitors(visit).readByVip(false)) {
			visit.saw(stream.map((visitor) -> visitor.firstName).toList());
		}
		try (Stream<Visitor> stream = visit.get(Visitors.class).readByVip(false)) {
			visit.saw(stream.iterator().next());
		}
	}

	@Scene
	void pagesAndSlicesDerivedQueries(Visit visit) {
		Visitors visitors = visitors(visit);
		visit.saw(visitors.findByVip(false, PageRequest.of(0, 2, Sort.by("firstName"))));
		visit.saw(visitors.findByVip(false, PageRequest.of(1, 2, Sort.by("firstName"))));
		visit.saw(visitors.findByVip(false, Pageable.unpaged()));
		visit.saw(visitors.queryByVip(false, PageRequest.of(0, 2)));
		visit.saw(visitors.queryByVip(false, PageRequest.of(1, 2)));
		visit.saw(visitors.getByVip(false, PageRequest.of(0, 1)));
		visit.saw(visitors.findAll(PageRequest.of(1, 2, Sort.by("age"))));
		visit.saw(visitors.findAll(Sort.by("age").descending()));
		visit.saw(visit.template()
			.findAll(Query.query(Criteria.where("vip").is(false)).with(PageRequest.of(0, 2)).columns("id", "age"),
					Visitor.class));
	}

	@Scene
	void locksRowsOfDerivedQueries(Visit visit) {
		visitors(visit);
		visit.transaction().executeWithoutResult((status) -> {
			visit.saw(visit.get(Visitors.class).findForUpdateByLastName("Ames"));
			visit.saw(visit.get(Visitors.class).findForShareByLastName("Ames"));
		});
	}

	@Scene
	void failsOnAnUnknownPropertyAtRunTime(Visit visit) {
		visit.sawFailure(() -> visit.get(Visitors.class).findAll(Sort.by("lastname")));
		visit.sawFailure(
				() -> visit.template().findAll(Query.query(Criteria.where("nothing.here").is(1)), Visitor.class));
		visit.sawFailure(() -> visit.get(Visitors.class).findByVip(true, Sort.by("nothing")));
	}

	private static Visitors visitors(Visit visit) {
		Visitors visitors = visit.get(Visitors.class);
		visitors.saveAll(List.of(new Visitor("Ann", "Ames", 30, false), new Visitor("Ben", "Ames", 60, false),
				new Visitor("Cat", null, 45, false), new Visitor("Dan", "Day", null, true)));
		return visitors;
	}

	interface Visitors extends ListCrudRepository<Visitor, Long>, ListPagingAndSortingRepository<Visitor, Long> {

		List<Visitor> findByLastName(@Nullable String lastName);

		List<Visitor> findByFirstNameAndLastName(String firstName, String lastName);

		List<Visitor> findByFirstNameOrAgeGreaterThan(String firstName, int age);

		List<Visitor> findByAgeBetween(int from, int to);

		List<Visitor> findByAgeIn(Collection<Integer> ages);

		List<Visitor> findByFirstNameLike(String pattern);

		List<Visitor> findByFirstNameContaining(String part);

		List<Visitor> findByFirstNameStartingWithIgnoreCase(String start);

		List<Visitor> findByAgeIsNullOrVipTrue();

		List<Visitor> findByVipFalseOrderByAgeDescFirstNameAsc();

		Visitor findFirstByOrderByAgeAsc();

		Set<Visitor> findTop2ByOrderByFirstName();

		List<Visitor> findByVip(boolean vip, Sort sort);

		List<Visitor> findByVip(boolean vip, Limit limit);

		long countByVip(boolean vip);

		boolean existsByLastName(String lastName);

		int deleteByLastName(String lastName);

		boolean removeByAge(int age);

		@Nullable Visitor findByAge(int age);

		Optional<Visitor> findOptionalByAge(int age);

		Visitor findOneByVip(boolean vip);

		Streamable<Visitor> findStreamableByVip(boolean vip);

		Stream<Visitor> readByVip(boolean vip);

		Page<Visitor> findByVip(boolean vip, Pageable pageable);

		Slice<Visitor> queryByVip(boolean vip, Pageable pageable);

		List<Visitor> getByVip(boolean vip, Pageable pageable);

		@Lock(LockMode.PESSIMISTIC_WRITE)
		List<Visitor> findForUpdateByLastName(String lastName);

		@Lock(LockMode.PESSIMISTIC_READ)
		List<Visitor> findForShareByLastName(String lastName);

	}

	static class Visitor {

		@Id
		@Nullable Long id;

		@Nullable String firstName;

		@Nullable String lastName;

		@Nullable Integer age;

		boolean vip;

		Visitor() {
		}

		Visitor(@Nullable String firstName, @Nullable String lastName, @Nullable Integer age, boolean vip) {
			this.firstName = firstName;
			this.lastName = lastName;
			this.age = age;
			this.vip = vip;
		}

	}

}
