package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

import static org.assertj.core.api.Assertions.assertThat;

class ReflectiveEntityMappingTests {

	private final ReflectiveEntityMapping mapping = new ReflectiveEntityMapping();

	@Test
	void takesClassesWithAnIdForEntities() {
		assertThat(this.mapping.isEntity(BlogPost.class)).isTrue();
		assertThat(this.mapping.isEntity(Address.class)).isFalse();
		assertThat(this.mapping.isEntity(String.class)).isFalse();
	}

	@Test
	void knowsTheTypeOfTheId() {
		assertThat(this.mapping.idType(BlogPost.class)).isEqualTo(UUID.class);
		assertThat(this.mapping.idType(Address.class)).isNull();
	}

	@Test
	void listsTheColumnsOfTheTableInOrder() {
		assertThat(this.mapping.columns(BlogPost.class)).containsExactly("id", "blog_title", "body_text", "tags",
				"street", "ship_street", "ship_city", "country", "main_author_id", "co_author_no", "flight_carrier",
				"flight_number");
	}

	@Test
	void leavesTheColumnToThePropertyThatIsFollowed() {
		assertThat(this.mapping.columns(Letter.class)).containsExactly("id", "author_id");
	}

	@Test
	void listsTheColumnsOfACompositeId() {
		assertThat(this.mapping.columns(Flight.class)).containsExactly("carrier", "number");
	}

	@Test
	void putsThePrefixBeforeTheColumnsOfACompositeId() {
		assertThat(this.mapping.columns(Train.class)).containsExactly("train_carrier", "train_number");
		assertThat(this.mapping.conventionalForeignKey(Train.class)).containsExactly("train_train_carrier",
				"train_train_number");
	}

	@Test
	void namesTheForeignKeyAfterTheClassAndNotItsTable() {
		assertThat(this.mapping.conventionalForeignKey(BlogPost.class)).containsExactly("blog_post_id");
		assertThat(this.mapping.conventionalForeignKey(Flight.class)).containsExactly("flight_carrier",
				"flight_number");
	}

	@Test
	void findsThePlainPropertyOfAColumnIgnoringCase() {
		assertThat(this.mapping.plainProperty(BlogPost.class, "BLOG_TITLE")).extracting(Field::getName)
			.isEqualTo("title");
		assertThat(this.mapping.plainProperty(BlogPost.class, "ship_street")).extracting(Field::getName)
			.isEqualTo("street");
	}

	@Test
	void hasNoPlainPropertyForTheColumnOfAnAssociation() {
		assertThat(this.mapping.plainProperty(BlogPost.class, "main_author_id")).isNull();
		assertThat(this.mapping.plainProperty(BlogPost.class, "nothing")).isNull();
	}

	@Test
	void findsTheColumnsOfABelongsTo() {
		assertThat(this.mapping.belongsToColumns(BlogPost.class, path(BlogPost.class, "mainAuthor")))
			.containsExactly("main_author_id");
		assertThat(this.mapping.belongsToColumns(BlogPost.class, path(BlogPost.class, "coAuthor")))
			.containsExactly("co_author_no");
		assertThat(this.mapping.belongsToColumns(BlogPost.class, path(BlogPost.class, "flight")))
			.containsExactly("flight_carrier", "flight_number");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "id", "title", "mainAuthor", "mainAuthor.id", "flight.id", "home.street", "shipping.city" })
	void knowsProperties(String path) {
		assertThat(this.mapping.hasProperty(BlogPost.class, path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "titel", "blog_title", "mainAuthor.name", "home", "home.streets", "comments", "profile",
			"draft", "LIMIT", "title.id", "" })
	void doesNotKnowOtherNames(String path) {
		assertThat(this.mapping.hasProperty(BlogPost.class, path)).isFalse();
	}

	@Test
	void listsTheNamesOfProperties() {
		assertThat(this.mapping.properties(Flight.class)).containsExactly("id.carrier", "id.number");
		assertThat(this.mapping.properties(Letter.class)).containsExactly("id", "authorId", "author");
	}

	@Test
	void resolvesGenericSuperclasses() {
		assertThat(this.mapping.columns(Passenger.class)).containsExactly("id", "owner_carrier", "owner_number");
	}

	private static List<Field> path(Class<?> type, String name) {
		return Arrays.stream(type.getDeclaredFields()).filter((field) -> field.getName().equals(name)).toList();
	}

	static class Author {

		@Id
		Long id;

	}

	record Address(String street, @Transient String formatted) {
	}

	static class Shipping {

		String street;

		String city;

	}

	@Table("posts")
	static class BlogPost {

		static final int LIMIT = 3;

		@Id
		UUID id;

		@Column("blog_title")
		String title;

		String bodyText;

		List<String> tags;

		List<Address> addresses;

		Map<String, String> settings;

		@Embedded(onEmpty = OnEmpty.USE_NULL)
		Address home;

		@Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "ship_")
		Shipping shipping;

		AggregateReference<Author, Long> country;

		@Transient
		boolean draft;

		Author reviewer;

		BelongsTo<Author, Long> mainAuthor;

		@Column("co_author_no")
		BelongsTo<Author, Long> coAuthor;

		BelongsTo<Flight, FlightId> flight;

		HasMany<Letter> comments;

		HasOne<Letter> profile;

	}

	record Letter(@Id Long id, Long authorId, @ForeignKey("author_id") BelongsTo<Author, Long> author) {
	}

	record FlightId(String carrier, int number) {
	}

	record Flight(@Id FlightId id) {
	}

	record Train(@Id @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "train_") FlightId id) {
	}

	abstract static class Owned<T, ID> {

		@Id
		Long id;

		BelongsTo<T, ID> owner;

	}

	static class Passenger extends Owned<Flight, FlightId> {

	}

}
