package io.inverseof.it.zoo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;

/**
 * Collections inside aggregates: lists with sets and maps inside, entities with ids and
 * without, one-to-one, names of tables and columns.
 */
final class AggregateExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE shipment (id ${identity}, name VARCHAR(100));
				CREATE TABLE crate (shipment BIGINT, shipment_key INT, label VARCHAR(100));
				CREATE TABLE item (shipment BIGINT, shipment_key INT, name VARCHAR(100));
				CREATE TABLE note (shipment BIGINT, shipment_key INT, crate_key VARCHAR(100), text VARCHAR(100));
				CREATE TABLE manifest (shipment BIGINT, text VARCHAR(100));
				CREATE TABLE line (shipment BIGINT, manifest_key INT, text VARCHAR(100));
				CREATE TABLE tag (shipment BIGINT, shipment_key VARCHAR(20), text VARCHAR(100));
				CREATE TABLE "Zone" ("Zone_Id" ${identity}, "theName" VARCHAR(100));
				CREATE TABLE cage (
					cage_id ${identity},
					"inZone" BIGINT,
					"placeInZone" INT,
					label VARCHAR(100)
				);
				CREATE TABLE plate (plate_id ${identity}, cage BIGINT, text VARCHAR(100));
				CREATE TABLE feeding (feeding_id ${identity}, "ofCage" BIGINT, "atHour" INT, food VARCHAR(100));
				CREATE TABLE "from_property" (id ${identity}, "expressed" VARCHAR(100));
				""";
	}

	@Scene
	void takesNamesFromPropertiesAndExpressions(Visit visit) {
		visit.saw(visit.template().save(new Configured(null, "value")));
		visit.saw(visit.template().findAll(Configured.class));
	}

	@Scene
	void savesAndReadsNestedCollectionsWithoutIds(Visit visit) {
		Shipment saved = visit.saw(visit.get(Shipments.class).save(shipment("A", 2)));
		visit.saw(visit.get(Shipments.class).findById(saved.id));
	}

	@Scene
	void savesAndReadsEmptyAndAbsentCollections(Visit visit) {
		visit.saw(visit.get(Shipments.class).save(shipment("empty", 0)));
		visit.saw(visit.get(Shipments.class).save(new Shipment()));
		visit.saw(visit.get(Shipments.class).findAll());
	}

	@Scene
	void readsManyAggregatesOnEveryRoad(Visit visit) {
		Shipments shipments = visit.get(Shipments.class);
		shipments.saveAll(List.of(shipment("B", 1), shipment("C", 3), shipment("D", 0)));
		visit.saw(shipments.findAll());
		visit.saw(shipments.findAllById(List.of(3L, 1L)));
		visit.saw(shipments.findAll(Sort.by("name").descending()));
		visit.saw(shipments.findAll(PageRequest.of(0, 2, Sort.by("name"))));
		visit.saw(shipments.findByNameIn(List.of("B", "C")));
		visit.saw(shipments.queried("B"));
		visit.saw(visit.template().streamAll(Shipment.class));
	}

	@Scene
	void streamsAggregatesAndSavesMeanwhile(Visit visit) {
		Shipments shipments = visit.get(Shipments.class);
		shipments.saveAll(List.of(shipment("E", 1), shipment("F", 1)));
		try (Stream<Shipment> stream = shipments.streamByNameNotNull()) {
			stream.toList().forEach((shipment) -> {
				shipment.crates.clear();
				visit.saw(shipments.save(shipment));
			});
		}
		visit.saw(shipments.findAll());
	}

	@Scene
	void replacesCollectionsOnUpdate(Visit visit) {
		Shipments shipments = visit.get(Shipments.class);
		Shipment shipment = shipments.save(shipment("G", 2));
		shipment.crates.remove(0);
		shipment.tags.put(ValueExhibit.Mood.CALM, new Tag("changed"));
		shipment.manifest = null;
		visit.saw(shipments.save(shipment));
		visit.saw(shipments.findAll());
		visit.saw(shipments.saveAll(List.of(shipment, shipment("H", 1))));
		visit.saw(shipments.findAll());
	}

	@Scene
	void deletesAggregatesInEveryWay(Visit visit) {
		Shipments shipments = visit.get(Shipments.class);
		List<Shipment> saved = shipments.saveAll(List.of(shipment("I", 1), shipment("J", 1), shipment("K", 1),
				shipment("L", 1), shipment("M", 1), shipment("N", 1)));
		shipments.delete(saved.get(0));
		shipments.deleteById(2L);
		shipments.deleteAll(saved.subList(2, 3));
		shipments.deleteAllById(List.of(4L));
		visit.sawFailure(() -> shipments.deleteByName("M"));
		visit.saw(shipments.findAll());
		shipments.deleteAll();
		visit.saw(visit.jdbc().queryForObject("SELECT count(*) FROM item", Long.class));
	}

	@Scene
	void countsAndAsksForExistenceOfAggregates(Visit visit) {
		visit.get(Shipments.class).save(shipment("O", 1));
		visit.saw(visit.get(Shipments.class).count());
		visit.saw(visit.get(Shipments.class).existsById(1L));
		visit.saw(visit.get(Shipments.class).existsById(2L));
		visit.saw(visit.get(Shipments.class).findById(2L));
	}

	@Scene
	void savesAndReadsNestedEntitiesWithIdsAndExplicitNames(Visit visit) {
		visit.saw(visit.get(Zones.class).save(zone("North")));
		visit.saw(visit.get(Zones.class).findAll());
		visit.saw(visit.get(Zones.class).findByTitle("North"));
	}

	@Scene
	void updatesNestedEntitiesWithIds(Visit visit) {
		Zone zone = visit.get(Zones.class).save(zone("South"));
		zone.cages.remove(0);
		zone.cages.add(new Cage(null, "new", new Plate(null, "new plate"), new LinkedHashMap<>()));
		visit.saw(visit.get(Zones.class).save(zone));
		visit.saw(visit.get(Zones.class).findAll());
	}

	@Scene
	void insertsAndDeletesBatchesOfNestedEntitiesWithIds(Visit visit) {
		List<Zone> zones = visit.saw(visit.get(Zones.class).saveAll(List.of(zone("East"), zone("West"))));
		visit.saw(visit.get(Zones.class).findAll());
		visit.get(Zones.class).deleteAll(zones.subList(0, 1));
		visit.saw(visit.jdbc().queryForObject("SELECT count(*) FROM feeding", Long.class));
	}

	private static Shipment shipment(String name, int crates) {
		Shipment shipment = new Shipment();
		shipment.name = name;
		for (int i = 0; i < crates; i++) {
			Set<Item> items = new LinkedHashSet<>();
			items.add(new Item(name + i + " first"));
			items.add(new Item(name + i + " second"));
			Map<String, Note> notes = new LinkedHashMap<>();
			notes.put("top", new Note("this side up"));
			shipment.crates.add(new Crate("crate " + i, items, notes));
		}
		if (crates > 0) {
			shipment.manifest = new Manifest("all", List.of(new Line("one"), new Line("two")));
			shipment.tags.put(ValueExhibit.Mood.WILD, new Tag("careful"));
		}
		return shipment;
	}

	private static Zone zone(String title) {
		Zone zone = new Zone();
		zone.title = title;
		for (int i = 0; i < 2; i++) {
			Map<Integer, Feeding> feedings = new LinkedHashMap<>();
			feedings.put(8, new Feeding(null, "hay"));
			feedings.put(18, new Feeding(null, "fruit"));
			zone.cages.add(new Cage(null, title + i, (i == 0) ? new Plate(null, "plate") : null, feedings));
		}
		return zone;
	}

	interface Shipments extends ListCrudRepository<Shipment, Long>, ListPagingAndSortingRepository<Shipment, Long> {

		List<Shipment> findByNameIn(List<String> names);

		Stream<Shipment> streamByNameNotNull();

		int deleteByName(String name);

		@Query("SELECT * FROM shipment WHERE name = :name")
		List<Shipment> queried(String name);

	}

	interface Zones extends ListCrudRepository<Zone, Long> {

		List<Zone> findByTitle(String title);

	}

	static class Shipment {

		@Id
		@Nullable Long id;

		@Nullable String name;

		List<Crate> crates = new ArrayList<>();

		@Nullable Manifest manifest;

		Map<ValueExhibit.Mood, Tag> tags = new LinkedHashMap<>();

	}

	record Crate(String label, Set<Item> items, Map<String, Note> notes) {

	}

	record Item(String name) {

	}

	record Note(String text) {

	}

	record Manifest(String text, List<Line> lines) {

	}

	record Line(String text) {

	}

	record Tag(String text) {

	}

	@Table("Zone")
	static class Zone {

		@Id
		@Column("Zone_Id")
		@Nullable Long id;

		@Column("theName")
		@Nullable String title;

		@MappedCollection(idColumn = "inZone", keyColumn = "placeInZone")
		List<Cage> cages = new ArrayList<>();

	}

	record Cage(@Id @Nullable Long cageId, String label, @Nullable Plate plate,
			@MappedCollection(idColumn = "ofCage", keyColumn = "atHour") Map<Integer, Feeding> feedings) {

	}

	record Plate(@Id @Nullable Long plateId, String text) {

	}

	record Feeding(@Id @Nullable Long feedingId, String food) {

	}

	@Table("${zoo.table}")
	record Configured(@Id @Nullable Long id, @Column("#{'expre' + 'ssed'}") String text) {

	}

}
