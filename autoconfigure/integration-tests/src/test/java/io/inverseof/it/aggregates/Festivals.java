package io.inverseof.it.aggregates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;
import org.springframework.data.repository.query.ListQueryByExampleExecutor;

/**
 * An aggregate with seven collection paths: {@code stages}, {@code stages.slots},
 * {@code acts}, {@code acts.songs}, {@code tickets}, {@code address.phones} and
 * {@code venue.gates}.
 */
@TestDomain
class Festivals {

	static final String SCHEMA = """
			create table festival(id ${identity}, name varchar(50), city varchar(50));
			create table stage(id ${identity}, festival bigint, name varchar(50));
			create table slot(stage bigint, stage_key int, title varchar(50));
			create table act(festival bigint, festival_key int, name varchar(50));
			create table song(festival bigint, festival_key int, act_key int, title varchar(50));
			create table ticket(festival bigint, festival_key varchar(20), price int);
			create table phone(festival bigint, number varchar(20));
			create table venue(id ${identity}, festival bigint, name varchar(50));
			create table gate(venue bigint, label varchar(20))
			""";

	static class Festival {

		@Id
		@Nullable Long id;

		@Nullable String name;

		Set<Stage> stages = new LinkedHashSet<>();

		List<Act> acts = new ArrayList<>();

		Map<String, Ticket> tickets = new LinkedHashMap<>();

		@Embedded(onEmpty = Embedded.OnEmpty.USE_NULL)
		@Nullable Address address;

		@Nullable Venue venue;

	}

	static class Stage {

		@Id
		@Nullable Long id;

		@Nullable String name;

		List<Slot> slots = new ArrayList<>();

	}

	record Slot(String title) {
	}

	static class Act {

		@Nullable String name;

		List<Song> songs = new ArrayList<>();

	}

	record Song(String title) {
	}

	record Ticket(int price) {
	}

	record Address(@Nullable String city, Set<Phone> phones) {
	}

	record Phone(String number) {
	}

	static class Venue {

		@Id
		@Nullable Long id;

		@Nullable String name;

		Set<Gate> gates = new LinkedHashSet<>();

	}

	record Gate(String label) {
	}

	interface FestivalRepository extends ListCrudRepository<Festival, Long>,
			ListPagingAndSortingRepository<Festival, Long>, ListQueryByExampleExecutor<Festival> {

		List<Festival> findByNameStartingWith(String prefix);

		List<Festival> findByNameStartingWithOrderByNameDesc(String prefix, Pageable page);

		@Query("select f.*, v.id as venue_id, v.name as venue_name from festival f "
				+ "left join venue v on v.festival = f.id order by f.id")
		List<Festival> findByQuery();

		@Query("select f.*, v.id as venue_id, v.name as venue_name from festival f "
				+ "left join venue v on v.festival = f.id order by f.id")
		Stream<Festival> streamByQuery();

		Stream<Festival> streamByNameStartingWith(String prefix);

		@Nullable Festival findOneByName(String name);

		@Nullable Festival findOneByNameStartingWith(String prefix);

	}

	/**
	 * Make a festival with everything, more of it for larger numbers.
	 */
	static Festival festival(int number) {
		Festival festival = new Festival();
		festival.name = "festival %04d".formatted(number);
		festival.stages.add(stage("main", number % 3));
		festival.stages.add(stage("tent", 1));
		festival.acts.add(act("act 0", 2));
		festival.acts.add(act("act 1", number % 2));
		festival.tickets.put("day", new Ticket(number));
		festival.tickets.put("week", new Ticket(number * 5));
		festival.address = new Address("city " + number, Set.of(new Phone("1-" + number), new Phone("2-" + number)));
		festival.venue = new Venue();
		festival.venue.name = "venue " + number;
		festival.venue.gates.add(new Gate("north"));
		festival.venue.gates.add(new Gate("south " + number));
		return festival;
	}

	private static Stage stage(String name, int slots) {
		Stage stage = new Stage();
		stage.name = name;
		for (int i = 0; i < slots; i++) {
			stage.slots.add(new Slot(name + " " + i));
		}
		return stage;
	}

	private static Act act(String name, int songs) {
		Act act = new Act();
		act.name = name;
		for (int i = 0; i < songs; i++) {
			act.songs.add(new Song(name + "." + i));
		}
		return act;
	}

}
