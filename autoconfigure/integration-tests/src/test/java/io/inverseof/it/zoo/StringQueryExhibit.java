package io.inverseof.it.zoo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;

/**
 * Queries in SQL: parameters, results of all shapes, row mappers and extractors,
 * modifying ones.
 */
final class StringQueryExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE book (id ${identity}, title VARCHAR(100), pages INT, genre VARCHAR(20), mood VARCHAR(20));
				CREATE TABLE chapter (book BIGINT, text VARCHAR(100));
				CREATE TABLE cover (book BIGINT, color VARCHAR(100));
				""";
	}

	@Scene
	void bindsParameters(Visit visit) {
		Books books = books(visit);
		visit.saw(books.byTitle("Apes"));
		visit.saw(books.byTitles(List.of("Apes", "Bees")));
		visit.saw(books.byMood(ValueExhibit.Mood.WILD));
		visit.saw(books.byMoods(List.of(ValueExhibit.Mood.WILD, ValueExhibit.Mood.CALM)));
		visit.saw(books.byBook(new Book("Bees", 2, null)));
		visit.saw(books.byPages(List.<Object[]>of(new Object[] { "Apes", 100 })));
	}

	@Scene
	void returnsResultsOfEveryShape(Visit visit) {
		Books books = books(visit);
		visit.saw(books.oneByTitle("Apes"));
		visit.saw(books.oneByTitle("Nothing"));
		visit.saw(books.optionalByTitle("Apes"));
		visit.saw(books.optionalByTitle("Nothing"));
		visit.saw(books.titles());
		visit.saw(books.total());
		visit.saw(books.isLong("Apes"));
		visit.saw(books.summaries());
		visit.saw(books.summary("Bees"));
		visit.sawFailure(() -> books.views());
		visit.saw(books.moods());
		visit.sawFailure(() -> books.tooMany());
		visit.sawFailure(() -> books.oneTotalOf("Nothing"));
	}

	@Scene
	void streamsResults(Visit visit) {
		Books books = books(visit);
		try (Stream<Book> stream = books.stream()) {
			visit.saw(stream.map((book) -> book.title).toList());
		}
		try (Stream<BookSummary> stream = books.streamedSummaries()) {
			visit.saw(stream.toList());
		}
	}

	@Scene
	void usesRowMappersAndExtractors(Visit visit) {
		Books books = books(visit);
		visit.saw(books.mapped());
		visit.saw(books.mappedByBean());
		visit.saw(books.extracted());
		visit.saw(books.extractedWithMapper());
		visit.saw(books.extractedByBean());
	}

	@Scene
	void readsPartsOfEntitiesAndMoreThanEntities(Visit visit) {
		Books books = books(visit);
		visit.saw(books.partly());
		visit.sawFailure(() -> books.withoutId());
		visit.saw(books.joined());
		visit.sawFailure(() -> books.renamed());
	}

	@Scene
	void modifiesRows(Visit visit) {
		Books books = books(visit);
		visit.saw(books.lengthen(10));
		visit.saw(books.rename("Apes", "Monkeys"));
		visit.saw(books.rename("Nothing", "Anything"));
		books.forget("Bees");
		visit.saw(books.findAll());
	}

	@Scene
	void projectsDynamically(Visit visit) {
		Books books = books(visit);
		visit.saw(books.dynamic(BookView.class));
		visit.saw(books.dynamic(BookSummary.class));
		visit.saw(books.dynamic(Book.class));
	}

	@Scene(inTransaction = false)
	void failsOnWrongSqlAndWrongValues(Visit visit) {
		Books books = books(visit);
		visit.sawFailure(books::wrong);
		visit.sawFailure(books::wrongType);
		visit.sawFailure(() -> books.missingParameter("x"));
		visit.sawFailure(books::wrongModification);
		visit.saw(books.count());
	}

	private static Books books(Visit visit) {
		Books books = visit.get(Books.class);
		Book apes = new Book("Apes", 100, ValueExhibit.Mood.WILD);
		apes.chapters.add(new Chapter("one"));
		apes.chapters.add(new Chapter("two"));
		apes.cover = new Cover("red");
		books.saveAll(List.of(apes, new Book("Bees", 50, ValueExhibit.Mood.CALM)));
		return books;
	}

	interface Books extends ListCrudRepository<Book, Long> {

		@Query("SELECT * FROM book WHERE title = :title")
		List<Book> byTitle(@Param("title") String name);

		@Query("SELECT * FROM book WHERE title IN (:titles) ORDER BY id")
		Set<Book> byTitles(Collection<String> titles);

		@Query("SELECT * FROM book WHERE mood = :mood")
		List<Book> byMood(ValueExhibit.Mood mood);

		@Query("SELECT * FROM book WHERE mood IN (:moods) ORDER BY id")
		List<Book> byMoods(List<ValueExhibit.Mood> moods);

		@Query("SELECT * FROM book WHERE title = :#{#book.title}")
		List<Book> byBook(Book book);

		@Query("SELECT * FROM book WHERE (title, pages) IN (:pairs)")
		List<Book> byPages(List<Object[]> pairs);

		@Query("SELECT * FROM book WHERE title = :title")
		@Nullable Book oneByTitle(String title);

		@Query("SELECT * FROM book WHERE title = :title")
		Optional<Book> optionalByTitle(String title);

		@Query("SELECT title FROM book ORDER BY title")
		List<String> titles();

		@Query("SELECT sum(pages) FROM book")
		long total();

		@Query("SELECT pages FROM book WHERE title = :title")
		int oneTotalOf(String title);

		@Query("SELECT pages > 60 FROM book WHERE title = :title")
		boolean isLong(String title);

		@Query("SELECT mood FROM book ORDER BY id")
		List<ValueExhibit.Mood> moods();

		@Query("SELECT title, pages FROM book ORDER BY id")
		List<BookSummary> summaries();

		@Query("SELECT title, pages FROM book WHERE title = :title")
		Optional<BookSummary> summary(String title);

		@Query("SELECT title, pages FROM book ORDER BY id")
		List<BookView> views();

		@Query("SELECT * FROM book")
		Book tooMany();

		@Query("SELECT * FROM book ORDER BY id")
		Stream<Book> stream();

		@Query("SELECT title, pages FROM book ORDER BY id")
		Stream<BookSummary> streamedSummaries();

		@Query(value = "SELECT * FROM book ORDER BY id", rowMapperClass = HeadlineMapper.class)
		List<Headline> mapped();

		@Query(value = "SELECT * FROM book ORDER BY id", rowMapperRef = "headlineMapper")
		List<Headline> mappedByBean();

		@Query(value = "SELECT * FROM book ORDER BY id", resultSetExtractorClass = PagesByTitle.class)
		Map<String, Integer> extracted();

		@Query(value = "SELECT * FROM book ORDER BY id", resultSetExtractorClass = LastOfThem.class)
		Book extractedWithMapper();

		@Query(value = "SELECT * FROM book", resultSetExtractorRef = "pageCounter")
		Integer extractedByBean();

		@Query("SELECT id, title FROM book ORDER BY id")
		List<Book> partly();

		@Query("SELECT title, pages FROM book ORDER BY id")
		List<Book> withoutId();

		@Query("""
				SELECT b.id, b.title, b.pages, c.color AS cover_color, c.book AS cover_book, 'extra' AS extra
				FROM book b LEFT JOIN cover c ON c.book = b.id ORDER BY b.id""")
		List<Book> joined();

		@Query("SELECT id AS number, title AS name FROM book ORDER BY id")
		List<Book> renamed();

		@Modifying
		@Query("UPDATE book SET pages = pages + :more")
		int lengthen(int more);

		@Modifying
		@Query("UPDATE book SET title = :to WHERE title = :from")
		boolean rename(String from, String to);

		@Modifying
		@Query("DELETE FROM book WHERE title = :title")
		void forget(String title);

		@Query("SELECT * FROM book ORDER BY id")
		<T> List<T> dynamic(Class<T> type);

		@Query("SELECT * FROM no_such_table")
		List<Book> wrong();

		@Query("SELECT title AS pages FROM book")
		List<Book> wrongType();

		@Query("SELECT * FROM book WHERE title = :other")
		List<Book> missingParameter(String title);

		@Modifying
		@Query("UPDATE book SET nothing = 1")
		int wrongModification();

	}

	static class Book {

		@Id
		@Nullable Long id;

		@Nullable String title;

		@Nullable Integer pages;

		ValueExhibit.@Nullable Mood mood;

		Set<Chapter> chapters = new LinkedHashSet<>();

		@Nullable Cover cover;

		Book(@Nullable String title, @Nullable Integer pages, ValueExhibit.@Nullable Mood mood) {
			this.title = title;
			this.pages = pages;
			this.mood = mood;
		}

		public @Nullable String getTitle() {
			return this.title;
		}

	}

	record Chapter(String text) {

	}

	record Cover(String color) {

	}

	record BookSummary(String title, @Nullable Integer pages) {

	}

	interface BookView {

		String getTitle();

		int getPages();

	}

	record Headline(String text) {

	}

	static class HeadlineMapper implements RowMapper<Headline> {

		@Override
		public Headline mapRow(ResultSet row, int number) throws SQLException {
			return new Headline(row.getString("title").toUpperCase());
		}

	}

	static class PagesByTitle implements ResultSetExtractor<Map<String, Integer>> {

		@Override
		public Map<String, Integer> extractData(ResultSet rows) throws SQLException {
			Map<String, Integer> pages = new LinkedHashMap<>();
			while (rows.next()) {
				pages.put(rows.getString("title"), rows.getInt("pages"));
			}
			return pages;
		}

	}

	public static class LastOfThem implements ResultSetExtractor<@Nullable Book> {

		private final RowMapper<Book> mapper;

		public LastOfThem(RowMapper<Book> mapper) {
			this.mapper = mapper;
		}

		@Override
		public @Nullable Book extractData(ResultSet rows) throws SQLException {
			Book last = null;
			while (rows.next()) {
				last = this.mapper.mapRow(rows, rows.getRow());
			}
			return last;
		}

	}

}
