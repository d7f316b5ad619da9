package io.inverseof.it.siblings.freshness;

import java.util.List;
import java.util.function.Consumer;

import io.inverseof.it.siblings.freshness.Journal.Author;

/**
 * What may happen to the authors of posts, other than the first one.
 */
enum TargetWrite {

	CHANGE((all) -> all.authors().save(renamed(all, 2))),

	CHANGE_ALL_OF_THESE((all) -> all.authors().saveAll(List.of(renamed(all, 2), renamed(all, 3)))),

	CHANGE_BY_TEMPLATE((all) -> all.template().update(renamed(all, 2))),

	DELETE_BY_ID((all) -> all.authors().deleteById(2L)),

	DELETE((all) -> all.authors().delete(all.find(Author.class, 2))),

	DELETE_ALL_BY_ID((all) -> all.authors().deleteAllById(List.of(2L, 3L))),

	DELETE_ALL_OF_THESE((all) -> all.authors().deleteAll(List.of(all.find(Author.class, 2)))),

	DELETE_ALL((all) -> all.authors().deleteAll()),

	DELETE_BY_TEMPLATE((all) -> all.template().deleteAll(Author.class)),

	INSERT_WHAT_WAS_MISSING((all) -> {
		Author author = new Author();
		author.id = 6L;
		author.name = "a6";
		all.template().insert(author);
	}),

	INSERT_BY_QUERY((all) -> all.authors().insertSixth()),

	UPDATE_BY_QUERY((all) -> all.authors().renameSecond()),

	DELETE_BY_NAME((all) -> all.authors().deleteByName("a2"));

	private final Consumer<Repositories> write;

	TargetWrite(Consumer<Repositories> write) {
		this.write = write;
	}

	void on(Repositories repositories) {
		this.write.accept(repositories);
	}

	private static Author renamed(Repositories all, long id) {
		Author author = all.find(Author.class, id);
		author.name = "new";
		return author;
	}

}
