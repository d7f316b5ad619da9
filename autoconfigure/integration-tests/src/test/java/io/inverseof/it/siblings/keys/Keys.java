package io.inverseof.it.siblings.keys;

import java.util.UUID;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Owners and children of many shapes, five owners each, of which the last one has no
 * children; one child without key, and one whose key dangles.
 */
@TestDomain
class Keys {

	static final String SCHEMA = """
			drop table if exists room;
			drop table if exists booking;
			drop table if exists door;
			drop table if exists visit;
			drop table if exists meter;
			drop table if exists gauge;
			drop table if exists by_uuid;
			drop table if exists by_level;
			drop table if exists by_code;
			drop table if exists child;
			drop table if exists shelf;
			drop table if exists item;
			drop table if exists node;
			drop table if exists writer;
			drop table if exists page;
			drop table if exists letter;
			drop table if exists memo;
			drop table if exists message;
			drop table if exists trunk;
			drop table if exists branch;
			drop table if exists leaf;
			create table room(building varchar(10), number int, primary key (building, number));
			create table booking(id bigint primary key, room_building varchar(10), room_number int);
			create table door(id bigint primary key, to_building varchar(10), to_number int);
			create table visit(id bigint primary key, room_building varchar(10), room_number int);
			create table meter(id bigint primary key, building varchar(10), number int);
			create table gauge(id bigint primary key, building varchar(10), number int);
			insert into room values ('A', 1), ('A', 2), ('B', 1), ('B', 2), ('C', 1);
			insert into booking values (1, 'A', 1), (2, 'A', 2), (3, 'B', 1), (4, 'B', 2), (5, 'A', 1), (6, 'Z', 1), (7, null, null);
			insert into door select * from booking where id <> 5;
			insert into visit select * from booking;
			insert into meter select * from booking;
			insert into gauge select * from booking;
			create table by_uuid(id uuid primary key);
			create table by_level(id varchar(10) primary key);
			create table by_code(code varchar(10) primary key);
			create table child(id bigint primary key, by_uuid_id uuid, by_level_id varchar(10), by_code_id varchar(10));
			insert into by_uuid values ('00000000-0000-0000-0000-000000000001'), ('00000000-0000-0000-0000-000000000002'),
				('00000000-0000-0000-0000-000000000003'), ('00000000-0000-0000-0000-000000000004'),
				('00000000-0000-0000-0000-000000000005');
			insert into by_level values ('ONE'), ('TWO'), ('THREE'), ('FOUR'), ('FIVE');
			insert into by_code values ('a'), ('b'), ('c'), ('d'), ('e');
			insert into child values (1, '00000000-0000-0000-0000-000000000001', 'ONE', 'a'),
				(2, '00000000-0000-0000-0000-000000000002', 'TWO', 'b'),
				(3, '00000000-0000-0000-0000-000000000003', 'THREE', 'c'),
				(4, '00000000-0000-0000-0000-000000000004', 'FOUR', 'd'),
				(5, '00000000-0000-0000-0000-000000000001', 'ONE', 'a'),
				(6, '00000000-0000-0000-0000-000000000009', 'SIX', 'z'), (7, null, null, null);
			create table shelf(id int primary key);
			create table item(id bigint primary key, shelf_id bigint);
			insert into shelf values (1), (2), (3), (4), (5);
			insert into item values (1, 1), (2, 2), (3, 3), (4, 4), (5, 1);
			create table node(id bigint primary key, parent_id bigint);
			insert into node values (1, null), (2, 1), (3, 1), (4, 2), (5, 2), (6, 3), (7, 3), (8, 4), (9, 7), (10, 99);
			create table writer(id bigint primary key);
			create table page(id bigint primary key, meta_writer_id bigint);
			create table letter(id bigint primary key, writer_id bigint, stamp varchar(10));
			create table memo(id bigint primary key, writer_id bigint);
			create table message(id bigint primary key, sender_id bigint, receiver_id bigint);
			insert into writer values (1), (2), (3), (4), (5);
			insert into page values (1, 1), (2, 2), (3, 3), (4, 4), (5, 1), (6, 9), (7, null);
			insert into letter values (1, 1, 's'), (2, 2, 's'), (3, 3, 's'), (4, 4, 's'), (5, 1, 's'), (6, 9, 's'), (7, null, 's');
			insert into memo values (1, 1), (2, 2), (3, 3), (4, 4), (5, 1), (6, 9), (7, null);
			insert into message values (1, 1, 2), (2, 2, 1), (3, 3, 4), (4, 4, 4), (5, 1, 3), (6, 9, 9), (7, null, null);
			create table trunk(id bigint primary key);
			create table branch(id bigint primary key, trunk_id bigint);
			create table leaf(id bigint primary key, branch_id bigint);
			insert into trunk values (1), (2);
			insert into branch values (1, 1), (2, 2), (3, 1), (4, null);
			insert into leaf values (1, 1), (2, 2), (3, 3), (4, 4), (5, 1), (6, 9), (7, null);
			""";

	record RoomId(String building, Integer number) {
	}

	static class Room {

		@Id
		@Nullable RoomId id;

		final HasMany<Booking> bookings = hasMany(this);

		final HasOne<Door> door = hasOne(this);

		final HasMany<Visit> visits = hasMany(this);

		final HasMany<Meter> meters = hasMany(this);

		@ForeignKey({ "building", "number" })
		final HasMany<Gauge> gauges = hasMany(this);

	}

	static class Booking {

		@Id
		@Nullable Long id;

		final BelongsTo<Room, RoomId> room = belongsTo(this);

	}

	static class Door {

		@Id
		@Nullable Long id;

		@ForeignKey({ "to_building", "to_number" })
		final BelongsTo<Room, RoomId> room = belongsTo(this);

	}

	record Visit(@Id @Nullable Long id, BelongsTo<Room, RoomId> room) {
	}

	/** Has the parts as plain properties, and a belongs-to that follows them. */
	static class Meter {

		@Id
		@Nullable Long id;

		@Nullable String building;

		@Nullable Integer number;

		@ForeignKey({ "building", "number" })
		final BelongsTo<Room, RoomId> room = belongsTo(this);

	}

	/** Has the parts as plain properties only. */
	static class Gauge {

		@Id
		@Nullable Long id;

		@Nullable String building;

		@Nullable Integer number;

	}

	static class ByUuid {

		@Id
		@Nullable UUID id;

		final HasMany<Child> children = hasMany(this);

	}

	enum Level {

		ONE, TWO, THREE, FOUR, FIVE, SIX

	}

	static class ByLevel {

		@Id
		@Nullable Level id;

		final HasMany<Child> children = hasMany(this);

	}

	/** Public, so that Spring can make one of a column. */
	public record Code(String code) {
	}

	static class ByCode {

		@Id
		@Nullable Code id;

		final HasMany<Child> children = hasMany(this);

	}

	static class Child {

		@Id
		@Nullable Long id;

		final BelongsTo<ByUuid, UUID> byUuid = belongsTo(this);

		final BelongsTo<ByLevel, Level> byLevel = belongsTo(this);

		final BelongsTo<ByCode, Code> byCode = belongsTo(this);

	}

	static class Shelf {

		@Id
		@Nullable Integer id;

		final HasMany<Item> items = hasMany(this);

	}

	/** Its key is of another type than the id of the owner. */
	static class Item {

		@Id
		@Nullable Long id;

		long shelfId;

	}

	static class Node {

		@Id
		@Nullable Long id;

		final BelongsTo<Node, Long> parent = belongsTo(this);

		final HasMany<Node> children = hasMany(this);

	}

	static class Writer {

		@Id
		@Nullable Long id;

		final HasMany<Letter> letters = hasMany(this);

		final HasMany<Memo> memos = hasMany(this);

		@InverseOf("sender")
		@ForeignKey("sender_id")
		final HasMany<Message> sent = hasMany(this);

		@InverseOf("receiver")
		@ForeignKey("receiver_id")
		final HasMany<Message> received = hasMany(this);

	}

	static class Meta {

		final BelongsTo<Writer, Long> writer = belongsTo(this);

	}

	static class Page {

		@Id
		@Nullable Long id;

		@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY, prefix = "meta_")
		@Nullable Meta meta;

	}

	abstract static class Document {

		@Id
		@Nullable Long id;

		final BelongsTo<Writer, Long> writer = belongsTo(this);

	}

	static class Letter extends Document {

		@Nullable String stamp;

	}

	static class Memo extends Document {

	}

	static class Message {

		@Id
		@Nullable Long id;

		final BelongsTo<Writer, Long> sender = belongsTo(this);

		final BelongsTo<Writer, Long> receiver = belongsTo(this);

	}

	record Trunk(@Id @Nullable Long id) {
	}

	record Branch(@Id @Nullable Long id, BelongsTo<Trunk, Long> trunk) {
	}

	record Leaf(@Id @Nullable Long id, BelongsTo<Branch, Long> branch) {
	}

	interface Rooms extends ListCrudRepository<Room, RoomId> {

	}

	interface Bookings extends ListCrudRepository<Booking, Long> {

	}

	interface Doors extends ListCrudRepository<Door, Long> {

	}

	interface Visits extends ListCrudRepository<Visit, Long> {

	}

	interface Meters extends ListCrudRepository<Meter, Long> {

	}

	interface Uuids extends ListCrudRepository<ByUuid, UUID> {

	}

	interface Levels extends ListCrudRepository<ByLevel, Level> {

	}

	interface Codes extends ListCrudRepository<ByCode, Code> {

	}

	interface Children extends ListCrudRepository<Child, Long> {

	}

	interface Shelves extends ListCrudRepository<Shelf, Integer> {

	}

	interface Nodes extends ListCrudRepository<Node, Long> {

	}

	interface Writers extends ListCrudRepository<Writer, Long> {

	}

	interface Pages extends ListCrudRepository<Page, Long> {

	}

	interface Letters extends ListCrudRepository<Letter, Long> {

	}

	interface Memos extends ListCrudRepository<Memo, Long> {

	}

	interface Messages extends ListCrudRepository<Message, Long> {

	}

	interface Leaves extends ListCrudRepository<Leaf, Long> {

	}

}
