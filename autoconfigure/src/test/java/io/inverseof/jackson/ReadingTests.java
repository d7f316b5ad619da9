package io.inverseof.jackson;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.ScopedBy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link InverseofModule} that read JSON, into objects in memory.
 */
class ReadingTests {

	private final JsonMapper mapper = JsonMapper.builder()
		.addModule(new InverseofModule())
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private <T> T read(String json, Class<T> type) {
		return this.mapper.readValue(json, type);
	}

	private <T> T update(T value, String json) {
		return this.mapper.readerForUpdating(value).readValue(json);
	}

	private String json(Object value) {
		return this.mapper.writeValueAsString(value);
	}

	@Nested
	class BelongsToTests {

		@Test
		void isTheReferenceOfAnId() {
			Post post = read("{\"id\":1,\"author\":7}", Post.class);
			assertThat(post.author.getId()).isEqualTo(7L);
			assertThat(post.author.isLoaded()).isFalse();
		}

		@Test
		void staysTheSameHolder() {
			Post post = new Post();
			BelongsTo<Author, Long> before = post.author;
			update(post, "{\"author\":7}");
			assertThat(post.author).isSameAs(before);
			assertThat(before.getId()).isEqualTo(7L);
		}

		@Test
		void isEmptyWhenNullOrAbsent() {
			assertThat(read("{\"author\":null}", Post.class).author.getId()).isNull();
			assertThat(read("{}", Post.class).author.getId()).isNull();
		}

		@Test
		void isEmptiedByNullOnly() {
			Post post = new Post();
			post.author.setId(7L);
			assertThat(update(post, "{\"title\":\"a\"}").author.getId()).isEqualTo(7L);
			assertThat(update(post, "{\"author\":null}").author.getId()).isNull();
		}

		@Test
		void isANewTargetWhenNested() {
			Post post = read("{\"author\":{\"name\":\"Ann\"}}", Post.class);
			assertThat(post.author.isLoaded()).isTrue();
			assertThat(post.author.get().name).isEqualTo("Ann");
			assertThat(post.author.getId()).isNull();
		}

		@Test
		void refersToANestedTargetWithAnId() {
			Post post = read("{\"author\":{\"id\":7,\"name\":\"Ann\"}}", Post.class);
			assertThat(post.author.getId()).isEqualTo(7L);
			assertThat(post.author.get().name).isEqualTo("Ann");
		}

		@Test
		void isReadIntoComponentsOfRecords() {
			assertThat(read("{\"id\":1,\"post\":7}", Comment.class).post.getId()).isEqualTo(7L);
			assertThat(read("{\"id\":1,\"post\":{\"title\":\"a\"}}", Comment.class).post.get().title).isEqualTo("a");
		}

		@Test
		void isNeverNullInRecords() {
			assertThat(read("{\"id\":1,\"post\":null}", Comment.class).post.getId()).isNull();
			assertThat(read("{\"id\":1}", Comment.class).post.getId()).isNull();
			assertThat(read("{\"id\":1,\"post\":\"\"}", Comment.class).post.getId()).isNull();
			assertThat(read("{\"id\":1,\"post\":3}", Guarded.class).post.getId()).isNull();
			assertThat(read("{\"id\":1,\"post\":3}", Secretive.class).post.getId()).isEqualTo(3L);
		}

		@Test
		void isReadIntoConstructorArguments() {
			assertThat(read("{\"post\":7}", Constructed.class).post.getId()).isEqualTo(7L);
			assertThat(read("{}", Constructed.class).post.getId()).isNull();
		}

		@Test
		void isACompositeIdWhenTheObjectHasItsProperties() {
			Stock stock = read("{\"origin\":{\"branch\":\"A\",\"shelf\":3}}", Stock.class);
			assertThat(stock.origin.getId()).isEqualTo(new StockId("A", 3));
			assertThat(stock.origin.isLoaded()).isFalse();
			Crate crate = read("{\"origin\":{\"branch\":\"A\",\"shelf\":3}}", Crate.class);
			assertThat(crate.origin.getId()).isEqualTo(new StockId("A", 3));
		}

		@Test
		void isATargetWhenTheObjectHasOtherPropertiesThanACompositeId() {
			String json = "{\"origin\":{\"id\":{\"branch\":\"A\",\"shelf\":3}}}";
			assertThat(read(json, Stock.class).origin.get().id).isEqualTo(new StockId("A", 3));
			assertThat(read(json, Crate.class).origin.get().id).isEqualTo(new StockId("A", 3));
			assertThat(read("{\"origin\":{}}", Stock.class).origin.get().id).isNull();
		}

		@Test
		void readsIdsOfOtherTypes() {
			UUID id = UUID.fromString("c0a80121-7ac0-4e1c-9bd4-7f1f8a5a2f5e");
			assertThat(read("{\"visitor\":\"" + id + "\"}", Visit.class).visitor.getId()).isEqualTo(id);
			assertThat(read("{\"account\":{\"number\":5}}", Visit.class).account.getId()).isEqualTo(new AccountId(5));
		}

		@Test
		void isReadWhateverTheAccessors() {
			Accessors read = read("{\"author\":1,\"editor\":2,\"reviewer\":3,\"owner\":4,\"open\":5}", Accessors.class);
			assertThat(List.of(read.author.getId(), read.editor.getId(), read.reviewer.getId(), read.owner.getId(),
					read.open.getId()))
				.containsExactly(1L, 2L, 3L, 4L, 5L);
		}

		@Test
		void fillsAFieldThatIsNull() {
			Bare bare = read("{\"author\":7}", Bare.class);
			assertThat(bare.author).isNotNull();
			assertThat(bare.author.getId()).isEqualTo(7L);
		}

		@Test
		void isNotReadWhenItIsNotWritten() {
			assertThatExceptionOfType(UnrecognizedPropertyException.class)
				.isThrownBy(() -> read("{\"hidden\":1}", Post.class))
				.withMessageContaining("Unrecognized property \"hidden\"");
		}

		@Test
		void followsAnnotations() {
			Annotated read = read(
					"{\"formatted\":\"1\",\"named\":3,\"other\":4,\"sparse\":null,\"custom\":\"number 5\",\"ignored\":6,"
							+ "\"readOnly\":7,\"writeOnly\":8}",
					Annotated.class);
			assertThat(read.formatted.getId()).isEqualTo(1L);
			assertThat(read.renamed.getId()).isEqualTo(3L);
			assertThat(read.aliased.getId()).isEqualTo(4L);
			assertThat(read.sparse.getId()).isEqualTo(9L);
			assertThat(read.custom.getId()).isEqualTo(5L);
			assertThat(read.ignored.getId()).isNull();
			assertThat(read.readOnly.getId()).isNull();
			assertThat(read.writeOnly.getId()).isEqualTo(8L);
		}

		@Test
		void followsTheNamingStrategy() {
			JsonMapper snakeCase = ReadingTests.this.mapper.rebuild()
				.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
				.build();
			Shipment read = snakeCase.readValue("{\"home_port\":3,\"sealed_by\":4}", Shipment.class);
			assertThat(read.homePort.getId()).isEqualTo(3L);
			assertThat(read.sealedBy.getId()).isNull();
		}

		@Test
		void followsViews() {
			Viewed read = ReadingTests.this.mapper.readerWithView(Public.class)
				.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.without(DeserializationFeature.FAIL_ON_UNEXPECTED_VIEW_PROPERTIES)
				.forType(Viewed.class)
				.readValue("{\"secret\":1,\"open\":2}");
			assertThat(read.secret.getId()).isNull();
			assertThat(read.open.getId()).isEqualTo(2L);
		}

		@Test
		void isReadInEmbeddedObjects() {
			Parcel parcel = read("{\"address\":{\"street\":\"a\",\"city\":1},\"billed_city\":2}", Parcel.class);
			assertThat(parcel.address.city.getId()).isEqualTo(1L);
			assertThat(parcel.billing.city.getId()).isEqualTo(2L);
		}

		@Test
		void isReadInOtherObjects() {
			BelongsTo<Post, Long> root = ReadingTests.this.mapper.readValue("7", new TypeReference<>() {
			});
			assertThat(root.getId()).isEqualTo(7L);
			List<BelongsTo<Post, Long>> elements = ReadingTests.this.mapper.readValue("[7,{\"title\":\"a\"},null]",
					new TypeReference<>() {
					});
			assertThat(elements.get(0).getId()).isEqualTo(7L);
			assertThat(elements.get(1).get().title).isEqualTo("a");
			assertThat(elements.get(2).getId()).isNull();
			Map<String, BelongsTo<Post, Long>> values = ReadingTests.this.mapper.readValue("{\"a\":7}",
					new TypeReference<>() {
					});
			assertThat(values.get("a").getId()).isEqualTo(7L);
		}

		@Test
		void isAnElementOfAnArrayShape() {
			assertThat(read("[1,2]", Row.class).post.getId()).isEqualTo(2L);
			assertThat(read("[1,null]", Row.class).post.getId()).isNull();
		}

		@Test
		void reportsWhatIsNoIdWithThePath() {
			assertThatExceptionOfType(MismatchedInputException.class)
				.isThrownBy(() -> read("{\"post\":{\"author\":\"Ann\"}}", Comment.class))
				.withMessageContaining("Cannot deserialize value of type `java.lang.Long` from String \"Ann\"")
				.extracting(ReadingTests::path)
				.isEqualTo("post.author");
			assertThatExceptionOfType(MismatchedInputException.class)
				.isThrownBy(() -> read("{\"author\":[1]}", Post.class));
		}

	}

	@Nested
	class HasManyTests {

		@Test
		void isBuiltThroughTheAssociation() {
			Author author = read("{\"name\":\"Ann\",\"posts\":[{\"title\":\"a\"},{\"title\":\"b\"}]}", Author.class);
			assertThat(author.posts).extracting((post) -> post.title).containsExactly("a", "b");
			assertThat(author.posts).allMatch((post) -> post.author.get() == author);
		}

		@Test
		void knowsItsOwnerBeforeItIsRead() {
			Author author = read("{\"posts\":[{\"title\":\"a\"}]}", Author.class);
			assertThat(author.posts.get(0).ownerWhenRead).isSameAs(author);
		}

		@Test
		void isReadWhereverTheEntityNamesAnother() {
			Author author = read("{\"posts\":[{\"title\":\"a\",\"author\":99},{\"author\":{\"name\":\"Eve\"}},"
					+ "{\"id\":5,\"author\":null}]}", Author.class);
			assertThat(author.posts).hasSize(3).allMatch((post) -> post.author.get() == author);
		}

		@Test
		void isReadAtEveryLevel() {
			Node root = read("{\"name\":\"1\",\"children\":[{\"name\":\"2\",\"children\":[{\"name\":\"3\","
					+ "\"children\":[{\"name\":\"4\"}]}]},{\"name\":\"5\"}]}", Node.class);
			Node leaf = root.children.get(0).children.get(0).children.get(0);
			assertThat(leaf.name).isEqualTo("4");
			assertThat(leaf.parent.get().parent.get().parent.get()).isSameAs(root);
			assertThat(root.children.get(1).parent.get()).isSameAs(root);
		}

		@Test
		void fitsItsScopeUnlessJsonSaysOtherwise() {
			Author author = read("{\"rated\":[{\"title\":\"a\"},{\"rating\":4}]}", Author.class);
			assertThat(author.rated).extracting((post) -> post.rating).containsExactly(5, 4);
		}

		@Test
		void keepsIdsAsClaims() {
			Author author = read("{\"id\":1,\"posts\":[{\"id\":5,\"title\":\"a\"}]}", Author.class);
			assertThat(author.posts.get(0).id).isEqualTo(5L);
		}

		@Test
		void isNotReadUnlessItOptsIn() {
			assertThatExceptionOfType(UnrecognizedPropertyException.class)
				.isThrownBy(() -> read("{\"drafts\":[{\"title\":\"a\"}]}", Author.class));
			assertThatExceptionOfType(UnrecognizedPropertyException.class)
				.isThrownBy(() -> read("{\"archive\":[{\"title\":\"a\"}]}", Author.class));
		}

		@Test
		void isLeftAloneUnlessItOptsIn() {
			JsonMapper lenient = ReadingTests.this.mapper.rebuild()
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.build();
			Author author = lenient.readValue("{\"drafts\":[{\"title\":\"a\"}],\"archive\":[1]}", Author.class);
			assertThat(author.drafts).isEmpty();
			assertThat(author.archive).isEmpty();
		}

		@Test
		void followsAccessNamesAndAliases() {
			Shop shop = read("{\"goods\":[{\"name\":\"a\"}],\"waiting\":[{\"name\":\"b\"}],\"sold\":[{\"name\":\"c\"}],"
					+ "\"wanted\":[{\"name\":\"d\"}],\"items\":[{\"name\":\"e\"}]}", Shop.class);
			assertThat(shop.stock).extracting((item) -> item.name).containsExactly("a");
			assertThat(shop.queue).extracting((item) -> item.name).containsExactly("b");
			assertThat(shop.sold).isEmpty();
			assertThat(shop.wanted).extracting((item) -> item.name).containsExactly("d");
			assertThat(shop.items).extracting((item) -> item.name).containsExactly("e");
		}

		@Test
		void appliesAnnotationsOfThePropertyToElements() {
			Trimmed trimmed = read("{\"twigs\":[{\"size\":7}]}", Trimmed.class);
			assertThat(trimmed.twigs.get(0).size).isZero();
		}

		@Test
		void addsRecords() {
			Article article = read("{\"remarks\":[{\"body\":\"a\"},{\"body\":\"b\",\"article\":9}]}", Article.class);
			assertThat(article.remarks).extracting(Remark::body).containsExactly("a", "b");
			assertThat(article.remarks).allMatch((remark) -> remark.article().get() == article);
		}

		@Test
		void addsObjectsWithConstructorArguments() {
			Fleet fleet = read("{\"ships\":[{\"name\":\"a\",\"fleet\":3}]}", Fleet.class);
			assertThat(fleet.ships.get(0).name).isEqualTo("a");
			assertThat(fleet.ships.get(0).fleet.get()).isSameAs(fleet);
		}

		@Test
		void addsWhatTheTypeInJsonSays() {
			Zoo zoo = read("{\"animals\":[{\"kind\":\"dog\",\"name\":\"Rex\"}]}", Zoo.class);
			assertThat(zoo.animals.get(0)).isInstanceOfSatisfying(Dog.class, (dog) -> {
				assertThat(dog.name).isEqualTo("Rex");
				assertThat(dog.zoo.get()).isSameAs(zoo);
			});
		}

		@Test
		void waitsForAnEntityWithConstructorArguments() {
			Fleet fleet = new Fleet();
			Ship ship = read("{\"crew\":[{\"name\":\"a\"}],\"name\":\"b\"}", Ship.class);
			fleet.ships.add(ship);
			assertThat(ship.crew.get(0).name).isEqualTo("a");
			assertThat(ship.crew.get(0).ship.get()).isSameAs(ship);
		}

		@Test
		void saysWhereTheErrorIsWhenItHadToWait() {
			assertThatExceptionOfType(JacksonException.class)
				.isThrownBy(() -> read("{\"crew\":[{\"unknown\":\"a\"}],\"name\":\"b\"}", Ship.class))
				.extracting(ReadingTests::path)
				.isEqualTo("crew[0].unknown");
		}

		@Test
		void addsNothingForNull() {
			Author author = new Author();
			author.posts.add(new Post());
			assertThat(update(author, "{\"posts\":null}").posts).hasSize(1);
		}

		@Test
		void keepsWhatIsThere() {
			Author author = new Author();
			Post first = new Post();
			author.posts.add(first);
			update(author, "{\"posts\":[{\"title\":\"b\"}]}");
			assertThat(author.posts).hasSize(2).first().isSameAs(first);
		}

		@Test
		void readsIntoAnElementWithTheSameId() {
			Author author = new Author();
			author.id = 1L;
			Post first = post(5L, "old");
			first.rating = 3;
			author.posts.addAll(List.of(first, post(6L, "other")));
			update(author, "{\"posts\":[{\"title\":\"new\",\"id\":5,\"author\":99},{\"title\":\"more\"}]}");
			assertThat(author.posts).extracting((post) -> post.title).containsExactlyInAnyOrder("new", "other", "more");
			assertThat(author.posts).contains(first).allMatch((post) -> post.author.get() == author);
			assertThat(first.rating).isEqualTo(3);
		}

		@Test
		void replacesARecordWithTheSameId() {
			Article article = new Article();
			article.remarks.add(new Remark(5L, "old", BelongsTo.empty()));
			update(article, "{\"remarks\":[{\"id\":5,\"body\":\"new\"}]}");
			assertThat(article.remarks).singleElement().satisfies((remark) -> {
				assertThat(remark.body()).isEqualTo("new");
				assertThat(remark.article().get()).isSameAs(article);
			});
		}

		@Test
		void hasAnIdOnce() {
			Author author = read("{\"posts\":[{\"id\":5,\"title\":\"a\"},{\"id\":5,\"title\":\"b\"}]}", Author.class);
			assertThat(author.posts).extracting((post) -> post.title).containsExactly("b");
		}

		@Test
		void reportsWhatIsNoArrayWithThePath() {
			assertThatExceptionOfType(MismatchedInputException.class)
				.isThrownBy(() -> read("{\"children\":[{\"children\":{\"name\":\"a\"}}]}", Node.class))
				.withMessageContaining("Cannot deserialize value of type `io.inverseof.HasMany<")
				.withMessageContaining("from Object value (token `JsonToken.START_OBJECT`)")
				.extracting(ReadingTests::path)
				.isEqualTo("children[0].children");
		}

		@Test
		void takesASingleObjectWhereJacksonIsToldTo() {
			JsonMapper single = ReadingTests.this.mapper.rebuild()
				.enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
				.build();
			assertThat(single.readValue("{\"posts\":{\"title\":\"a\"}}", Author.class).posts).hasSize(1);
		}

		@Test
		void reportsAWrongElementWithThePath() {
			assertThatExceptionOfType(MismatchedInputException.class)
				.isThrownBy(() -> read("{\"posts\":[{},null]}", Author.class))
				.extracting(ReadingTests::path)
				.isEqualTo("posts[1]");
			assertThatExceptionOfType(MismatchedInputException.class)
				.isThrownBy(() -> read("{\"posts\":[7]}", Author.class))
				.extracting(ReadingTests::path)
				.isEqualTo("posts[0]");
			assertThatExceptionOfType(MismatchedInputException.class)
				.isThrownBy(() -> read("{\"posts\":[{\"id\":\"x\"}]}", Author.class))
				.extracting(ReadingTests::path)
				.isEqualTo("posts[0].id");
		}

		@Test
		void isWrittenAsItWasRead() {
			String json = "{\"children\":[{\"children\":[],\"id\":null,\"name\":\"2\",\"parent\":null}],\"id\":null,"
					+ "\"name\":\"1\",\"parent\":null}";
			String written = json(read(json, Node.class));
			assertThat(written).isEqualTo(json);
			assertThat(json(read(written, Node.class))).isEqualTo(json);
		}

	}

	@Nested
	class HasOneTests {

		@Test
		void isBuiltThroughTheAssociation() {
			Person person = read("{\"passport\":{\"number\":\"a\"}}", Person.class);
			assertThat(person.passport.get().number).isEqualTo("a");
			assertThat(person.passport.get().person.get()).isSameAs(person);
		}

		@Test
		void isReadWhateverTheEntityNames() {
			Person person = read("{\"passport\":{\"number\":\"a\",\"person\":9}}", Person.class);
			assertThat(person.passport.get().person.get()).isSameAs(person);
		}

		@Test
		void takesRecords() {
			Person person = read("{\"badge\":{\"text\":\"a\",\"person\":9}}", Person.class);
			assertThat(person.badge.get().text()).isEqualTo("a");
			assertThat(person.badge.get().person().get()).isSameAs(person);
		}

		@Test
		void isEmptiedByNull() {
			Person person = new Person();
			person.passport.set(new Passport());
			assertThat(update(person, "{\"passport\":null}").passport.orNull()).isNull();
		}

		@Test
		void isNotReadUnlessItOptsIn() {
			assertThatExceptionOfType(UnrecognizedPropertyException.class)
				.isThrownBy(() -> read("{\"secret\":{\"number\":\"a\"}}", Person.class));
		}

		@Test
		void readsIntoATargetWithTheSameId() {
			Person person = new Person();
			Passport passport = new Passport();
			passport.id = 5L;
			passport.number = "old";
			person.passport.set(passport);
			update(person, "{\"passport\":{\"number\":\"new\",\"id\":5}}");
			assertThat(person.passport.get()).isSameAs(passport);
			assertThat(passport.number).isEqualTo("new");
		}

		@Test
		void replacesARecordWithTheSameId() {
			Person person = new Person();
			person.badge.set(new Badge(5L, "old", BelongsTo.empty()));
			update(person, "{\"badge\":{\"text\":\"new\",\"id\":5}}");
			assertThat(person.badge.get()).extracting(Badge::text).isEqualTo("new");
			assertThat(person.badge.get().person().get()).isSameAs(person);
		}

		@Test
		void replacesATargetWithAnotherId() {
			Person person = new Person();
			Passport passport = new Passport();
			passport.id = 5L;
			person.passport.set(passport);
			update(person, "{\"passport\":{\"number\":\"new\"}}");
			assertThat(person.passport.get()).isNotSameAs(passport);
			assertThat(passport.person.isPresent()).isFalse();
		}

		@Test
		void reportsWhatIsNoObjectWithThePath() {
			assertThatExceptionOfType(MismatchedInputException.class)
				.isThrownBy(() -> read("{\"passport\":[{}]}", Person.class))
				.extracting(ReadingTests::path)
				.isEqualTo("passport");
		}

	}

	@Test
	void knowsObjectsByTheIdentityThatJacksonGivesThem() {
		Gear gear = read("{\"id\":1,\"wheels\":[{\"id\":2,\"next\":{\"id\":3}},3]}", Gear.class);
		assertThat(gear.wheels).hasSize(2).element(1).isSameAs(gear.wheels.get(0).next);
		assertThat(gear.wheels).allMatch((wheel) -> wheel.gear.get() == gear);
	}

	@Test
	void keepsNumbersAsTheyAreWritten() {
		String price = "1.100000000000000000010";
		Gear gear = read("{\"wheels\":[{\"id\":2},{\"price\":" + price + "}]}", Gear.class);
		assertThat(gear.wheels.get(1).price).isEqualTo(new BigDecimal(price));
	}

	@Test
	void toleratesManagedReferences() {
		Album album = read("{\"tracks\":[{\"title\":\"a\"}]}", Album.class);
		assertThat(album.tracks.get(0).album.get()).isSameAs(album);
	}

	@Test
	void ignoresBackReferences() {
		JsonMapper lenient = this.mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		Line line = lenient.readValue("{\"product\":\"Tea\",\"order\":{\"id\":7}}", Line.class);
		assertThat(line.product).isEqualTo("Tea");
		assertThat(line.getOrder()).isNull();
	}

	private static String path(Throwable ex) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference reference : ((JacksonException) ex).getPath()) {
			path.append((reference.getIndex() >= 0) ? "[" + reference.getIndex() + "]"
					: (path.isEmpty() ? "" : ".") + reference.getPropertyName());
		}
		return path.toString();
	}

	private static Post post(Long id, String title) {
		Post post = new Post();
		post.id = id;
		post.title = title;
		return post;
	}

	static class Author {

		@Id
		public @Nullable Long id;

		public @Nullable String name;

		private final HasMany<Post> posts = hasMany(this);

		private final HasMany<Post> drafts = hasMany(this);

		public HasMany<Post> archive = hasMany(this);

		@ScopedBy(TopRated.class)
		@JsonProperty
		private final HasMany<Post> rated = hasMany(this);

		@JsonProperty
		public HasMany<Post> posts() {
			return this.posts;
		}

		public HasMany<Post> getDrafts() {
			return this.drafts;
		}

	}

	static class TopRated implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("rating").is(5));
		}

	}

	static class Post {

		@Id
		public @Nullable Long id;

		private @Nullable String title;

		public int rating;

		private final BelongsTo<Author, Long> author = belongsTo(this);

		private final BelongsTo<Author, Long> hidden = belongsTo(this);

		private @Nullable Author ownerWhenRead;

		public void setTitle(String title) {
			this.title = title;
			this.ownerWhenRead = this.author.isLoaded() ? this.author.orNull() : null;
		}

		public BelongsTo<Author, Long> author() {
			return this.author;
		}

		BelongsTo<Author, Long> hidden() {
			return this.hidden;
		}

	}

	record Comment(@Id Long id, BelongsTo<Post, Long> post) {
	}

	record Guarded(@Id Long id, @JsonProperty(access = JsonProperty.Access.READ_ONLY) BelongsTo<Post, Long> post) {
	}

	record Secretive(@Id Long id, @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) BelongsTo<Post, Long> post) {
	}

	@JsonFormat(shape = JsonFormat.Shape.ARRAY)
	record Row(@Id Long id, BelongsTo<Post, Long> post) {
	}

	static class Constructed {

		private final BelongsTo<Post, Long> post;

		@JsonCreator
		Constructed(@JsonProperty("post") BelongsTo<Post, Long> post) {
			this.post = post;
		}

	}

	record StockId(String branch, Integer shelf) {
	}

	record Stock(@Id StockId id, BelongsTo<Stock, StockId> origin) {
	}

	static class Crate {

		@Id
		public @Nullable StockId id;

		public final BelongsTo<Crate, StockId> origin = belongsTo(this);

	}

	record AccountId(int number) {
	}

	record Account(@Id AccountId id) {
	}

	record Visitor(@Id UUID id) {
	}

	record Visit(BelongsTo<Visitor, UUID> visitor, BelongsTo<Account, AccountId> account) {
	}

	static class Accessors {

		private final BelongsTo<Author, Long> author = belongsTo(this);

		private final BelongsTo<Author, Long> editor = belongsTo(this);

		private final BelongsTo<Author, Long> reviewer = belongsTo(this);

		private final BelongsTo<Author, Long> owner = belongsTo(this);

		public final BelongsTo<Author, Long> open = belongsTo(this);

		public BelongsTo<Author, Long> getAuthor() {
			return this.author;
		}

		public Author getEditor() {
			return this.editor.get();
		}

		public void setEditor(Author editor) {
			this.editor.set(editor);
		}

		public Optional<Author> getReviewer() {
			return this.reviewer.optional();
		}

		public BelongsTo<Author, Long> owner() {
			return this.owner;
		}

	}

	static class Bare {

		private @Nullable BelongsTo<Author, Long> author;

		public @Nullable BelongsTo<Author, Long> getAuthor() {
			return this.author;
		}

		public void setAuthor(BelongsTo<Author, Long> author) {
			this.author = author;
		}

	}

	static class Annotated {

		@JsonProperty
		@JsonFormat(shape = JsonFormat.Shape.STRING)
		private final BelongsTo<Author, Long> formatted = belongsTo(this);

		@JsonIgnore
		private final BelongsTo<Author, Long> ignored = belongsTo(this);

		@JsonProperty("named")
		private final BelongsTo<Author, Long> renamed = belongsTo(this);

		@JsonAlias("other")
		private final BelongsTo<Author, Long> aliased = belongsTo(this);

		@JsonSetter(nulls = Nulls.SKIP)
		private final BelongsTo<Author, Long> sparse = belongsTo(this);

		@JsonDeserialize(using = Numbered.class)
		private final BelongsTo<Author, Long> custom = belongsTo(this);

		private final BelongsTo<Author, Long> readOnly = belongsTo(this);

		private final BelongsTo<Author, Long> writeOnly = belongsTo(this);

		Annotated() {
			this.sparse.setId(9L);
		}

		public BelongsTo<Author, Long> ignored() {
			return this.ignored;
		}

		public BelongsTo<Author, Long> renamed() {
			return this.renamed;
		}

		public BelongsTo<Author, Long> aliased() {
			return this.aliased;
		}

		@JsonProperty(access = JsonProperty.Access.READ_ONLY)
		public BelongsTo<Author, Long> readOnly() {
			return this.readOnly;
		}

		@JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
		public BelongsTo<Author, Long> writeOnly() {
			return this.writeOnly;
		}

	}

	static class Numbered extends StdDeserializer<BelongsTo<?, ?>> {

		Numbered() {
			super(BelongsTo.class);
		}

		@Override
		public BelongsTo<?, ?> deserialize(JsonParser parser, DeserializationContext context) {
			return BelongsTo.toId(Long.valueOf(parser.getString().substring("number ".length())));
		}

	}

	static class Shipment {

		private final BelongsTo<Author, Long> homePort = belongsTo(this);

		private final BelongsTo<Author, Long> sealedBy = belongsTo(this);

		public BelongsTo<Author, Long> homePort() {
			return this.homePort;
		}

		@JsonProperty(access = JsonProperty.Access.READ_ONLY)
		public BelongsTo<Author, Long> sealedBy() {
			return this.sealedBy;
		}

	}

	interface Public {

	}

	interface Internal {

	}

	static class Viewed {

		private final BelongsTo<Author, Long> secret = belongsTo(this);

		private final BelongsTo<Author, Long> open = belongsTo(this);

		@JsonView(Internal.class)
		public BelongsTo<Author, Long> secret() {
			return this.secret;
		}

		@JsonView(Public.class)
		public BelongsTo<Author, Long> open() {
			return this.open;
		}

	}

	record City(@Id Long id) {
	}

	static class Address {

		public @Nullable String street;

		private final BelongsTo<City, Long> city = belongsTo(this);

		public BelongsTo<City, Long> city() {
			return this.city;
		}

	}

	static class Parcel {

		public Address address = new Address();

		@JsonUnwrapped(prefix = "billed_")
		public Address billing = new Address();

	}

	static class Node {

		@Id
		public @Nullable Long id;

		public @Nullable String name;

		@JsonProperty
		private final BelongsTo<Node, Long> parent = belongsTo(this);

		@JsonProperty
		private final HasMany<Node> children = hasMany(this);

	}

	static class Item {

		@Id
		public @Nullable Long id;

		public @Nullable String name;

		public final BelongsTo<Shop, Long> shop = belongsTo(this);

	}

	static class Shop {

		@Id
		public @Nullable Long id;

		private final HasMany<Item> stock = hasMany(this);

		private final HasMany<Item> queue = hasMany(this);

		private final HasMany<Item> sold = hasMany(this);

		private final HasMany<Item> wanted = hasMany(this);

		private final HasMany<Item> items = hasMany(this);

		@JsonProperty("goods")
		public HasMany<Item> stock() {
			return this.stock;
		}

		@JsonProperty
		@JsonAlias("waiting")
		public HasMany<Item> queue() {
			return this.queue;
		}

		@JsonProperty(access = JsonProperty.Access.READ_ONLY)
		public HasMany<Item> sold() {
			return this.sold;
		}

		@JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
		public HasMany<Item> getWanted() {
			return this.wanted;
		}

		@JsonProperty
		public List<Item> getItems() {
			return this.items;
		}

		public void setItems(List<Item> items) {
			throw new IllegalStateException("The association is read into, whatever there is to set it");
		}

	}

	static class Trimmed {

		@Id
		public @Nullable Long id;

		@JsonProperty
		@JsonIgnoreProperties("size")
		private final HasMany<Twig> twigs = hasMany(this);

	}

	static class Twig {

		@Id
		public @Nullable Long id;

		public int size;

		public final BelongsTo<Trimmed, Long> trimmed = belongsTo(this);

	}

	static class Article {

		@Id
		public @Nullable Long id;

		@JsonProperty
		private final HasMany<Remark> remarks = hasMany(this);

	}

	record Remark(@Id @Nullable Long id, String body, BelongsTo<Article, Long> article) {
	}

	static class Fleet {

		@Id
		public @Nullable Long id;

		@JsonProperty
		private final HasMany<Ship> ships = hasMany(this);

	}

	static class Ship {

		@Id
		public @Nullable Long id;

		private final String name;

		@JsonProperty
		private final BelongsTo<Fleet, Long> fleet = belongsTo(this);

		@JsonProperty
		private final HasMany<Sailor> crew = hasMany(this);

		@JsonCreator
		Ship(@JsonProperty("name") String name) {
			this.name = name;
		}

	}

	static class Sailor {

		@Id
		public @Nullable Long id;

		public @Nullable String name;

		public final BelongsTo<Ship, Long> ship = belongsTo(this);

	}

	static class Zoo {

		@Id
		public @Nullable Long id;

		@JsonProperty
		private final HasMany<Animal> animals = hasMany(this);

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes(@JsonSubTypes.Type(value = Dog.class, name = "dog"))
	abstract static class Animal {

		@Id
		public @Nullable Long id;

		@JsonProperty
		final BelongsTo<Zoo, Long> zoo = belongsTo(this);

	}

	static class Dog extends Animal {

		public @Nullable String name;

	}

	static class Person {

		@Id
		public @Nullable Long id;

		private final HasOne<Passport> passport = hasOne(this);

		private final HasOne<Badge> badge = hasOne(this);

		private final HasOne<Passport> secret = hasOne(this);

		@JsonProperty
		public Passport getPassport() {
			return this.passport.get();
		}

		@JsonProperty
		public HasOne<Badge> badge() {
			return this.badge;
		}

		public HasOne<Passport> getSecret() {
			return this.secret;
		}

	}

	static class Passport {

		@Id
		public @Nullable Long id;

		public @Nullable String number;

		public final BelongsTo<Person, Long> person = belongsTo(this);

	}

	record Badge(@Id @Nullable Long id, String text, BelongsTo<Person, Long> person) {
	}

	static class Gear {

		@Id
		public @Nullable Long id;

		@JsonProperty
		private final HasMany<Wheel> wheels = hasMany(this);

	}

	@JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
	static class Wheel {

		@Id
		public @Nullable Long id;

		public @Nullable Wheel next;

		public @Nullable BigDecimal price;

		public final BelongsTo<Gear, Long> gear = belongsTo(this);

	}

	static class Album {

		@Id
		public @Nullable Long id;

		@JsonProperty
		@JsonManagedReference
		private final HasMany<Track> tracks = hasMany(this);

	}

	static class Track {

		@Id
		public @Nullable Long id;

		public @Nullable String title;

		@JsonBackReference
		private final BelongsTo<Album, Long> album = belongsTo(this);

	}

	static class Line {

		public @Nullable String product;

		@InverseOf("lines")
		private @Nullable Order order;

		public @Nullable Order getOrder() {
			return this.order;
		}

	}

	static class Order {

		@Id
		public @Nullable Long id;

		public List<Line> lines = List.of();

	}

}
