package io.inverseof.model;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Persistable;

import static org.assertj.core.api.Assertions.assertThat;

class EntityIdsTests {

	@Test
	void readsTheField() {
		Author author = new Author();
		author.id = 7L;
		assertThat(EntityIds.idOf(author)).isEqualTo(7L);
		assertThat(EntityIds.idType(Author.class)).isEqualTo(Long.class);
		assertThat(EntityIds.hasId(Author.class)).isTrue();
	}

	@Test
	void readsAnInheritedField() {
		Novelist novelist = new Novelist();
		novelist.id = 8L;
		assertThat(EntityIds.idOf(novelist)).isEqualTo(8L);
	}

	@Test
	void readsARecord() {
		assertThat(EntityIds.idOf(new Comment(9L))).isEqualTo(9L);
	}

	@Test
	void readsAFieldThatIsAnnotatedByAnotherAnnotation() {
		assertThat(EntityIds.idOf(new Tagged("x"))).isEqualTo("x");
	}

	@Test
	void resolvesAGenericType() {
		assertThat(EntityIds.idType(Ticket.class)).isEqualTo(UUID.class);
	}

	@Test
	void asksAPersistableFirst() {
		assertThat(EntityIds.idOf(new Document())).isEqualTo("from method");
		assertThat(EntityIds.idType(Document.class)).isEqualTo(String.class);
	}

	@Test
	void knowsThatAPersistableHasAnId() {
		assertThat(EntityIds.hasId(Bare.class)).isTrue();
		assertThat(EntityIds.idType(Bare.class)).isEqualTo(Integer.class);
	}

	@Test
	void hasNoIdBeforeItIsSet() {
		assertThat(EntityIds.idOf(new Author())).isNull();
	}

	@Test
	void takesAPrimitiveZeroForNone() {
		Counter counter = new Counter();
		assertThat(EntityIds.idOf(counter)).isNull();
		counter.id = 1;
		assertThat(EntityIds.idOf(counter)).isEqualTo(1L);
	}

	@Test
	void takesAWrappedZeroForAnId() {
		Author author = new Author();
		author.id = 0L;
		assertThat(EntityIds.idOf(author)).isEqualTo(0L);
	}

	@Test
	void findsNothingInOtherClasses() {
		assertThat(EntityIds.hasId(String.class)).isFalse();
		assertThat(EntityIds.idType(String.class)).isNull();
		assertThat(EntityIds.idOf("text")).isNull();
	}

	static class Author {

		@Id
		@Nullable Long id;

	}

	static class Novelist extends Author {

		@Nullable String genre;

	}

	record Comment(@Id Long id) {
	}

	static class Counter {

		@Id
		long id;

	}

	abstract static class Base<ID> {

		@Id
		@Nullable ID id;

	}

	static class Ticket extends Base<UUID> {

	}

	@Id
	@Retention(RetentionPolicy.RUNTIME)
	@interface Key {

	}

	record Tagged(@Key String id) {
	}

	static class Document implements Persistable<String> {

		@Id
		String id = "from field";

		@Override
		public String getId() {
			return "from method";
		}

		@Override
		public boolean isNew() {
			return true;
		}

	}

	static class Bare implements Persistable<Integer> {

		@Override
		public Integer getId() {
			return 1;
		}

		@Override
		public boolean isNew() {
			return true;
		}

	}

}
