package io.inverseof.it.siblings.memory;

import java.io.Serializable;
import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Boxes with papers.
 */
@TestDomain
class Archive {

	static final String SCHEMA = """
			drop table if exists cover;
			drop table if exists label;
			drop table if exists paper;
			drop table if exists box;
			create table box(id bigint primary key, label varchar(50));
			create table paper(id bigint primary key, title varchar(50), box_id bigint);
			create table label(id bigint primary key, paper_id bigint, cover_id bigint);
			create table cover(id bigint primary key, box_id bigint);
			""";

	static class Box implements Serializable {

		private static final long serialVersionUID = 1L;

		@Id
		public @Nullable Long id;

		public @Nullable String label;

		@JsonProperty
		final HasMany<Paper> papers = hasMany(this);

		@JsonProperty
		final HasOne<Cover> cover = hasOne(this);

	}

	static class Paper implements Serializable {

		private static final long serialVersionUID = 1L;

		@Id
		public @Nullable Long id;

		public @Nullable String title;

		final BelongsTo<Box, Long> box = belongsTo(this);

	}

	static class Cover implements Serializable {

		private static final long serialVersionUID = 1L;

		@Id
		public @Nullable Long id;

		final BelongsTo<Box, Long> box = belongsTo(this);

	}

	static class Label {

		@Id
		@Nullable Long id;

		final BelongsTo<Paper, Long> paper = belongsTo(this);

		final BelongsTo<Cover, Long> cover = belongsTo(this);

	}

	interface Labels extends ListCrudRepository<Label, Long> {

	}

	interface Boxes extends ListCrudRepository<Box, Long> {

		List<Box> findByOrderById();

	}

	interface Papers extends ListCrudRepository<Paper, Long> {

		List<Paper> findByOrderById();

	}

}
