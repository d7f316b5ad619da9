package io.inverseof.it.siblings.callbacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.it.reading.TestDomain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.data.relational.core.mapping.event.AfterConvertEvent;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.hasMany;

/**
 * Ten authors with two posts and two notes each; callbacks replace every one of them by a
 * copy.
 */
@TestDomain
class Copies {

	static final String SCHEMA = """
			drop table if exists track;
			drop table if exists album;
			drop table if exists note;
			drop table if exists post;
			drop table if exists author;
			create table author(id bigint primary key, name varchar(50));
			create table post(id bigint primary key, title varchar(50), author_id bigint);
			create table note(id bigint primary key, body varchar(50), author_id bigint);
			create table album(id bigint primary key, author_id bigint);
			create table track(album bigint, name varchar(50));
			insert into author values (1, 'a'), (2, 'a'), (3, 'a'), (4, 'a'), (5, 'a'), (6, 'a'), (7, 'a'), (8, 'a'), (9, 'a'),
				(10, 'a');
			insert into post select id, 't', id from author;
			insert into post select id + 10, 't', id from author;
			insert into note select id, 'n', id from author;
			insert into note select id + 10, 'n', id from author;
			insert into album select id, author_id from note;
			insert into track select id, 'k' from album;
			""";

	static class Author {

		@Id
		final Long id;

		final String name;

		final HasMany<Post> posts = hasMany(this);

		final HasMany<Note> notes = hasMany(this);

		final HasMany<Album> albums = hasMany(this);

		Author(Long id, String name) {
			this.id = id;
			this.name = name;
		}

	}

	static class Post {

		@Id
		final Long id;

		final String title;

		final BelongsTo<Author, Long> author;

		Post(Long id, String title, BelongsTo<Author, Long> author) {
			this.id = id;
			this.title = title;
			this.author = author;
		}

	}

	record Note(@Id Long id, String body, BelongsTo<Author, Long> author) {
	}

	record Album(@Id Long id, Set<Track> tracks, BelongsTo<Author, Long> author) {
	}

	record Track(String name) {
	}

	@Bean
	AfterConvertCallback<Album> albums() {
		return (album) -> new Album(album.id(), album.tracks(), album.author());
	}

	@Bean
	Conversions conversions() {
		return new Conversions();
	}

	@Bean
	AfterConvertCallback<Author> authors(Conversions conversions) {
		return (author) -> {
			conversions.callbacks.add(author);
			return new Author(author.id, "copy");
		};
	}

	@Bean
	AfterConvertCallback<Post> posts(Conversions conversions) {
		return (post) -> {
			conversions.callbacks.add(post);
			return new Post(post.id, "copy", post.author);
		};
	}

	@Bean
	AfterConvertCallback<Note> notes(Conversions conversions) {
		return (note) -> {
			conversions.callbacks.add(note);
			return new Note(note.id(), "copy", note.author());
		};
	}

	/**
	 * What was converted, and which references knew their targets by then.
	 */
	static class Conversions {

		final List<Object> events = new ArrayList<>();

		final List<Object> callbacks = new ArrayList<>();

		final List<Boolean> wired = new ArrayList<>();

		@EventListener
		void on(AfterConvertEvent<?> event) {
			this.events.add(event.getEntity());
			if (event.getEntity() instanceof Post post) {
				this.wired.add(post.author.isLoaded());
			}
			if (event.getEntity() instanceof Note note) {
				this.wired.add(note.author().isLoaded());
			}
		}

		void clear() {
			this.events.clear();
			this.callbacks.clear();
			this.wired.clear();
		}

	}

	interface Authors extends ListCrudRepository<Author, Long> {

		@Query("select * from author order by id")
		List<Author> inOrder();

		List<Author> findByIdGreaterThan(long id);

	}

	interface Posts extends ListCrudRepository<Post, Long> {

		@Query("select * from post order by id")
		List<Post> inOrder();

	}

	interface Notes extends ListCrudRepository<Note, Long> {

		@Query("select * from note order by id")
		List<Note> inOrder();

	}

}
