package io.inverseof.it.truth;

import io.inverseof.AssociationScope;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.ScopedBy;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Has several associations on one key, with scopes of every shape, and one on another key
 * of the same class.
 */
class Author implements Labelled {

	@Id
	@Nullable Long id;

	String name = "";

	final HasOne<Profile> profile = hasOne(this);

	@ForeignKey("author_id")
	final HasMany<Post> posts = hasMany(this);

	@ForeignKey("editor_id")
	final HasMany<Post> edited = hasMany(this);

	@ForeignKey("author_id")
	@ScopedBy(Published.class)
	final HasMany<Post> published = hasMany(this);

	@ForeignKey("author_id")
	@ScopedBy(ByTitle.class)
	final HasMany<Post> byTitle = hasMany(this);

	@ForeignKey("author_id")
	@ScopedBy(LatestTwo.class)
	final HasMany<Post> latestTwo = hasMany(this);

	@ForeignKey("author_id")
	@ScopedBy(ByTitle.class)
	final HasOne<Post> firstByTitle = hasOne(this);

	@Override
	public @Nullable Long id() {
		return this.id;
	}

	@Override
	public String label() {
		return this.name;
	}

	@Override
	public void relabel(String label) {
		this.name = label;
	}

	static class Published implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("published").is(true));
		}

	}

	static class ByTitle implements AssociationScope {

		@Override
		public Query query() {
			return Query.empty().sort(Sort.by("title").descending());
		}

	}

	static class LatestTwo implements AssociationScope {

		@Override
		public Query query() {
			return Query.empty().sort(Sort.by("id").descending()).limit(2);
		}

	}

}
