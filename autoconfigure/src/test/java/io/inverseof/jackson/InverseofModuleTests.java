package io.inverseof.jackson;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonView;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.holder.BelongsToHolder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InverseofModule}, on objects in memory.
 */
class InverseofModuleTests {

	private final JsonMapper mapper = JsonMapper.builder().addModule(new InverseofModule()).build();

	private String json(Object value) {
		return this.mapper.writeValueAsString(value);
	}

	@Nested
	class BelongsToTests {

		@Test
		void isItsId() {
			assertThat(json(new Comment(1L, BelongsTo.toId(7L)))).isEqualTo("{\"id\":1,\"post\":7}");
		}

		@Test
		void isTheIdOfItsTarget() {
			assertThat(json(new Comment(1L, BelongsTo.to(new Post(7L))))).isEqualTo("{\"id\":1,\"post\":7}");
		}

		@Test
		void isNullWhenEmpty() {
			assertThat(json(new Comment(1L, BelongsTo.empty()))).isEqualTo("{\"id\":1,\"post\":null}");
		}

		@Test
		void isNullWhenThereIsNone() {
			assertThat(json(new Comment(1L, null))).isEqualTo("{\"id\":1,\"post\":null}");
		}

		@Test
		void isNullWhenTheTargetIsNotSaved() {
			assertThat(json(new Comment(1L, BelongsTo.to(new Post(null))))).isEqualTo("{\"id\":1,\"post\":null}");
		}

		@Test
		void isLeftOutWhenItsKeyWasNotRead() {
			assertThat(json(new Comment(1L, unread()))).isEqualTo("{\"id\":1}");
		}

		@Test
		void isAnObjectWhenTheIdIsComposite() {
			assertThat(json(new Stock(new StockId("B", 7), BelongsTo.toId(new StockId("A", 3)))))
				.isEqualTo("{\"id\":{\"branch\":\"B\",\"shelf\":7},\"origin\":{\"branch\":\"A\",\"shelf\":3}}");
		}

		@Test
		void isTextWhenTheIdIsAUuid() {
			UUID id = UUID.fromString("c0a80121-7ac0-4e1c-9bd4-7f1f8a5a2f5e");
			assertThat(json(Map.of("visitor", BelongsTo.toId(id)))).isEqualTo("{\"visitor\":\"" + id + "\"}");
		}

		@Test
		void isItsIdWhateverTheGetter() {
			Post post = new Post(1L);
			post.author.setId(5L);
			post.editor.setId(6L);
			post.reviewer.setId(7L);
			assertThat(json(post)).isEqualTo("{\"id\":1,\"author\":5,\"editor\":6,\"reviewer\":7}");
		}

		@Test
		void isItsIdInOtherObjects() {
			BelongsTo<Post, Long> post = BelongsTo.toId(7L);
			assertThat(json(post)).isEqualTo("7");
			assertThat(json(List.of(post, BelongsTo.empty()))).isEqualTo("[7,null]");
			assertThat(json(new Holder(post))).isEqualTo("{\"value\":7}");
		}

		@Test
		void isNullInOtherObjectsWhenItsKeyWasNotRead() {
			assertThat(json(unread())).isEqualTo("null");
			assertThat(json(new Holder(unread()))).isEqualTo("{\"value\":null}");
		}

		@Test
		void followsAnnotationsAndInclusion() {
			Annotated annotated = new Annotated();
			assertThat(json(annotated)).isEqualTo("{}");
			annotated.formatted.setId(1L);
			annotated.ignored.setId(2L);
			annotated.renamed.setId(3L);
			annotated.sparse.setId(4L);
			annotated.custom.setId(5L);
			assertThat(json(annotated))
				.isEqualTo("{\"custom\":\"number 5\",\"formatted\":\"1\",\"named\":3,\"sparse\":4}");
		}

		@Test
		void followsTheNamingStrategy() {
			JsonMapper snakeCase = InverseofModuleTests.this.mapper.rebuild()
				.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
				.build();
			Shipment shipment = new Shipment();
			shipment.homePort.setId(3L);
			assertThat(snakeCase.writeValueAsString(shipment)).isEqualTo("{\"home_port\":3}");
		}

		@Test
		void followsTheDefaultInclusion() {
			JsonMapper nonNull = InverseofModuleTests.this.mapper.rebuild()
				.changeDefaultPropertyInclusion(
						(inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
				.build();
			assertThat(nonNull.writeValueAsString(new Comment(1L, BelongsTo.empty()))).isEqualTo("{\"id\":1}");
			JsonMapper nonEmpty = InverseofModuleTests.this.mapper.rebuild()
				.changeDefaultPropertyInclusion(
						(inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
				.build();
			assertThat(nonEmpty.writeValueAsString(new Comment(1L, BelongsTo.empty()))).isEqualTo("{\"id\":1}");
			assertThat(nonEmpty.writeValueAsString(new Holder(BelongsTo.empty()))).isEqualTo("{}");
			assertThat(nonEmpty.writeValueAsString(new Comment(1L, BelongsTo.toId(2L))))
				.isEqualTo("{\"id\":1,\"post\":2}");
		}

		@Test
		void followsViews() {
			Viewed viewed = new Viewed();
			viewed.secret.setId(1L);
			viewed.open.setId(2L);
			assertThat(InverseofModuleTests.this.mapper.writerWithView(Public.class).writeValueAsString(viewed))
				.isEqualTo("{\"open\":2}");
		}

		@Test
		void isAnElementOfAnArrayShape() {
			assertThat(json(new Row(1L, BelongsTo.toId(2L)))).isEqualTo("[1,2]");
			assertThat(json(new Row(1L, BelongsTo.empty()))).isEqualTo("[1,null]");
			assertThat(json(new Row(1L, unread()))).isEqualTo("[1,null]");
		}

		@SuppressWarnings("unchecked")
		private BelongsTo<Post, Long> unread() {
			return (BelongsTo<Post, Long>) (BelongsTo<?, ?>) BelongsToHolder.unread();
		}

	}

	@Nested
	class HasManyTests {

		@Test
		void isLeftOutUnlessItOptsIn() {
			Author author = author(1L);
			author.drafts.add(new Post(2L));
			author.archive.add(new Post(3L));
			read(author.drafts, author.archive);
			assertThat(json(author)).isEqualTo("{\"id\":1}");
		}

		@Test
		void isLeftOutUnlessItWasRead() {
			Author author = author(1L);
			author.posts.add(new Post(2L));
			assertThat(json(author)).isEqualTo("{\"id\":1}");
		}

		@Test
		void isWrittenWhenItOptsInAndWasRead() {
			Author author = author(1L);
			author.posts.add(new Post(2L));
			author.posts.add(new Post(3L));
			read(author.posts);
			assertThat(json(author))
				.isEqualTo("{\"id\":1,\"posts\":[{\"id\":2,\"author\":1,\"editor\":null,\"reviewer\":null},"
						+ "{\"id\":3,\"author\":1,\"editor\":null,\"reviewer\":null}]}");
		}

		@Test
		void isAnEmptyArrayWhenItWasReadAndIsEmpty() {
			Author author = author(1L);
			read(author.posts);
			assertThat(json(author)).isEqualTo("{\"id\":1,\"posts\":[]}");
		}

		@Test
		void leavesOutWhatIsBeingWritten() {
			Node root = new Node(1L);
			Node child = new Node(2L);
			Node grandchild = new Node(3L);
			root.children.add(child);
			child.children.add(grandchild);
			child.neighbours.addAll(List.of(root, child, grandchild));
			grandchild.neighbours.addAll(List.of(root, child, grandchild));
			read(root.children, child.children, grandchild.children, root.neighbours, child.neighbours,
					grandchild.neighbours);
			assertThat(json(root))
				.isEqualTo("{\"id\":1,\"children\":[{\"id\":2,\"children\":[{\"id\":3,\"children\":[],"
						+ "\"neighbours\":[]}],\"neighbours\":[{\"id\":3,\"children\":[],\"neighbours\":[]}]}],"
						+ "\"neighbours\":[]}");
		}

		@Test
		void terminatesWhenAnEntityIsItsOwnChild() {
			Node node = new Node(1L);
			node.children.add(node);
			read(node.children);
			assertThat(json(node)).isEqualTo("{\"id\":1,\"children\":[]}");
		}

		@Test
		void terminatesThroughPlainProperties() {
			Node node = new Node(1L);
			Order order = new Order(2L, new Item(node));
			node.orders.add(order);
			read(node.orders);
			assertThat(json(order)).isEqualTo("{\"id\":2,\"item\":{\"node\":{\"id\":1,\"orders\":[]}}}");
		}

		@Test
		void terminatesWhenItBecomesATree() {
			Node node = new Node(1L);
			node.children.add(node);
			read(node.children);
			assertThat(InverseofModuleTests.this.mapper.valueToTree(node).toString())
				.isEqualTo("{\"id\":1,\"children\":[]}");
		}

		@Test
		void writesElementsAsTheirTypesSay() {
			Zoo zoo = new Zoo();
			zoo.animals.add(new Dog());
			read(zoo.animals);
			assertThat(json(zoo)).isEqualTo("{\"animals\":[{\"kind\":\"dog\",\"name\":\"Rex\",\"zoo\":null}]}");
		}

		@Test
		void appliesAnnotationsOfThePropertyToElements() {
			Trimmed trimmed = new Trimmed();
			trimmed.posts.add(new Post(2L));
			read(trimmed.posts);
			assertThat(json(trimmed)).isEqualTo("{\"posts\":[{\"id\":2,\"reviewer\":null}]}");
		}

		@Test
		void isWrittenInOtherObjectsWhenItWasRead() {
			Author author = author(1L);
			author.drafts.add(new Post(2L));
			read(author.drafts);
			String expected = "[{\"id\":2,\"author\":1,\"editor\":null,\"reviewer\":null}]";
			assertThat(json(author.drafts)).isEqualTo(expected);
			assertThat(json(new Holder(author.drafts))).isEqualTo("{\"value\":" + expected + "}");
			assertThat(json(new Page(author.drafts))).isEqualTo("{\"posts\":" + expected + "}");
		}

		@Test
		void isNullInOtherObjectsUnlessItWasRead() {
			Author author = author(1L);
			assertThat(json(author.drafts)).isEqualTo("null");
			assertThat(json(new Page(author.drafts))).isEqualTo("{\"posts\":null}");
		}

		private Author author(Long id) {
			Author author = new Author();
			author.id = id;
			return author;
		}

	}

	@Nested
	class HasOneTests {

		@Test
		void isLeftOutUnlessItWasReadOrAssigned() {
			assertThat(json(new Person(1L))).isEqualTo("{\"id\":1}");
		}

		@Test
		void isWrittenWhenItOptsIn() {
			Person person = new Person(1L);
			person.passport.set(new Passport(2L));
			person.secret.set(new Passport(3L));
			assertThat(json(person)).isEqualTo("{\"id\":1,\"passport\":{\"id\":2,\"person\":1}}");
		}

		@Test
		void isNullWhenItWasReadAndIsEmpty() {
			Person person = new Person(1L);
			person.passport.set(new Passport(2L));
			person.passport.set(null);
			assertThat(json(person)).isEqualTo("{\"id\":1,\"passport\":null}");
		}

		@Test
		void leavesOutWhatIsBeingWritten() {
			Person first = new Person(1L);
			Person second = new Person(2L);
			first.partner.set(second);
			second.partner.set(first);
			assertThat(json(first)).isEqualTo("{\"id\":1,\"partner\":{\"id\":2}}");
			assertThat(json(Arrays.asList(first, second)))
				.isEqualTo("[{\"id\":1,\"partner\":{\"id\":2}},{\"id\":2,\"partner\":{\"id\":1}}]");
		}

		@Test
		void isWrittenInOtherObjectsWhenItWasAssigned() {
			Person person = new Person(1L);
			assertThat(json(new Holder(person.secret))).isEqualTo("{\"value\":null}");
			person.secret.set(new Passport(3L));
			assertThat(json(new Holder(person.secret))).isEqualTo("{\"value\":{\"id\":3,\"person\":1}}");
		}

	}

	private static void read(HasMany<?>... associations) {
		for (HasMany<?> association : associations) {
			association.size();
		}
	}

	static class Author {

		@Id
		public Long id;

		@JsonProperty
		private final HasMany<Post> posts = hasMany(this);

		private final HasMany<Post> drafts = hasMany(this);

		private final HasMany<Post> archive = hasMany(this);

		public HasMany<Post> getDrafts() {
			return this.drafts;
		}

		public List<Post> getArchive() {
			return this.archive;
		}

	}

	static class Post {

		@Id
		public Long id;

		private final BelongsTo<Author, Long> author = belongsTo(this);

		private final BelongsTo<Author, Long> editor = belongsTo(this);

		private final BelongsTo<Author, Long> reviewer = belongsTo(this);

		private final BelongsTo<Author, Long> hidden = belongsTo(this);

		Post(Long id) {
			this.id = id;
		}

		public BelongsTo<Author, Long> author() {
			return this.author;
		}

		public Author getEditor() {
			return this.editor.get();
		}

		public Optional<Author> getReviewer() {
			return this.reviewer.optional();
		}

		BelongsTo<Author, Long> hidden() {
			return this.hidden;
		}

	}

	record Comment(@Id Long id, BelongsTo<Post, Long> post) {
	}

	@JsonFormat(shape = JsonFormat.Shape.ARRAY)
	record Row(@Id Long id, BelongsTo<Post, Long> post) {
	}

	record StockId(String branch, Integer shelf) {
	}

	record Stock(@Id StockId id, BelongsTo<Stock, StockId> origin) {
	}

	record Holder(Object value) {
	}

	record Page(List<Post> posts) {
	}

	static class Annotated {

		@JsonProperty
		@JsonFormat(shape = JsonFormat.Shape.STRING)
		@JsonInclude(JsonInclude.Include.NON_NULL)
		private final BelongsTo<Author, Long> formatted = belongsTo(this);

		@JsonIgnore
		private final BelongsTo<Author, Long> ignored = belongsTo(this);

		@JsonProperty("named")
		@JsonInclude(JsonInclude.Include.NON_NULL)
		private final BelongsTo<Author, Long> renamed = belongsTo(this);

		@JsonInclude(JsonInclude.Include.NON_NULL)
		private final BelongsTo<Author, Long> sparse = belongsTo(this);

		private final BelongsTo<Author, Long> custom = belongsTo(this);

		public BelongsTo<Author, Long> ignored() {
			return this.ignored;
		}

		public BelongsTo<Author, Long> renamed() {
			return this.renamed;
		}

		public BelongsTo<Author, Long> sparse() {
			return this.sparse;
		}

		@JsonSerialize(using = Numbering.class)
		@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = EmptyFilter.class)
		public BelongsTo<Author, Long> getCustom() {
			return this.custom;
		}

	}

	static class EmptyFilter {

		@Override
		public boolean equals(Object obj) {
			return obj instanceof BelongsTo<?, ?> reference && reference.getId() == null;
		}

		@Override
		public int hashCode() {
			return 0;
		}

	}

	static class Numbering extends StdSerializer<BelongsTo<?, ?>> {

		Numbering() {
			super(BelongsTo.class);
		}

		@Override
		public void serialize(BelongsTo<?, ?> value, JsonGenerator generator, SerializationContext context) {
			generator.writeString("number " + value.getId());
		}

	}

	static class Shipment {

		private final BelongsTo<Author, Long> homePort = belongsTo(this);

		public BelongsTo<Author, Long> homePort() {
			return this.homePort;
		}

	}

	interface Public {

	}

	interface Internal {

	}

	static class Viewed {

		@JsonView(Internal.class)
		@JsonProperty
		private final BelongsTo<Author, Long> secret = belongsTo(this);

		@JsonView(Public.class)
		@JsonProperty
		private final BelongsTo<Author, Long> open = belongsTo(this);

	}

	static class Node {

		@Id
		public Long id;

		@JsonProperty
		private final HasMany<Node> children = hasMany(this);

		@JsonProperty
		private final HasMany<Node> neighbours = hasMany(this);

		@JsonProperty
		private final HasMany<Order> orders = hasMany(this);

		Node(Long id) {
			this.id = id;
		}

	}

	static class Order {

		@Id
		public Long id;

		public Item item;

		Order(Long id, Item item) {
			this.id = id;
			this.item = item;
		}

	}

	record Item(Node node) {
	}

	static class Zoo {

		@JsonProperty
		private final HasMany<Animal> animals = hasMany(this);

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	abstract static class Animal {

		@JsonProperty
		private final BelongsTo<Zoo, Long> zoo = belongsTo(this);

	}

	@JsonTypeName("dog")
	static class Dog extends Animal {

		public String name = "Rex";

	}

	static class Trimmed {

		@JsonProperty
		@JsonIgnoreProperties({ "author", "editor" })
		private final HasMany<Post> posts = hasMany(this);

	}

	static class Person {

		@Id
		public Long id;

		private final HasOne<Passport> passport = hasOne(this);

		private final HasOne<Passport> secret = hasOne(this);

		@JsonProperty
		private final HasOne<Person> partner = hasOne(this);

		Person(Long id) {
			this.id = id;
		}

		@JsonProperty
		public Passport getPassport() {
			return this.passport.get();
		}

		public HasOne<Passport> getSecret() {
			return this.secret;
		}

	}

	record Passport(@Id Long id, BelongsTo<Person, Long> person) {

		Passport(Long id) {
			this(id, BelongsTo.empty());
		}

	}

}
