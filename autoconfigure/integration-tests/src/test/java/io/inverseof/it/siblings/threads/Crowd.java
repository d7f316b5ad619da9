package io.inverseof.it.siblings.threads;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Authors and posts.
 */
@TestDomain
class Crowd {

	static final String SCHEMA = """
			drop table if exists post;
			drop table if exists author;
			create table author(id bigint primary key, name varchar(50));
			create table post(id bigint primary key, author_id bigint);
			""";

	static class Author {

		@Id
		@Nullable Long id;

		@Nullable String name;

		final HasMany<Post> posts = hasMany(this);

		final HasOne<Post> oldest = hasOne(this);

	}

	static class Post {

		@Id
		@Nullable Long id;

		final BelongsTo<Author, Long> author = belongsTo(this);

	}

	interface Authors extends ListCrudRepository<Author, Long> {

		List<Author> findByOrderById();

	}

	interface Posts extends ListCrudRepository<Post, Long> {

		List<Post> findByOrderById();

	}

}
