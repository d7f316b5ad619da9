package io.inverseof.it.zoo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;
import org.springframework.data.domain.Persistable;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Sequence;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;

/**
 * Ids: generated, assigned by a callback or by hand, from a sequence, of several columns.
 */
final class IdExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE parcel (id UUID PRIMARY KEY, text VARCHAR(100));
				CREATE TABLE country (code VARCHAR(2) PRIMARY KEY, name VARCHAR(100));
				CREATE TABLE branch (region VARCHAR(20), number BIGINT, name VARCHAR(100), PRIMARY KEY (region, number));
				CREATE TABLE shelf (branch_region VARCHAR(20), branch_number BIGINT, text VARCHAR(100));
				CREATE TABLE embedded_key (key_region VARCHAR(20), key_number BIGINT, name VARCHAR(100));
				CREATE SEQUENCE "queue_numbers";
				CREATE TABLE queued (id BIGINT PRIMARY KEY, text VARCHAR(100));
				CREATE TABLE primitive (id ${identity}, text VARCHAR(100));
				CREATE TABLE small (id ${identity}, text VARCHAR(100));
				""";
	}

	@Scene
	void assignsIdsInACallback(Visit visit) {
		Parcels parcels = visit.get(Parcels.class);
		Parcel parcel = visit.saw(parcels.save(new Parcel("one")));
		parcels.saveAll(List.of(new Parcel("two"), new Parcel("three")));
		visit.saw(parcels.findById(parcel.id));
		visit.saw(parcels.findAllById(List.of(parcel.id, new UUID(0, 77))));
		parcels.deleteAllById(List.of(parcel.id));
		visit.saw(parcels.count());
	}

	@Scene
	void asksAPersistableEntityWhetherItIsNew(Visit visit) {
		Countries countries = visit.get(Countries.class);
		visit.saw(countries.save(new Country("de", "Germany", true)));
		visit.saw(countries.findById("de"));
		visit.saw(countries.save(new Country("de", "Deutschland", false)));
		visit.saw(countries.findAll());
		visit.saw(countries.existsById("fr"));
	}

	@Scene(inTransaction = false)
	void failsToInsertAnAssignedIdTwice(Visit visit) {
		Countries countries = visit.get(Countries.class);
		countries.save(new Country("it", "Italy", true));
		visit.sawFailure(() -> countries.save(new Country("it", "Italia", true)));
		visit.sawFailure(
				() -> countries.saveAll(List.of(new Country("es", "Spain", true), new Country("it", "", true))));
		visit.saw(countries.findAll());
	}

	@Scene
	void updatesARowThatIsNotThere(Visit visit) {
		visit.saw(visit.get(Countries.class).save(new Country("xx", "Nowhere", false)));
		visit.saw(visit.template().update(new Branch(new Key("n", 1), "none", Set.of())));
	}

	@Scene
	void mapsIdsOfSeveralColumns(Visit visit) {
		Branches branches = visit.get(Branches.class);
		Key north = new Key("north", 1);
		visit.saw(visit.template().insert(new Branch(north, "first", shelves("a", "b"))));
		visit.saw(visit.template()
			.insertAll(List.of(new Branch(new Key("north", 2), "second", Set.of()),
					new Branch(new Key("south", 1), "third", shelves("c")))));
		visit.saw(branches.findById(north));
		visit.saw(branches.findAllById(List.of(north, new Key("south", 1), new Key("south", 9))));
		visit.saw(branches.findAll(Sort.by("id.region").descending().and(Sort.by("id.number"))));
		visit.saw(branches.findByIdRegion("north"));
		visit.saw(branches.save(new Branch(north, "changed", shelves("d"))));
		visit.saw(branches.existsById(new Key("north", 3)));
		visit.saw(visit.template().findAll(Query.query(Criteria.where("id.number").is(1L)), Branch.class));
		branches.deleteById(north);
		branches.deleteAllById(List.of(new Key("north", 2)));
		visit.saw(branches.findAll());
		branches.deleteAll(branches.findAll());
		visit.saw(visit.jdbc().queryForObject("SELECT count(*) FROM shelf", Long.class));
	}

	@Scene
	void mapsAnIdThatIsDeclaredAsEmbedded(Visit visit) {
		Key key = new Key("west", 4);
		visit.saw(visit.template().insert(new EmbeddedKey(key, "embedded")));
		visit.saw(visit.template().findById(key, EmbeddedKey.class));
		visit.saw(visit.template().save(new EmbeddedKey(key, "updated")));
		visit.saw(visit.template().findAll(EmbeddedKey.class));
	}

	@Scene
	void takesIdsFromASequence(Visit visit) {
		visit.saw(visit.template().save(new Queued(null, "first")));
		visit.saw(visit.template().insertAll(List.of(new Queued(null, "second"), new Queued(null, "third"))));
		visit.saw(visit.template().save(new Queued(2L, "changed")));
		visit.saw(visit.template().findAll(Queued.class));
	}

	@Scene
	void takesZeroForNewAndConvertsGeneratedIds(Visit visit) {
		visit.saw(visit.template().save(new Primitive()));
		visit.saw(visit.template().saveAll(List.of(new Primitive(), new Primitive())));
		visit.saw(visit.template().save(new Small(null, "small")));
		visit.saw(visit.template().findAll(Primitive.class));
		visit.saw(visit.template().findById(1, Small.class));
	}

	private static Set<Shelf> shelves(String... texts) {
		Set<Shelf> shelves = new LinkedHashSet<>();
		for (String text : texts) {
			shelves.add(new Shelf(text));
		}
		return shelves;
	}

	interface Parcels extends ListCrudRepository<Parcel, UUID> {

	}

	interface Countries extends ListCrudRepository<Country, String> {

	}

	interface Branches extends ListCrudRepository<Branch, Key>, ListPagingAndSortingRepository<Branch, Key> {

		List<Branch> findByIdRegion(String region);

	}

	static class Parcel {

		@Id
		@Nullable UUID id;

		final String text;

		Parcel(String text) {
			this.text = text;
		}

	}

	static class Country implements Persistable<String> {

		@Id
		private final String code;

		private final String name;

		@Transient
		private final boolean isNew;

		@PersistenceCreator
		Country(String code, String name) {
			this(code, name, false);
		}

		Country(String code, String name, boolean isNew) {
			this.code = code;
			this.name = name;
			this.isNew = isNew;
		}

		@Override
		public String getId() {
			return this.code;
		}

		@Override
		public boolean isNew() {
			return this.isNew;
		}

	}

	record Key(String region, long number) {

	}

	record Branch(@Id Key id, String name, Set<Shelf> shelves) {

	}

	record Shelf(String text) {

	}

	record EmbeddedKey(@Id @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "key_") Key id, String name) {

	}

	record Queued(@Id @Sequence("queue_numbers") @Nullable Long id, String text) {

	}

	static class Primitive {

		@Id
		long id;

		String text = "primitive";

	}

	record Small(@Id @Nullable Integer id, String text) {

	}

}
