package io.inverseof.it.siblings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.ScopedBy;
import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Owners with keys of all kinds, and children that are whole aggregates.
 */
@TestDomain
class Shipping {

	static final String SCHEMA = """
			create schema if not exists "fleet";
			create table depot(id bigint primary key);
			create table gate(id bigint primary key, depot_id bigint);
			create table truck(id bigint primary key, weight int, size_width int, size_height int, depot_id bigint);
			create table engine(truck bigint, power int);
			create table wheel(truck bigint, place int);
			create table "fleet"."tram"(id bigint primary key, depot_id bigint);
			create table port(id uuid primary key);
			create table ship(id bigint primary key, port_id uuid);
			create table zone(id varchar(10) primary key);
			create table crane(id bigint primary key, zone_id varchar(10));
			create table dock(id bigint primary key);
			create table crate(id bigint primary key, dock_id bigint);
			create table pier(code varchar(10) primary key);
			create table boat(id bigint primary key, pier_id varchar(10));
			create table yard(id char(8) primary key);
			create table pallet(id bigint primary key, yard_id char(8));
			create table bay(hall int, number int, primary key (hall, number));
			create table slot(id bigint primary key, bay_hall int, bay_number int);
			insert into port values ('00000000-0000-0000-0000-000000000001'), ('00000000-0000-0000-0000-000000000002'),
				('00000000-0000-0000-0000-000000000003');
			insert into ship values (1, '00000000-0000-0000-0000-000000000001'),
				(2, '00000000-0000-0000-0000-000000000002'), (3, '00000000-0000-0000-0000-000000000001');
			insert into zone values ('NORTH'), ('SOUTH'), ('EAST');
			insert into crane values (1, 'NORTH'), (2, 'SOUTH'), (3, 'NORTH');
			insert into dock values (1), (2), (3);
			insert into crate values (1, 1), (2, 2), (3, 1);
			insert into pier values ('a'), ('b'), ('c');
			insert into boat values (1, 'a'), (2, 'b'), (3, 'a');
			insert into yard values ('a'), ('bb'), ('ccc');
			insert into pallet values (1, 'a'), (2, 'bb'), (3, 'a');
			insert into bay values (1, 1), (1, 2), (2, 1);
			insert into slot values (1, 1, 1), (2, 1, 2), (3, 1, 1);
			""";

	@Bean
	static JdbcCustomConversions conversions() {
		return new JdbcCustomConversions(List.of(new WriteNumber(), new ReadNumber()));
	}

	static class Depot {

		@Id
		@Nullable Long id;

		final HasMany<Truck> trucks = hasMany(this);

		@ScopedBy(Heaviest.class)
		final HasMany<Truck> sortedTrucks = hasMany(this);

		@ScopedBy(Heavy.class)
		final HasMany<Truck> heavyTrucks = hasMany(this);

		final HasMany<Tram> trams = hasMany(this);

		final HasOne<Gate> gate = hasOne(this);

	}

	record Gate(@Id @Nullable Long id, BelongsTo<Depot, Long> depot) {
	}

	static class Truck {

		@Id
		@Nullable Long id;

		int weight;

		@Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "size_")
		@Nullable Size size;

		@Nullable Engine engine;

		Set<Wheel> wheels = new HashSet<>();

		final BelongsTo<Depot, Long> depot = belongsTo(this);

		@Override
		public String toString() {
			return this.id + ": " + this.weight + ", " + this.size + ", " + this.engine + ", " + this.wheels.size()
					+ ", " + this.depot.getId();
		}

	}

	record Size(@Nullable Integer width, @Nullable Integer height) {
	}

	record Engine(@Nullable Integer power) {
	}

	record Wheel(int place) {
	}

	@Table(schema = "fleet", name = "tram")
	record Tram(@Id @Nullable Long id, BelongsTo<Depot, Long> depot) {
	}

	static class Port {

		@Id
		@Nullable UUID id;

		final HasMany<Ship> ships = hasMany(this);

	}

	record Ship(@Id @Nullable Long id, BelongsTo<Port, UUID> port) {
	}

	enum Direction {

		NORTH, SOUTH, EAST

	}

	static class Zone {

		@Id
		@Nullable Direction id;

		final HasMany<Crane> cranes = hasMany(this);

	}

	record Crane(@Id @Nullable Long id, BelongsTo<Zone, Direction> zone) {
	}

	record Number(long value) {
	}

	static class Dock {

		@Id
		@Nullable Number id;

		final HasMany<Crate> crates = hasMany(this);

	}

	record Crate(@Id @Nullable Long id, BelongsTo<Dock, Number> dock) {
	}

	/** Public, so that Spring can make one of a column. */
	public record Code(String code) {
	}

	static class Pier {

		@Id
		@Nullable Code id;

		final HasMany<Boat> boats = hasMany(this);

	}

	record Boat(@Id @Nullable Long id, BelongsTo<Pier, Code> pier) {
	}

	static class Yard {

		@Id
		@Nullable String id;

		final HasMany<Pallet> pallets = hasMany(this);

	}

	record Pallet(@Id @Nullable Long id, BelongsTo<Yard, String> yard) {
	}

	record Place(int hall, int number) {
	}

	static class Bay {

		@Id
		@Nullable Place id;

		final HasMany<Slot> slots = hasMany(this);

	}

	record Slot(@Id @Nullable Long id, BelongsTo<Bay, Place> bay) {
	}

	static class Heaviest implements AssociationScope {

		@Override
		public Query query() {
			return Query.empty().sort(Sort.by(Sort.Order.desc("weight"), Sort.Order.asc("size.width")));
		}

	}

	static class Heavy implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("weight").greaterThan(20).or("weight").is(5));
		}

	}

	@WritingConverter
	static class WriteNumber implements Converter<Number, Long> {

		@Override
		public Long convert(Number number) {
			return number.value();
		}

	}

	@ReadingConverter
	static class ReadNumber implements Converter<Long, Number> {

		@Override
		public Number convert(Long value) {
			return new Number(value);
		}

	}

	interface Depots extends ListCrudRepository<Depot, Long> {

		List<Depot> findByIdLessThanEqualOrderById(Long id);

	}

	interface Trucks extends ListCrudRepository<Truck, Long> {

		List<Truck> findByDepotIdLessThanEqualOrderById(Long id);

	}

	interface Ports extends ListCrudRepository<Port, UUID> {

	}

	interface Ships extends ListCrudRepository<Ship, Long> {

	}

	interface Zones extends ListCrudRepository<Zone, Direction> {

	}

	interface Cranes extends ListCrudRepository<Crane, Long> {

	}

	interface Docks extends ListCrudRepository<Dock, Number> {

	}

	interface Crates extends ListCrudRepository<Crate, Long> {

	}

	interface Piers extends ListCrudRepository<Pier, Code> {

	}

	interface Boats extends ListCrudRepository<Boat, Long> {

	}

	interface Yards extends ListCrudRepository<Yard, String> {

	}

	interface Pallets extends ListCrudRepository<Pallet, Long> {

	}

	interface Bays extends ListCrudRepository<Bay, Place> {

	}

	interface Slots extends ListCrudRepository<Slot, Long> {

	}

	interface Gates extends ListCrudRepository<Gate, Long> {

	}

	interface Trams extends ListCrudRepository<Tram, Long> {

	}

}
