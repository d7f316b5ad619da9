package io.inverseof.holder;

import java.io.Serializable;

import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import io.inverseof.ScopedBy;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * The domain of the tests that work in memory alone.
 */
final class Blog {

	private Blog() {
	}

	static class Author implements Serializable {

		@Id
		@Nullable Long id;

		@Nullable String name;

		final HasMany<Post> posts = hasMany(this);

		@ForeignKey("reviewer_id")
		final HasMany<Post> reviews = hasMany(this);

		@ScopedBy(Published.class)
		final HasMany<Post> published = hasMany(this);

		@ScopedBy(ByTitle.class)
		final HasMany<Post> sorted = hasMany(this);

		final HasOne<Profile> profile = hasOne(this);

		final HasMany<Note> notes = hasMany(this);

		@NoInverse
		final HasMany<Letter> letters = hasMany(this);

		static Author of(@Nullable Long id) {
			Author author = new Author();
			author.id = id;
			return author;
		}

	}

	static class Post implements Serializable {

		@Id
		@Nullable Long id;

		@Nullable String title;

		final BelongsTo<Author, Long> author = belongsTo(this);

		final BelongsTo<Author, Long> reviewer = belongsTo(this);

		final HasMany<Comment> comments = hasMany(this);

		static Post of(@Nullable Long id) {
			Post post = new Post();
			post.id = id;
			return post;
		}

	}

	record Comment(@Id @Nullable Long id, String body, BelongsTo<Post, Long> post) implements Serializable {

		static Comment on(Post post) {
			return new Comment(null, "good", BelongsTo.to(post));
		}

	}

	static class Profile implements Serializable {

		@Id
		@Nullable Long id;

		final BelongsTo<Author, Long> author = belongsTo(this);

	}

	/** Fills {@code Author.notes} from the side of the key. */
	static class Note {

		@Id
		@Nullable Long id;

		@InverseOf("notes")
		final BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Letter {

		@Id
		@Nullable Long id;

		final BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Category {

		@Id
		@Nullable Long id;

		@InverseOf("children")
		final BelongsTo<Category, Long> parent = belongsTo(this);

		final HasMany<Category> children = hasMany(this);

	}

	static class Published implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("title").isNotNull());
		}

	}

	static class ByTitle implements AssociationScope {

		@Override
		public Query query() {
			return Query.empty().sort(Sort.by("title"));
		}

	}

}
