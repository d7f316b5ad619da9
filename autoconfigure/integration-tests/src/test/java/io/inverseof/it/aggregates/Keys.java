package io.inverseof.it.aggregates;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Aggregates with keys of all kinds, made by the tests with SQL.
 */
@TestDomain
class Keys {

	static final String SCHEMA = """
			create table padded(id char(10) primary key, name varchar(20));
			create table padded_item(padded char(10), name varchar(20));
			create table spelt(id varchar(10) primary key, name varchar(20));
			create table spelt_item(spelt varchar(10), name varchar(20));
			create table unique_one(id ${uuid} primary key, name varchar(20));
			create table unique_item(unique_one ${uuid}, unique_one_key int, name varchar(20));
			create table binary_one(id ${bytes} primary key, name varchar(20));
			create table binary_item(binary_one ${bytes}, name varchar(20));
			create table small(id int primary key, name varchar(20));
			create table small_item(small bigint, small_key int, name varchar(20));
			create table composite(region varchar(10), number int, name varchar(20));
			create table composite_item(composite_region varchar(10), composite_number int, composite_key varchar(10),
				name varchar(20));
			create table composite_note(composite_region varchar(10), composite_number int, composite_key varchar(10),
				composite_item_key int, name varchar(20));
			create table decimal_one(id decimal(20, 2) primary key, name varchar(20));
			create table decimal_item(decimal_one decimal(24, 4), name varchar(20));
			create table document(id ${identity}, body ${text}, picture ${blob});
			create table page(document bigint, document_key int, body ${text}, picture ${blob})
			""";

	record Padded(@Id String id, @Nullable String name, Set<PaddedItem> items) {
	}

	record PaddedItem(@Nullable String name) {
	}

	record Spelt(@Id String id, @Nullable String name, Set<SpeltItem> items) {
	}

	record SpeltItem(@Nullable String name) {
	}

	record UniqueOne(@Id UUID id, @Nullable String name, List<UniqueItem> items) {
	}

	record UniqueItem(@Nullable String name) {
	}

	static class BinaryOne {

		@Id
		byte @Nullable [] id;

		@Nullable String name;

		Set<BinaryItem> items = new LinkedHashSet<>();

	}

	record BinaryItem(@Nullable String name) {
	}

	record Small(@Id Integer id, @Nullable String name, List<SmallItem> items) {
	}

	record SmallItem(@Nullable String name) {
	}

	record CompositeId(String region, Integer number) {
	}

	record Composite(@Id @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL) CompositeId id, @Nullable String name,
			Map<String, CompositeItem> items) {
	}

	record CompositeItem(@Nullable String name, List<CompositeNote> notes) {
	}

	record CompositeNote(@Nullable String name) {
	}

	record DecimalOne(@Id BigDecimal id, @Nullable String name, Set<DecimalItem> items) {
	}

	record DecimalItem(@Nullable String name) {
	}

	record Document(@Id @Nullable Long id, @Nullable String body, byte @Nullable [] picture, List<Page> pages) {
	}

	record Page(@Nullable String body, byte @Nullable [] picture) {
	}

	interface PaddedRepository extends ListCrudRepository<Padded, String> {

	}

	interface SpeltRepository extends ListCrudRepository<Spelt, String> {

	}

	interface UniqueRepository extends ListCrudRepository<UniqueOne, UUID> {

	}

	interface BinaryRepository extends ListCrudRepository<BinaryOne, byte[]> {

	}

	interface SmallRepository extends ListCrudRepository<Small, Integer> {

	}

	interface CompositeRepository extends ListCrudRepository<Composite, CompositeId> {

	}

	interface DecimalRepository extends ListCrudRepository<DecimalOne, BigDecimal> {

	}

	interface DocumentRepository extends ListCrudRepository<Document, Long> {

	}

}
