package io.inverseof.it.saving.failing;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Ids from the database, three levels, a record at the end, and a version.
 */
final class Blog {

	static class Author implements Entity {

		@Id
		@Nullable Long id;

		String name = "";

		final HasMany<Post> posts = hasMany(this);

		final HasOne<Profile> profile = hasOne(this);

		static Author named(String name) {
			Author author = new Author();
			author.name = name;
			return author;
		}

		Post buildPost(String title) {
			return this.posts.build((post) -> post.title = title);
		}

		@Override
		public @Nullable Object id() {
			return this.id;
		}

		@Override
		public String label() {
			return this.name;
		}

	}

	static class Post implements Entity {

		@Id
		@Nullable Long id;

		String title = "";

		final BelongsTo<Author, Long> author = belongsTo(this);

		final HasMany<Comment> comments = hasMany(this);

		static Post titled(String title) {
			Post post = new Post();
			post.title = title;
			return post;
		}

		void comment(String body) {
			this.comments.add(new Comment(null, body, BelongsTo.to(this)));
		}

		@Override
		public @Nullable Object id() {
			return this.id;
		}

		@Override
		public String label() {
			return this.title;
		}

	}

	record Comment(@Id @Nullable Long id, String body, BelongsTo<Post, Long> post) implements Entity {

		@Override
		public String label() {
			return this.body;
		}

	}

	static class Profile implements Entity {

		@Id
		@Nullable Long id;

		@Version
		@Nullable Integer version;

		String bio = "";

		final BelongsTo<Author, Long> author = belongsTo(this);

		@Override
		public @Nullable Object id() {
			return this.id;
		}

		@Override
		public String label() {
			return this.bio;
		}

		@Override
		public @Nullable Integer version() {
			return this.version;
		}

	}

	/**
	 * Has no associations, so that nothing of ours is involved when it is saved.
	 */
	static class Tag {

		@Id
		@Nullable Long id;

		String name = "";

	}

	interface Authors extends ListCrudRepository<Author, Long> {

	}

	interface Posts extends ListCrudRepository<Post, Long> {

	}

	interface Comments extends ListCrudRepository<Comment, Long> {

	}

	interface Profiles extends ListCrudRepository<Profile, Long> {

	}

	interface Tags extends ListCrudRepository<Tag, Long> {

	}

}
