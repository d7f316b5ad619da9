package io.inverseof.it.aggregates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.repository.ListCrudRepository;

/**
 * An aggregate of many shapes: lists in lists in maps, with ids and without them, members
 * in members, and embedded values with collections.
 */
@TestDomain
class Trees {

	static final String SCHEMA = """
			create table tree(id ${uuid} primary key, name varchar(20), crown_height int);
			create table root(id ${identity}, tree ${uuid}, name varchar(20), tree_ref ${uuid});
			create table hair(root bigint, length int);
			create table bough(tree ${uuid}, tree_key int, name varchar(20));
			create table twig(tree ${uuid}, tree_key int, bough_key varchar(20), name varchar(20));
			create table bud(tree ${uuid}, tree_key int, bough_key varchar(20), twig_key int, name varchar(20));
			create table nest(tree ${uuid}, name varchar(20));
			create table egg(tree ${uuid}, egg_weight int, spots_count int);
			create table bird(id ${identity}, tree ${uuid}, name varchar(20));
			create table feather(bird bigint, bird_key int, name varchar(20));
			create table fruit(id ${identity}, tree ${uuid}, tree_key varchar(20), name varchar(20));
			create table seed(fruit bigint, name varchar(20))
			""";

	static class Tree {

		@Id
		@Nullable UUID id;

		@Nullable String name;

		Set<Root> roots = new LinkedHashSet<>();

		List<Bough> boughs = new ArrayList<>();

		Map<String, Fruit> fruits = new LinkedHashMap<>();

		@Nullable Nest nest;

		@Nullable Bird bird;

		@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY, prefix = "crown_")
		@Nullable Crown crown;

	}

	static class Root {

		@Id
		@Nullable Long id;

		@Nullable String name;

		@Nullable AggregateReference<Tree, UUID> treeRef;

		Set<Hair> hairs = new LinkedHashSet<>();

	}

	record Hair(@Nullable Integer length) {
	}

	static class Bough {

		@Nullable String name;

		Map<String, Twig> twigs = new LinkedHashMap<>();

	}

	static class Twig {

		@Nullable String name;

		List<Bud> buds = new ArrayList<>();

	}

	record Bud(@Nullable String name) {
	}

	static class Nest {

		@Nullable String name;

		Set<Egg> eggs = new LinkedHashSet<>();

	}

	record Egg(@Nullable Integer eggWeight,
			@Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "spots_") @Nullable Spots spots) {
	}

	record Spots(@Nullable Integer count) {
	}

	static class Bird {

		@Id
		@Nullable Long id;

		@Nullable String name;

		List<Feather> feathers = new ArrayList<>();

	}

	record Feather(@Nullable String name) {
	}

	static class Fruit {

		@Id
		@Nullable Long id;

		@Nullable String name;

		Set<Seed> seeds = new LinkedHashSet<>();

	}

	record Seed(@Nullable String name) {
	}

	static class Crown {

		@Nullable Integer height;

	}

	interface TreeRepository extends ListCrudRepository<Tree, UUID> {

		List<Tree> findByNameNot(String name);

	}

}
