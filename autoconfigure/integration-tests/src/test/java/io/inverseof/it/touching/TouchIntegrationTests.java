package io.inverseof.it.touching;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.it.touching.Diary.Book;
import io.inverseof.it.touching.Diary.Books;
import io.inverseof.it.touching.Diary.Circle;
import io.inverseof.it.touching.Diary.Circles;
import io.inverseof.it.touching.Diary.Clock;
import io.inverseof.it.touching.Diary.Line;
import io.inverseof.it.touching.Diary.Lines;
import io.inverseof.it.touching.Diary.Mark;
import io.inverseof.it.touching.Diary.Marks;
import io.inverseof.it.touching.Diary.Page;
import io.inverseof.it.touching.Diary.Pages;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Targets know when a row that refers to them was written.
 */
class TouchIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

		@Test
		void counterTimeAndVersionTakeOneStatement() {
			Line line = new Line();
			line.page().setId(this.page.id);
			assertThat(sent(() -> this.lines.save(line))).containsExactly(
					"insert into line (page_id, text) values (?, ?)",
					"select page.id, page.book_id from page where (page.id = any(?))",
					"update book set changed_at = ?, version = version + 1 where id = ?",
					"update page set lines_count = coalesce(lines_count, 0) + ?, updated_at = ?, version = version + 1 "
							+ "where id = ?");
		}

		@Test
		void whatIsInMemoryIsNotReadOnTheWayUp() {
			Line line = line(this.page);
			assertThat(kinds(() -> this.lines.save(line))).containsExactly("insert into line", "update book",
					"update page", "select from book", "select from page");
		}

		@Test
		void aTransactionTouchesOnce() {
			List<String> kinds = kinds(() -> this.transaction.executeWithoutResult((status) -> {
				for (int i = 0; i < 10; i++) {
					Mark mark = new Mark();
					mark.page().setId(this.page.id);
					this.marks.save(mark);
				}
			}));
			assertThat(kinds).containsOnlyOnce("update page").containsOnlyOnce("update book");
		}

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends EachDatabase {

	}

	@Nested
	@OnMariaDb
	class OnTheMariaDb extends EachDatabase {

	}

	@SpringBootTest(classes = Diary.class)
	abstract static class EachDatabase {

		@Autowired
		Books books;

		@Autowired
		Pages pages;

		@Autowired
		Lines lines;

		@Autowired
		Marks marks;

		@Autowired
		Circles circles;

		@Autowired
		Clock clock;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		Book book = new Book();

		Page page = new Page();

		Page other = new Page();

		Instant now = Instant.EPOCH;

		@BeforeEach
		void fill() {
			this.jdbc.update("update circle set next_id = null");
			this.tables.empty();
			this.book = this.books.save(new Book());
			this.page = this.pages.save(page(this.book));
			this.other = this.pages.save(page(this.book));
			this.now = this.clock.next();
		}

		private static Page page(Book book) {
			Page page = new Page();
			page.book().set(book);
			return page;
		}

		Line line(Page page) {
			Line line = new Line();
			line.page().set(page);
			return line;
		}

		List<String> sent(Runnable work) {
			return Sent.texts(this.statements, work);
		}

		List<String> kinds(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		private Page read(Page page) {
			return this.pages.findById(Objects.requireNonNull(page.id)).orElseThrow();
		}

		private Book readBook() {
			return this.books.findById(Objects.requireNonNull(this.book.id)).orElseThrow();
		}

		private static LocalDateTime local(Instant instant) {
			return LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
		}

		private void assertTouched(Page page, @Nullable Instant time) {
			assertThat(read(page).updatedAt).isEqualTo(time);
			assertThat(page.updatedAt).isEqualTo(time);
		}

		@Test
		void anInsertedLineTouchesItsPageAndTheBook() {
			this.lines.save(line(this.page));
			assertTouched(this.page, this.now);
			assertTouched(this.other, null);
			assertThat(this.book.changedAt).isEqualTo(local(this.now));
			assertThat(readBook().changedAt).isEqualTo(local(this.now));
			assertThat(this.page.linesCount).isOne();
		}

		@Test
		void versionsGoUpOnceAndStayUsable() {
			int version = Objects.requireNonNull(this.page.version);
			this.lines.save(line(this.page));
			assertThat(this.page.version).isEqualTo(version + 1);
			assertThat(read(this.page).version).isEqualTo(version + 1);
			this.pages.save(this.page);
			this.books.save(this.book);
			assertTouched(this.page, this.now);
		}

		@Test
		void anUpdatedLineTouches() {
			Line line = this.lines.save(line(this.page));
			Instant later = this.clock.next();
			line.text = "changed";
			this.lines.save(line);
			assertTouched(this.page, later);
			assertThat(this.page.linesCount).isOne();
		}

		@Test
		void aDeletedLineTouches() {
			Line line = this.lines.save(line(this.page));
			Instant later = this.clock.next();
			this.lines.delete(line);
			assertTouched(this.page, later);
			assertThat(this.page.linesCount).isZero();
		}

		@Test
		void aMovedLineTouchesBothPages() {
			Line line = this.lines.save(line(this.page));
			Instant later = this.clock.next();
			this.other.lines().add(line);
			this.pages.save(this.other);
			assertTouched(this.page, later);
			assertTouched(this.other, later);
			assertThat(List.of(this.page.linesCount, this.other.linesCount)).containsExactly(0, 1);
		}

		@Test
		void aRemovedLineTouches() {
			Line line = this.lines.save(line(this.page));
			Instant later = this.clock.next();
			line.page().set(null);
			this.lines.save(line);
			assertTouched(this.page, later);
		}

		@Test
		void aTransactionTouchesWithOneTime() {
			this.transaction.executeWithoutResult((status) -> {
				this.lines.save(line(this.page));
				this.clock.next();
				this.lines.save(line(this.page));
			});
			assertTouched(this.page, this.now);
			assertThat(read(this.page).linesCount).isEqualTo(2);
		}

		@Test
		void aUnitOfWorkTouchesWithOneTime() {
			this.unitOfWork.run(() -> {
				this.lines.save(line(this.page));
				this.clock.next();
				this.lines.save(line(this.page));
			});
			assertTouched(this.page, this.now);
			Instant later = this.clock.next();
			this.lines.save(line(this.page));
			assertTouched(this.page, later);
		}

		@Test
		void aSaveInTheSameUnitKeepsTheTime() {
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.update("update page set version = 0");
				Page stale = read(this.page);
				this.unitOfWork.clear();
				Mark mark = new Mark();
				mark.page().setId(this.page.id);
				this.marks.save(mark);
				stale.version = Objects.requireNonNull(stale.version) + 1;
				this.pages.save(stale);
			});
			assertThat(read(this.page).changedMillis).isEqualTo(this.now.toEpochMilli());
		}

		@Test
		void aRollbackTakesTheTimeBack() {
			this.transaction.executeWithoutResult((status) -> {
				this.lines.save(line(this.page));
				assertThat(this.page.updatedAt).isEqualTo(this.now);
				status.setRollbackOnly();
			});
			assertTouched(this.page, null);
			assertThat(this.book.changedAt).isNotNull().isBefore(local(this.now));
			this.pages.save(this.page);
		}

		@Test
		void circlesEnd() {
			Circle one = this.circles.save(new Circle());
			Circle two = new Circle();
			two.next().set(one);
			this.circles.save(two);
			one.next().set(two);
			this.circles.save(one);
			Instant later = this.clock.next();
			this.circles.save(two);
			assertThat(one.touchedAt).isEqualTo(later);
			assertThat(this.circles.findById(Objects.requireNonNull(two.id)).orElseThrow().touchedAt).isEqualTo(later);
		}

		@Test
		void linesThatAreDeletedWithTheirPageTouchTheBook() {
			this.lines.save(line(this.page));
			Instant later = this.clock.next();
			this.pages.delete(this.page);
			assertThat(readBook().changedAt).isEqualTo(local(later));
			assertThat(this.lines.count()).isZero();
		}

	}

}
