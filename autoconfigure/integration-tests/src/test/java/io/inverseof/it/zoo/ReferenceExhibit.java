package io.inverseof.it.zoo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;
import org.springframework.data.repository.query.ListQueryByExampleExecutor;

import static org.springframework.data.relational.core.query.Query.query;

/**
 * Plain references to other aggregates, which are not associations: to simple and to
 * composite ids, in classes and records, inside aggregates. No entity has two of them,
 * for the order of their columns in an UPDATE is random in Spring Data.
 */
final class ReferenceExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE pet (id ${identity}, name VARCHAR(100), owner BIGINT);
				CREATE TABLE membership (pet BIGINT, club BIGINT, since INT);
				CREATE TABLE guest (id ${identity}, "sitter_id" BIGINT);
				CREATE TABLE chipped (id ${identity}, chip UUID);
				CREATE TABLE pup (id ${identity}, name VARCHAR(100), breeder BIGINT);
				CREATE TABLE lease (id ${identity}, region VARCHAR(20), number BIGINT, text VARCHAR(100));
				""";
	}

	@Scene
	void savesAndReadsReferences(Visit visit) {
		Pets pets = visit.get(Pets.class);
		visit.saw(pets.save(pet("Ace", 7L)));
		visit.saw(pets.save(new Pet("none")));
		visit.saw(pets.saveAll(List.of(pet("Ben", 8L), new Pet("nobody"))));
		visit.saw(pets.findAll());
		visit.saw(pets.findById(1L));
	}

	@Scene
	void updatesReferences(Visit visit) {
		Pets pets = visit.get(Pets.class);
		Pet pet = pets.save(pet("Bo", 7L));
		pet.owner = AggregateReference.to(8L);
		pet.memberships.clear();
		visit.saw(pets.save(pet));
		pet.owner = null;
		visit.saw(pets.save(pet));
		visit.saw(pets.findAll());
	}

	@Scene
	void savesReferencesThatImplementTheInterfaceThemselves(Visit visit) {
		Pet pet = new Pet("Cy");
		pet.owner = new Handmade(5L);
		visit.saw(visit.get(Pets.class).save(pet));
		pet.owner = new Handmade(null);
		visit.saw(visit.get(Pets.class).save(pet));
		visit.saw(visit.get(Pets.class).findAll());
	}

	@Scene
	void findsByReferences(Visit visit) {
		Pets pets = visit.get(Pets.class);
		pets.saveAll(List.of(pet("Di", 7L), pet("Ed", 8L), new Pet("Flo")));
		visit.saw(pets.findByOwner(AggregateReference.to(7L)));
		visit.saw(pets.findByOwner(8L));
		visit.saw(pets.findByOwnerIn(List.of(AggregateReference.to(7L), AggregateReference.to(8L))));
		visit.saw(pets.findByOwnerIsNull());
		visit.saw(pets.findByOwner((AggregateReference<Owner, Long>) null));
		visit.saw(pets.queried(AggregateReference.to(7L)));
		visit.saw(pets.countByOwnerNot(AggregateReference.to(7L)));
		visit.saw(pets.findAll(Sort.by("owner").descending().and(Sort.by("name"))));
	}

	@Scene
	void findsByCriteriaAndExamplesWithReferences(Visit visit) {
		Pets pets = visit.get(Pets.class);
		pets.saveAll(List.of(pet("Gus", 7L), pet("Hal", 8L)));
		visit.saw(visit.template().findAll(query(Criteria.where("owner").is(7L)), Pet.class));
		visit.saw(visit.template().findAll(query(Criteria.where("owner").is(AggregateReference.to(8L))), Pet.class));
		visit.saw(visit.template().findAll(query(Criteria.where("owner").in(7L, 8L)), Pet.class));
		Pet probe = new Pet(null);
		probe.owner = AggregateReference.to(7L);
		visit.saw(pets.findAll(Example.of(probe)));
	}

	@Scene(inTransaction = false)
	void answersPathsToTheIdOfAReferenceAsStockDoes(Visit visit) {
		visit.get(Pets.class).save(pet("Ivy", 7L));
		visit.sawFailure(() -> visit.template().findAll(query(Criteria.where("owner.id").is(7L)), Pet.class));
		visit.sawFailure(() -> visit.get(Pets.class).findAll(Sort.by("owner.id")));
	}

	@Scene
	void projectsReferences(Visit visit) {
		visit.get(Pets.class).save(pet("Jay", 7L));
		visit.saw(visit.get(Pets.class).findPetTagByName("Jay"));
		visit.saw(visit.get(Pets.class).findPetCardByName("Jay"));
		visit.saw(visit.get(Pets.class).partly());
	}

	@Scene
	void mapsReferencesOfOtherKinds(Visit visit) {
		UUID chip = new UUID(1, 7);
		visit.saw(visit.template().save(new Chipped(null, AggregateReference.to(chip))));
		visit.saw(visit.template().findAll(query(Criteria.where("chip").is(chip)), Chipped.class));
		Guest guest = visit.saw(visit.template().save(new Guest(null, AggregateReference.to(3L))));
		visit.saw(visit.template().save(new Guest(guest.id(), null)));
		visit.saw(visit.template().findAll(Guest.class));
		Pup pup = visit.template().save(new Pup(null, "first", AggregateReference.to(4L)));
		visit.saw(visit.template().save(new Pup(pup.id(), "second", AggregateReference.to(5L))));
		visit.saw(visit.template().findAll(Pup.class));
	}

	@Scene
	void mapsReferencesOfSeveralColumns(Visit visit) {
		Leases leases = visit.get(Leases.class);
		AggregateReference<IdExhibit.Branch, IdExhibit.Key> place = AggregateReference
			.to(new IdExhibit.Key("north", 1));
		Lease lease = visit.saw(leases.save(new Lease(null, place, "lease")));
		visit.saw(leases.findAll());
		visit.saw(leases.save(new Lease(lease.id(), AggregateReference.to(new IdExhibit.Key("south", 2)), "moved")));
		visit.saw(leases.findById(1L));
		visit.saw(leases.findByText("moved"));
	}

	private static Pet pet(String name, long owner) {
		Pet pet = new Pet(name);
		pet.owner = AggregateReference.to(owner);
		pet.memberships.add(new Membership(AggregateReference.to(1L), 2020));
		pet.memberships.add(new Membership(AggregateReference.to(2L), 2021));
		return pet;
	}

	interface Pets extends ListCrudRepository<Pet, Long>, ListPagingAndSortingRepository<Pet, Long>,
			ListQueryByExampleExecutor<Pet> {

		List<Pet> findByOwner(@Nullable AggregateReference<Owner, Long> owner);

		List<Pet> findByOwner(Long owner);

		List<Pet> findByOwnerIn(List<AggregateReference<Owner, Long>> owners);

		List<Pet> findByOwnerIsNull();

		long countByOwnerNot(AggregateReference<Owner, Long> owner);

		Optional<PetTag> findPetTagByName(String name);

		Optional<PetCard> findPetCardByName(String name);

		@Query("SELECT * FROM pet WHERE owner = :owner")
		List<Pet> queried(AggregateReference<Owner, Long> owner);

		@Query("SELECT id, name FROM pet")
		List<Pet> partly();

	}

	interface Leases extends ListCrudRepository<Lease, Long> {

		List<Lease> findByText(String text);

	}

	interface PetTag {

		Long getId();

		String getName();

		AggregateReference<Owner, Long> getOwner();

	}

	record PetCard(Long id, String name, AggregateReference<Owner, Long> owner) {

	}

	record Owner(@Id @Nullable Long id, String name) {

	}

	record Chip(@Id UUID id) {

	}

	static class Pet {

		@Id
		@Nullable Long id;

		@Nullable String name;

		@Nullable AggregateReference<Owner, Long> owner;

		Set<Membership> memberships = new LinkedHashSet<>();

		Pet(@Nullable String name) {
			this.name = name;
		}

	}

	record Membership(AggregateReference<Owner, Long> club, int since) {

	}

	record Guest(@Id @Nullable Long id, @Column("sitter_id") @Nullable AggregateReference<Owner, Long> sitter) {

	}

	record Chipped(@Id @Nullable Long id, AggregateReference<Chip, UUID> chip) {

	}

	record Pup(@Id @Nullable Long id, String name,
			@InsertOnlyProperty @Nullable AggregateReference<Owner, Long> breeder) {

	}

	record Lease(@Id @Nullable Long id, AggregateReference<IdExhibit.Branch, IdExhibit.Key> place, String text) {

	}

	record Handmade(@Nullable Long id) implements AggregateReference<Owner, Long> {

		@Override
		public @Nullable Long getId() {
			return this.id;
		}

	}

}
