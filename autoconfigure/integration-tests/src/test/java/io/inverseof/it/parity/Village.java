package io.inverseof.it.parity;

import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.ScopedBy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * People with one portrait and many hobbies, which magazines write about.
 */
final class Village {

	private Village() {
	}

	static class Person {

		@Id
		@Nullable Long id;

		@Nullable String name;

		final HasOne<Portrait> portrait = hasOne(this);

		final HasMany<Hobby> hobbies = hasMany(this);

		@ScopedBy(Outdoors.class)
		final HasMany<Hobby> outdoorHobbies = hasMany(this);

		@ForeignKey("sender_id")
		final HasMany<Letter> sent = hasMany(this);

		@ForeignKey("recipient_id")
		final HasMany<Letter> received = hasMany(this);

		final HasMany<Licence> licences = hasMany(this);

		final HasMany<Note> notes = hasMany(this);

		static Person named(String name) {
			Person person = new Person();
			person.name = name;
			return person;
		}

	}

	static class Portrait {

		@Id
		@Nullable Long id;

		@Nullable String description;

		final BelongsTo<Person, Long> person = belongsTo(this);

		static Portrait described(String description) {
			Portrait portrait = new Portrait();
			portrait.description = description;
			return portrait;
		}

	}

	static class Hobby {

		@Id
		@Nullable Long id;

		@NotBlank
		@Nullable String topic;

		boolean outdoors;

		@NotNull
		final BelongsTo<Person, Long> person = belongsTo(this);

		final BelongsTo<Magazine, Long> magazine = belongsTo(this);

		final HasMany<Tool> tools = hasMany(this);

		static Hobby about(String topic) {
			Hobby hobby = new Hobby();
			hobby.topic = topic;
			return hobby;
		}

	}

	static class Tool {

		@Id
		@Nullable Long id;

		@Nullable String name;

		final BelongsTo<Hobby, Long> hobby = belongsTo(this);

	}

	static class Letter {

		@Id
		@Nullable Long id;

		@Nullable String text;

		final BelongsTo<Person, Long> sender = belongsTo(this);

		final BelongsTo<Person, Long> recipient = belongsTo(this);

	}

	static class Magazine {

		@Id
		@Nullable Long id;

		@Nullable String title;

		final HasMany<Hobby> hobbies = hasMany(this);

		final HasMany<Article> articles = hasMany(this);

		static Magazine titled(String title) {
			Magazine magazine = new Magazine();
			magazine.title = title;
			return magazine;
		}

	}

	/** Fills {@code Magazine.articles} from the side of the key. */
	static class Article {

		@Id
		@Nullable Long id;

		@Nullable String headline;

		@InverseOf("articles")
		final BelongsTo<Magazine, Long> magazine = belongsTo(this);

		static Article headed(String headline) {
			Article article = new Article();
			article.headline = headline;
			return article;
		}

	}

	static class Folder {

		@Id
		@Nullable Long id;

		@Nullable String name;

		@InverseOf("children")
		final BelongsTo<Folder, Long> parent = belongsTo(this);

		final HasMany<Folder> children = hasMany(this);

		static Folder named(String name) {
			Folder folder = new Folder();
			folder.name = name;
			return folder;
		}

	}

	/** Cannot be without its person. */
	static class Licence {

		@Id
		@Nullable Long id;

		@Nullable String number;

		final BelongsTo<Person, Long> person = belongsTo(this);

		static Licence numbered(String number) {
			Licence licence = new Licence();
			licence.number = number;
			return licence;
		}

	}

	record Note(@Id @Nullable Long id, String text, BelongsTo<Person, Long> person) {

	}

	static class Outdoors implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("outdoors").is(true));
		}

	}

	interface People extends ListCrudRepository<Person, Long> {

	}

	interface Portraits extends ListCrudRepository<Portrait, Long> {

	}

	interface Hobbies extends ListCrudRepository<Hobby, Long> {

	}

	interface Tools extends ListCrudRepository<Tool, Long> {

	}

	interface Letters extends ListCrudRepository<Letter, Long> {

	}

	interface Magazines extends ListCrudRepository<Magazine, Long> {

	}

	interface Articles extends ListCrudRepository<Article, Long> {

	}

	interface Folders extends ListCrudRepository<Folder, Long> {

	}

	interface Licences extends ListCrudRepository<Licence, Long> {

	}

	interface Notes extends ListCrudRepository<Note, Long> {

	}

}
