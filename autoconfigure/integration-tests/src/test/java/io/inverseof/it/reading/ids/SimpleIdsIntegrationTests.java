package io.inverseof.it.reading.ids;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.ids.SimpleIds.ByChar;
import io.inverseof.it.reading.ids.SimpleIds.ByInteger;
import io.inverseof.it.reading.ids.SimpleIds.ByPrimitive;
import io.inverseof.it.reading.ids.SimpleIds.ByString;
import io.inverseof.it.reading.ids.SimpleIds.ByUuid;
import io.inverseof.it.reading.ids.SimpleIds.ByWrapper;
import io.inverseof.it.reading.ids.SimpleIds.Chars;
import io.inverseof.it.reading.ids.SimpleIds.Child;
import io.inverseof.it.reading.ids.SimpleIds.Children;
import io.inverseof.it.reading.ids.SimpleIds.Code;
import io.inverseof.it.reading.ids.SimpleIds.Integers;
import io.inverseof.it.reading.ids.SimpleIds.Primitives;
import io.inverseof.it.reading.ids.SimpleIds.Strings;
import io.inverseof.it.reading.ids.SimpleIds.Uuids;
import io.inverseof.it.reading.ids.SimpleIds.Wrappers;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys of many types find their row, and know an object that is in memory.
 */
class SimpleIdsIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends IdsOfEveryType {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends IdsOfEveryType {

	}

	@SpringBootTest(classes = SimpleIds.class)
	@Sql(statements = SimpleIds.SCHEMA)
	abstract static class IdsOfEveryType {

		static final UUID FIRST = UUID.fromString(SimpleIds.FIRST);

		@Autowired
		Integers integers;

		@Autowired
		Uuids uuids;

		@Autowired
		Strings strings;

		@Autowired
		Chars chars;

		@Autowired
		Primitives primitives;

		@Autowired
		Wrappers wrappers;

		@Autowired
		Children children;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Test
		void belongsToFindsItsTarget() {
			Child child = child(1);
			assertThat(child.byInteger.get().name).isEqualTo("integer");
			assertThat(child.byUuid.get().name).isEqualTo("uuid");
			assertThat(child.byString.get().name).isEqualTo("string");
			assertThat(child.byChar.get().name).isEqualTo("char");
			assertThat(child.byPrimitive.get().name).isEqualTo("primitive");
			assertThat(child.byWrapper.get().name).isEqualTo("wrapper");
		}

		@Test
		void keysHaveTheDeclaredTypes() {
			Child child = child(1);
			assertThat(child.byInteger.getId()).isEqualTo(1);
			assertThat(child.byUuid.getId()).isEqualTo(FIRST);
			assertThat(child.byString.getId()).isEqualTo("a");
			assertThat(Objects.requireNonNull(child.byChar.getId()).strip()).isEqualTo("de");
			assertThat(child.byPrimitive.getId()).isEqualTo(1L);
			assertThat(child.byWrapper.getId()).isEqualTo(new Code("w"));
		}

		@Test
		void nullKeysAreEmpty() {
			Child child = child(3);
			List<BelongsTo<?, ?>> references = references(child);
			assertThat(references).allSatisfy((reference) -> {
				assertThat(reference.getId()).isNull();
				assertThat(reference.isLoaded()).isTrue();
				assertThat(reference.orNull()).isNull();
			});
		}

		@Test
		void danglingKeysKeepTheirIdAndHaveNoTarget() {
			List<BelongsTo<?, ?>> references = references(child(4));
			assertThat(references).allSatisfy((reference) -> {
				assertThat(reference.getId()).isNotNull();
				assertThat(reference.orNull()).isNull();
				assertThat(reference.isPresent()).isFalse();
			});
		}

		@Test
		void danglingKeyIsAskedForOnce() {
			Child child = child(4);
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(child.byInteger.orNull()).isNull();
				assertThat(child.byInteger.orNull()).isNull();
			}).statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void childrenKnowAnOwnerWithAnIntegerId() {
			ByInteger owner = this.integers.findById(1).orElseThrow();
			assertKnown(owner.children, (child) -> child.byInteger, owner);
			assertThat(owner.child.get().byInteger.get()).isSameAs(owner);
		}

		@Test
		void childrenKnowAnOwnerWithAUuid() {
			ByUuid owner = this.uuids.findById(FIRST).orElseThrow();
			assertKnown(owner.children, (child) -> child.byUuid, owner);
		}

		@Test
		void childrenKnowAnOwnerWithAString() {
			ByString owner = this.strings.findById("a").orElseThrow();
			assertKnown(owner.children, (child) -> child.byString, owner);
		}

		@Test
		void childrenKnowAnOwnerWithAPaddedString() {
			ByChar owner = this.chars.findById("de").orElseThrow();
			assertKnown(owner.children, (child) -> child.byChar, owner);
		}

		@Test
		void childrenKnowAnOwnerWithAPrimitiveId() {
			ByPrimitive owner = this.primitives.findById(1L).orElseThrow();
			assertKnown(owner.children, (child) -> child.byPrimitive, owner);
		}

		@Test
		void childrenKnowAnOwnerWithAWrappedId() {
			ByWrapper owner = this.wrappers.findById(new Code("w")).orElseThrow();
			assertKnown(owner.children, (child) -> child.byWrapper, owner);
			assertThat(owner.children.find(2L).name).isEqualTo("second");
		}

		@Test
		void unitOfWorkFindsObjectsByEachTypeOfId() {
			this.transaction.executeWithoutResult((status) -> {
				List<Object> owners = List.of(this.integers.findById(1).orElseThrow(),
						this.uuids.findById(FIRST).orElseThrow(), this.strings.findById("a").orElseThrow(),
						this.chars.findById("de").orElseThrow(), this.primitives.findById(1L).orElseThrow(),
						this.wrappers.findById(new Code("w")).orElseThrow());
				Child child = child(1);
				List<String> sent = this.statements
					.countDuring(() -> assertThat(references(child)).zipSatisfy(owners,
							(reference, owner) -> assertThat(reference.orNull()).isSameAs(owner)))
					.statements();
				assertThat(sent).isEmpty();
			});
		}

		@Test
		void stringsAreComparedExactly() {
			assertThat(this.strings.findById("A").orElseThrow().children).isEmpty();
		}

		@Test
		void collectionsOfOwnersWithoutChildrenAreEmpty() {
			assertThat(this.integers.findById(2).orElseThrow().children).isEmpty();
			assertThat(this.chars.findById("fr").orElseThrow().children).isEmpty();
			assertThat(this.primitives.findById(2L).orElseThrow().children).isEmpty();
		}

		@Test
		void findsByTheKey() {
			assertThat(this.children.findByByUuidId(FIRST)).hasSize(2);
			assertThat(this.children.findByByIntegerId(1)).hasSize(2);
			assertThat(this.children.findByByStringId("a")).hasSize(2);
			assertThat(this.children.findByByWrapperId(new Code("w"))).hasSize(2);
			assertThat(this.children.findByByWrapper(BelongsTo.toId(new Code("w")))).hasSize(2);
			assertThat(this.children.findByByPrimitiveId(1L)).hasSize(2);
			assertThat(this.children.findByByPrimitive(BelongsTo.toId(1L))).hasSize(2);
		}

		@Test
		void savesEachTypeOfKey() {
			Child child = child(3);
			child.byInteger.setId(2);
			child.byUuid.setId(FIRST);
			child.byString.set(this.strings.findById("A").orElseThrow());
			child.byChar.set(this.chars.findById("fr").orElseThrow());
			child.byPrimitive.set(this.primitives.findById(2L).orElseThrow());
			child.byWrapper.setId(new Code("v"));
			this.children.save(child);
			assertThat(references(child(3))).extracting((reference) -> reference.get())
				.extracting("name")
				.containsExactly("lonely", "uuid", "lonely", "lonely", "lonely", "lonely");
		}

		@Test
		void emptyingSavesNull() {
			Child child = child(1);
			child.byInteger.set(null);
			child.byUuid.setId(null);
			this.children.save(child);
			assertThat(this.jdbc.queryForMap("select by_integer_id, by_uuid_id, by_string_id from child where id = 1")
				.values()).containsExactly(null, null, "a");
		}

		@Test
		void ownerWithAPrimitiveIdIsNotSavedAtZero() {
			ByPrimitive owner = new ByPrimitive();
			Child built = owner.children.build((child) -> child.name = "built");
			assertThat(built.byPrimitive.getId()).isNull();
			assertThat(owner.children).hasSize(1);
			this.primitives.save(owner);
			assertThat(built.byPrimitive.getId()).isEqualTo(owner.id).isEqualTo(3L);
		}

		private void assertKnown(HasMany<Child> children, Function<Child, BelongsTo<?, ?>> reference, Object owner) {
			List<String> sent = this.statements
				.countDuring(() -> assertThat(children).hasSize(2)
					.allSatisfy((child) -> assertThat(reference.apply(child).orNull()).isSameAs(owner)))
				.statements();
			assertThat(sent).hasSize(1);
		}

		private List<BelongsTo<?, ?>> references(Child child) {
			return List.of(child.byInteger, child.byUuid, child.byString, child.byChar, child.byPrimitive,
					child.byWrapper);
		}

		private Child child(long id) {
			return this.children.findById(id).orElseThrow();
		}

	}

}
