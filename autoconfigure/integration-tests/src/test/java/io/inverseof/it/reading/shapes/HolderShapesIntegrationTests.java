package io.inverseof.it.reading.shapes;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.inverseof.BelongsTo;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.shapes.Shapes.Address;
import io.inverseof.it.reading.shapes.Shapes.Bean;
import io.inverseof.it.reading.shapes.Shapes.Beans;
import io.inverseof.it.reading.shapes.Shapes.Code;
import io.inverseof.it.reading.shapes.Shapes.Component;
import io.inverseof.it.reading.shapes.Shapes.Components;
import io.inverseof.it.reading.shapes.Shapes.Constructed;
import io.inverseof.it.reading.shapes.Shapes.Constructeds;
import io.inverseof.it.reading.shapes.Shapes.Derived;
import io.inverseof.it.reading.shapes.Shapes.Deriveds;
import io.inverseof.it.reading.shapes.Shapes.Embedding;
import io.inverseof.it.reading.shapes.Shapes.Embeddings;
import io.inverseof.it.reading.shapes.Shapes.HalfConstructed;
import io.inverseof.it.reading.shapes.Shapes.HalfConstructeds;
import io.inverseof.it.reading.shapes.Shapes.LazyOwner;
import io.inverseof.it.reading.shapes.Shapes.LazyOwners;
import io.inverseof.it.reading.shapes.Shapes.Mutable;
import io.inverseof.it.reading.shapes.Shapes.Mutables;
import io.inverseof.it.reading.shapes.Shapes.Owner;
import io.inverseof.it.reading.shapes.Shapes.Owners;
import io.inverseof.it.reading.shapes.Shapes.Uninitialized;
import io.inverseof.it.reading.shapes.Shapes.Uninitializeds;
import io.inverseof.it.reading.shapes.Shapes.Wither;
import io.inverseof.it.reading.shapes.Shapes.Withers;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever a class keeps its associations, they are live when it was read, and their keys
 * are written when it is saved.
 */
class HolderShapesIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends HolderShapes {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends HolderShapes {

	}

	@SpringBootTest(classes = Shapes.class)
	@Sql(statements = Shapes.SCHEMA)
	abstract static class HolderShapes {

		@Autowired
		Owners owners;

		@Autowired
		Mutables mutables;

		@Autowired
		LazyOwners lazyOwners;

		@Autowired
		Uninitializeds uninitializeds;

		@Autowired
		Deriveds deriveds;

		@Autowired
		Constructeds constructeds;

		@Autowired
		HalfConstructeds halfConstructeds;

		@Autowired
		Components components;

		@Autowired
		Withers withers;

		@Autowired
		Beans beans;

		@Autowired
		Embeddings embeddings;

		@Autowired
		StatementCounter statements;

		@Autowired
		JdbcTemplate jdbc;

		@Test
		void mutableFieldIsLive() {
			Mutable mutable = this.mutables.findById(1L).orElseThrow();
			assertThat(mutable.owner.get().name).isEqualTo("one");
		}

		@Test
		void mutableFieldIsEmptyForNull() {
			assertThat(this.mutables.findById(2L).orElseThrow().owner.orNull()).isNull();
		}

		@Test
		void mutableFieldMayBeReplaced() {
			Mutable mutable = this.mutables.findById(1L).orElseThrow();
			mutable.owner = BelongsTo.toId(2L);
			this.mutables.save(mutable);
			assertThat(key("mutable", 1)).isEqualTo(2L);
			assertThat(mutable.owner.get().name).isEqualTo("two");
		}

		@Test
		void mutableFieldKnowsTheOwnerThatLoadedIt() {
			Owner owner = owner(1);
			List<String> sent = this.statements
				.countDuring(() -> assertThat(owner.mutables.get(0).owner.get()).isSameAs(owner))
				.statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void uninitializedBelongsToIsMadeForARow() {
			Uninitialized row = this.uninitializeds.findById(1L).orElseThrow();
			assertThat(required(row.owner).get().name).isEqualTo("one");
		}

		@Test
		void uninitializedBelongsToIsMadeForNull() {
			Uninitialized row = this.uninitializeds.findById(2L).orElseThrow();
			assertThat(required(row.owner).orNull()).isNull();
			required(row.owner).set(owner(1));
			this.uninitializeds.save(row);
			assertThat(key("uninitialized", 2)).isEqualTo(1L);
		}

		@Test
		void uninitializedCollectionsAreMadeForARow() {
			LazyOwner owner = this.lazyOwners.findById(1L).orElseThrow();
			Uninitialized child = required(owner.uninitializeds).get(0);
			assertThat(required(child.lazyOwner).get()).isSameAs(owner);
			assertThat(required(required(owner.uninitialized).get().lazyOwner).get()).isSameAs(owner);
		}

		@Test
		void uninitializedFieldOfANewObjectIsSavedAsNull() {
			Uninitialized saved = this.uninitializeds.save(new Uninitialized());
			assertThat(key("uninitialized", required(saved.id))).isNull();
		}

		@Test
		void superclassFieldIsLive() {
			Derived leaf = this.deriveds.findById(2L).orElseThrow();
			assertThat(leaf.owner().get().name).isEqualTo("two");
		}

		@Test
		void superclassFieldKnowsTheOwnerThatLoadedIt() {
			Owner owner = owner(2);
			List<String> sent = this.statements
				.countDuring(() -> assertThat(owner.deriveds.get(0).owner().get()).isSameAs(owner))
				.statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void genericSuperclassFieldReferringToItsOwnClassIsLive() {
			Derived leaf = this.deriveds.findById(2L).orElseThrow();
			Derived root = leaf.parent.get();
			assertThat(root.title).isEqualTo("root");
			assertThat(root.parent.isPresent()).isFalse();
		}

		@Test
		void genericSuperclassCollectionKnowsItsParent() {
			Derived root = this.deriveds.findById(1L).orElseThrow();
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(root.children).hasSize(1);
				assertThat(root.children.get(0).parent.get()).isSameAs(root);
			}).statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void savesKeysOfSuperclassFields() {
			Derived leaf = this.deriveds.findById(2L).orElseThrow();
			leaf.owner().set(owner(1));
			this.deriveds.save(leaf);
			assertThat(this.jdbc.queryForMap("select owner_id, parent_id, version from derived where id = 2").values())
				.containsExactly(1L, 1L, 1);
		}

		@Test
		void constructorArgumentIsLive() {
			Constructed constructed = this.constructeds.findById(1L).orElseThrow();
			assertThat(constructed.owner().get().name).isEqualTo("one");
			assertThat(this.constructeds.findByOwnerId(1L)).hasSize(1);
		}

		@Test
		void constructorArgumentIsEmptyForNull() {
			Constructed constructed = this.constructeds.findById(2L).orElseThrow();
			assertThat(constructed.owner().orNull()).isNull();
			assertThat(constructed.owner()).hasToString("Constructed.owner[empty]");
		}

		@Test
		void constructorArgumentKnowsTheOwnerThatLoadedIt() {
			Owner owner = owner(1);
			List<String> sent = this.statements
				.countDuring(() -> assertThat(owner.constructeds.get(0).owner().get()).isSameAs(owner))
				.statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void savesAnObjectThatIsConstructedWithAReference() {
			Constructed saved = this.constructeds.save(new Constructed(null, "new", BelongsTo.to(owner(2))));
			assertThat(key("constructed", required(saved.id()))).isEqualTo(2L);
			assertThat(saved.owner().get().name).isEqualTo("two");
		}

		@Test
		void savesAnEmptyReferenceAsNull() {
			Constructed saved = this.constructeds.save(new Constructed(null, "new", BelongsTo.empty()));
			assertThat(key("constructed", required(saved.id()))).isNull();
		}

		@Test
		void constructorArgumentAndFieldAreBothLive() {
			HalfConstructed half = this.halfConstructeds.findById(1L).orElseThrow();
			assertThat(half.owner.get().name).isEqualTo("one");
			assertThat(half.reviewer.get().name).isEqualTo("two");
		}

		@Test
		void constructorArgumentAndFieldAreBothEmptyForNull() {
			HalfConstructed half = this.halfConstructeds.findById(2L).orElseThrow();
			assertThat(half.owner.isPresent()).isFalse();
			assertThat(half.reviewer.isPresent()).isFalse();
		}

		@Test
		void recordComponentsAreLive() {
			Component component = this.components.findById(1L).orElseThrow();
			assertThat(component.owner().get().name).isEqualTo("one");
			assertThat(component.reviewer().get().name).isEqualTo("two");
		}

		@Test
		void recordComponentIsEmptyForNull() {
			Component component = this.components.findById(2L).orElseThrow();
			assertThat(component.owner().isPresent()).isFalse();
			assertThat(component.reviewer().get().name).isEqualTo("one");
		}

		@Test
		void findsRecordsByComponent() {
			assertThat(this.components.findByReviewer(BelongsTo.toId(2L))).extracting(Component::title)
				.containsExactly("r");
		}

		@Test
		void recordIsSavedAndLiveAfterwards() {
			Component saved = this.components
				.save(new Component(null, "new", BelongsTo.toId(2L), BelongsTo.to(owner(1))));
			assertThat(key("component", required(saved.id()))).isEqualTo(2L);
			assertThat(saved.owner().get().name).isEqualTo("two");
			assertThat(saved.reviewer().get().name).isEqualTo("one");
		}

		@Test
		void recordsOfOneClassAreEqualByTheIdsOfTheirReferences() {
			assertThat(this.components.findById(1L)).isEqualTo(this.components.findById(1L));
		}

		@Test
		void witherIsLive() {
			Wither wither = this.withers.findById(1L).orElseThrow();
			assertThat(wither.owner().get().wither.get()).isSameAs(wither);
		}

		@Test
		void copyThatSpringDataMakesWhenSavingIsLive() {
			Wither saved = this.withers.save(Wither.of("new", BelongsTo.toId(2L)));
			assertThat(saved.id()).isNotNull();
			assertThat(saved.owner().get().name).isEqualTo("two");
			assertThat(key("wither", required(saved.id()))).isEqualTo(2L);
		}

		@Test
		void getterIsLive() {
			Bean bean = this.beans.findById(1L).orElseThrow();
			assertThat(bean.getOwner().get().name).isEqualTo("one");
		}

		@Test
		void getterKnowsTheOwnerThatLoadedIt() {
			Owner owner = owner(1);
			assertThat(owner.beans.get(0).getOwner().get()).isSameAs(owner);
		}

		@Test
		void embeddedObjectIsLive() {
			Embedding embedding = this.embeddings.findById(1L).orElseThrow();
			assertThat(required(embedding.home).owner.get().name).isEqualTo("one");
			assertThat(required(embedding.plain).owner.get().name).isEqualTo("two");
			assertThat(required(embedding.home).note).isEqualTo("h");
		}

		@Test
		void nestedEmbeddedObjectIsLive() {
			Embedding embedding = this.embeddings.findById(1L).orElseThrow();
			assertThat(required(required(embedding.home).inner).owner.get().name).isEqualTo("two");
			assertThat(required(required(embedding.plain).inner).owner.get().name).isEqualTo("one");
		}

		@Test
		void embeddedRecordIsLive() {
			Embedding embedding = this.embeddings.findById(1L).orElseThrow();
			assertThat(required(embedding.code).owner().get().name).isEqualTo("one");
		}

		@Test
		void embeddedObjectWithoutAnyValueIsNull() {
			Embedding embedding = this.embeddings.findById(2L).orElseThrow();
			assertThat(embedding.home).isNull();
			assertThat(embedding.code).isNull();
			assertThat(required(embedding.plain).owner.isPresent()).isFalse();
		}

		@Test
		void embeddedObjectWithTheKeyOnlyIsThere() {
			this.jdbc.update("insert into embedding(title, home_owner_id) values ('key', 2)");
			Embedding embedding = this.embeddings.findById(3L).orElseThrow();
			assertThat(required(embedding.home).owner.get().name).isEqualTo("two");
		}

		@Test
		void findsByTheKeyInAnEmbeddedObject() {
			assertThat(this.embeddings.findByHomeOwnerId(1L)).extracting((row) -> row.title).containsExactly("full");
		}

		@Test
		void savesKeysOfEmbeddedObjects() {
			Embedding embedding = new Embedding();
			embedding.home = new Address();
			embedding.home.owner.set(owner(2));
			embedding.code = new Code("x", BelongsTo.toId(1L));
			this.embeddings.save(embedding);
			Map<String, Object> row = this.jdbc
				.queryForMap("select home_owner_id, code_owner_id, owner_id from embedding where id = 3");
			assertThat(row.values()).containsExactly(2L, 1L, null);
		}

		@Test
		void savingAnUnchangedRowChangesNothing() {
			Map<String, Object> before = this.jdbc.queryForMap("select * from embedding where id = 1");
			this.embeddings.save(this.embeddings.findById(1L).orElseThrow());
			assertThat(this.jdbc.queryForMap("select * from embedding where id = 1")).isEqualTo(before);
		}

		private Owner owner(long id) {
			return this.owners.findById(id).orElseThrow();
		}

		private @Nullable Long key(String table, long id) {
			return this.jdbc.queryForObject("select owner_id from " + table + " where id = ?", Long.class, id);
		}

		private static <T> T required(@Nullable T value) {
			return Objects.requireNonNull(value);
		}

	}

}
