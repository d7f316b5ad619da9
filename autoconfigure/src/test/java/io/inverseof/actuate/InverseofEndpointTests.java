package io.inverseof.actuate;

import java.util.List;

import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.NoInverse;
import io.inverseof.ScopedBy;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.LoadDefaults;
import io.inverseof.model.ReflectiveEntityMapping;
import io.inverseof.model.Violations;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link InverseofEndpoint}.
 */
class InverseofEndpointTests {

	@Test
	void describesBothSides() {
		List<AssociationDescriptor> associations = describe(Author.class, Post.class);
		assertThat(associations).filteredOn((association) -> association.association().equals("Author.posts"))
			.singleElement()
			.satisfies((posts) -> {
				assertThat(posts.kind()).isEqualTo("has-many");
				assertThat(posts.target()).isEqualTo("Post");
				assertThat(posts.foreignKey()).containsExactly("author_id");
				assertThat(posts.scope()).isNull();
				assertThat(posts.inverse()).isEqualTo("Post.author");
				assertThat(posts.reason()).endsWith(".");
			});
		assertThat(associations).filteredOn((association) -> association.association().equals("Post.author"))
			.singleElement()
			.satisfies((author) -> {
				assertThat(author.kind()).isEqualTo("belongs-to");
				assertThat(author.target()).isEqualTo("Author");
				assertThat(author.foreignKey()).containsExactly("author_id");
				assertThat(author.inverse()).isNull();
				assertThat(author.reason()).endsWith(".");
			});
	}

	@Test
	void namesScopes() {
		assertThat(describe(Author.class, Post.class))
			.extracting(AssociationDescriptor::association, AssociationDescriptor::scope)
			.contains(tuple("Author.drafts", "Drafts"));
	}

	@Test
	void ordersByOwnerThenDeclaration() {
		assertThat(describe(Post.class, Author.class)).extracting(AssociationDescriptor::association)
			.containsExactly("Author.posts", "Author.drafts", "Author.hidden", "Post.author");
	}

	@Test
	void writesFullNamesOfClassesThatShareASimpleName() {
		assertThat(describe(Author.class, Post.class, Archive.Author.class, Archive.Entry.class))
			.extracting(AssociationDescriptor::association, AssociationDescriptor::target,
					AssociationDescriptor::inverse)
			.contains(tuple(Author.class.getName() + ".posts", "Post", "Post.author"),
					tuple("Post.author", Author.class.getName(), null),
					tuple("Entry.author", Archive.Author.class.getName(), null),
					tuple(Archive.Author.class.getName() + ".entries", "Entry", "Entry.author"));
	}

	@Test
	void showsFlagsInTheirOrder() {
		List<FlagDescriptor> flags = List.of(new FlagDescriptor("b", true, "default"),
				new FlagDescriptor("a", "8.1", "application"));
		assertThat(new InverseofEndpoint(() -> model(Author.class, Post.class), flags).inverseof().flags())
			.isEqualTo(flags);
	}

	private static List<AssociationDescriptor> describe(Class<?>... entities) {
		return new InverseofEndpoint(() -> model(entities), List.of()).inverseof().associations();
	}

	private static AssociationModel model(Class<?>... entities) {
		Violations violations = new Violations();
		AssociationModel model = AssociationModel.of(List.of(entities), new ReflectiveEntityMapping(),
				BeanUtils::instantiateClass, LoadDefaults.LATEST.flags(), violations);
		violations.throwIfAny();
		return model;
	}

	static class Author {

		@Id
		Long id;

		final HasMany<Post> posts = hasMany(this);

		@ScopedBy(Drafts.class)
		final HasMany<Post> drafts = hasMany(this);

		@NoInverse
		final HasMany<Post> hidden = hasMany(this);

	}

	static class Post {

		@Id
		Long id;

		boolean draft;

		final BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Archive {

		static class Author {

			@Id
			Long id;

			final HasMany<Entry> entries = hasMany(this);

		}

		static class Entry {

			@Id
			Long id;

			final BelongsTo<Author, Long> author = belongsTo(this);

		}

	}

	static class Drafts implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("draft").is(true)).sort(Sort.by("id"));
		}

	}

}
