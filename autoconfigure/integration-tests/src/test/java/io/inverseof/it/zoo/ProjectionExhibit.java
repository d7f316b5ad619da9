package io.inverseof.it.zoo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Projections: interfaces, open and closed, classes, records, dynamic, nested.
 */
final class ProjectionExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE person (
					id ${identity},
					first_name VARCHAR(100),
					last_name VARCHAR(100),
					place_street VARCHAR(100),
					place_city VARCHAR(100)
				);
				CREATE TABLE badge (person BIGINT, color VARCHAR(100));
				CREATE TABLE team (id ${identity}, name VARCHAR(100));
				CREATE TABLE player (team BIGINT, name VARCHAR(100));
				""";
	}

	@Scene
	void projectsToInterfaces(Visit visit) {
		People people = people(visit);
		visit.saw(people.findNamesByLastName("Ames"));
		visit.saw(people.findOpenByLastName("Ames"));
		visit.saw(people.findNestedByLastName("Ames"));
		visit.saw(people.findOneNamesByFirstName("Ann"));
		visit.saw(people.findOneNamesByFirstName("Nobody"));
	}

	@Scene
	void projectsToClassesAndRecords(Visit visit) {
		People people = people(visit);
		visit.saw(people.findFullNameByLastName("Ames"));
		visit.saw(people.findNameCardByLastName("Ames"));
		visit.saw(people.findPlacedByLastName("Ames"));
	}

	@Scene
	void projectsDynamically(Visit visit) {
		People people = people(visit);
		visit.saw(people.findByLastName("Ames", Names.class));
		visit.saw(people.findByLastName("Ames", FullName.class));
		visit.saw(people.findByLastName("Ames", Person.class));
		visit.saw(people.findByFirstName("Ann", Names.class));
	}

	@Scene
	void projectsPagesSlicesAndStreams(Visit visit) {
		People people = people(visit);
		visit.saw(people.findPageByLastName("Ames", PageRequest.of(0, 1, Sort.by("firstName"))));
		visit.saw(people.findSliceByLastName("Ames", PageRequest.of(0, 1, Sort.by("firstName"))));
		try (Stream<FullName> stream = people.streamByLastName("Ames")) {
			visit.saw(stream.toList());
		}
	}

	@Scene
	void projectsAggregatesWithCollectionsAsWellAsStockDoes(Visit visit) {
		visit.get(Teams.class).save(new Team(null, "red", Set.of(new Player("Ann"))));
		visit.sawFailure(() -> visit.get(Teams.class).findNamesByName("red"));
		visit.saw(visit.get(Teams.class).findSizesByName("red"));
	}

	private static People people(Visit visit) {
		People people = visit.get(People.class);
		Person ann = new Person(null, "Ann", "Ames", new Place("Lane", "Rome"), new Badge("blue"));
		people.saveAll(List.of(ann, new Person(null, "Ben", "Ames", null, null)));
		return people;
	}

	interface Teams extends ListCrudRepository<Team, Long> {

		List<TeamName> findNamesByName(String name);

		List<TeamSize> findSizesByName(String name);

	}

	interface People extends ListCrudRepository<Person, Long> {

		List<Names> findNamesByLastName(String lastName);

		List<Open> findOpenByLastName(String lastName);

		List<Nested> findNestedByLastName(String lastName);

		Optional<Names> findOneNamesByFirstName(String firstName);

		List<FullName> findFullNameByLastName(String lastName);

		List<NameCard> findNameCardByLastName(String lastName);

		List<Placed> findPlacedByLastName(String lastName);

		<T> List<T> findByLastName(String lastName, Class<T> type);

		<T> T findByFirstName(String firstName, Class<T> type);

		Page<FullName> findPageByLastName(String lastName, Pageable pageable);

		Slice<Names> findSliceByLastName(String lastName, Pageable pageable);

		Stream<FullName> streamByLastName(String lastName);

	}

	record Person(@Id @Nullable Long id, String firstName, String lastName,
			@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "place_") @Nullable Place place, @Nullable Badge badge) {

	}

	record Place(String street, String city) {

	}

	record Badge(String color) {

	}

	record Team(@Id @Nullable Long id, String name, Set<Player> players) {

	}

	record Player(String name) {

	}

	interface TeamName {

		String getName();

	}

	record TeamSize(@Nullable Long id, Set<Player> players) {

	}

	interface Names {

		String getFirstName();

		String getLastName();

		default String greeting() {
			return "Dear " + getFirstName();
		}

	}

	interface Open {

		@Value("#{target.firstName() + ' ' + target.lastName()}")
		String getName();

	}

	interface Nested {

		@Nullable City getPlace();

		@Nullable BadgeView getBadge();

	}

	interface City {

		String getCity();

	}

	interface BadgeView {

		String getColor();

	}

	record FullName(String firstName, String lastName) {

	}

	static class NameCard {

		private final String firstName;

		NameCard(String firstName) {
			this.firstName = firstName;
		}

		String text() {
			return this.firstName;
		}

	}

	record Placed(String firstName, @Nullable Place place) {

	}

}
