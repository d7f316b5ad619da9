package io.inverseof.it.reading.spelling;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

@TestDomain
class Misspelt {

	@Table("Authors")
	static class Author {

		@Id
		@Nullable Long id;

		@Column("Full_Name")
		@Nullable String name;

		final HasMany<Post> posts = hasMany(this);

	}

	static class Post {

		@Id
		@Nullable Long id;

		@Column("Title")
		@Nullable String title;

		@Column("Author_Id")
		final BelongsTo<Author, Long> author = belongsTo(this);

	}

	interface AuthorRepository extends ListCrudRepository<Author, Long> {

	}

	interface PostRepository extends ListCrudRepository<Post, Long> {

	}

}
