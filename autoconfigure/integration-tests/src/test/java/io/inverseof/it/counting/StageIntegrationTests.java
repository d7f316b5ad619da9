package io.inverseof.it.counting;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.it.counting.Stage.Opera;
import io.inverseof.it.counting.Stage.Operas;
import io.inverseof.it.counting.Stage.People;
import io.inverseof.it.counting.Stage.Person;
import io.inverseof.it.counting.Stage.Review;
import io.inverseof.it.counting.Stage.Reviews;
import io.inverseof.it.counting.Stage.Show;
import io.inverseof.it.counting.Stage.Shows;
import io.inverseof.it.counting.Stage.Street;
import io.inverseof.it.counting.Stage.Streets;
import io.inverseof.it.counting.Stage.Theatre;
import io.inverseof.it.counting.Stage.Theatres;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows of several classes in one table, and rows that refer to several tables.
 */
@OnH2
@SpringBootTest(classes = Stage.class)
class StageIntegrationTests {

	@Autowired
	People people;

	@Autowired
	Shows shows;

	@Autowired
	Operas operas;

	@Autowired
	Theatres theatres;

	@Autowired
	Streets streets;

	@Autowired
	Reviews reviews;

	@Autowired
	AssociationOperations associations;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Tables tables;

	private Person person = new Person();

	private Show play = new Show();

	private Opera opera = new Opera();

	@BeforeEach
	void fill() {
		this.tables.empty();
		this.person = this.people.save(new Person());
		this.play = new Show();
		this.play.author().set(this.person);
		this.shows.save(this.play);
		this.opera = new Opera();
		this.opera.author().set(this.person);
		this.opera.composer().set(this.person);
		this.operas.save(this.opera);
	}

	private void assertPerson(int shows, int operas) {
		assertThat(this.tables.column("shows_count", "person", "id")).containsExactly(shows);
		assertThat(this.tables.column("operas_count", "person", "id")).containsExactly(operas);
	}

	@Test
	void aSubclassCountsWhatItInheritsAndWhatItDeclares() {
		assertPerson(2, 1);
		assertThat(List.of(this.person.showsCount, this.person.operasCount)).containsExactly(2, 1);
	}

	@Test
	void aRowThatIsDeletedAsOneOfTheBaseIsCountedAsWhatItIs() {
		this.shows.deleteById(Objects.requireNonNull(this.opera.id));
		assertPerson(1, 0);
		this.shows.deleteAll();
		assertPerson(0, 0);
	}

	@Test
	void allOperasAreNotAllShows() {
		this.operas.deleteAll();
		assertPerson(1, 0);
		this.operas.deleteById(Objects.requireNonNull(this.play.id));
		assertPerson(1, 0);
	}

	@Test
	void rowsOfEachClassAreCountedAgain() {
		this.jdbc.update("update person set shows_count = 7, operas_count = 7");
		this.jdbc.update("update show_ set composer_id = author_id");
		this.associations.resetCounters(this.person);
		assertPerson(2, 1);
	}

	@Test
	void rowsOfSeveralTablesAreCountedInEach() {
		Theatre theatre = new Theatre();
		theatre.reviews().add(new Review());
		this.theatres.save(theatre);
		Review review = theatre.reviews().get(0);
		assertReviews(0, 0, 1);
		assertThat(theatre.reviewsCount).isOne();
		review.subject().set(this.opera);
		this.reviews.save(review);
		assertReviews(0, 1, 0);
		assertThat(List.of(theatre.reviewsCount, (long) this.opera.reviewsCount)).containsExactly(0L, 1L);
		this.play.reviews().add(review);
		this.shows.save(this.play);
		assertReviews(1, 0, 0);
		this.reviews.deleteById(Objects.requireNonNull(review.id));
		assertReviews(0, 0, 0);
	}

	private void assertReviews(int play, int opera, long theatre) {
		assertThat(this.tables.column("reviews_count", "show_", "id")).containsExactly(play, opera);
		assertThat(this.tables.column("reviews_count", "theatre", "id")).containsExactly(theatre);
	}

	@Test
	void aTargetWithoutTheColumnCountsNothing() {
		Street street = this.streets.save(new Street());
		Review review = new Review();
		review.subject().set(street);
		this.reviews.save(review);
		review.subject().set(this.play);
		this.reviews.save(review);
		assertThat(this.play.reviewsCount).isOne();
	}

	@Test
	void reviewsOfOneClassAreCountedAgain() {
		Theatre theatre = new Theatre();
		theatre.reviews().add(new Review());
		this.theatres.save(theatre);
		this.jdbc.update("update review set subject_id = ?", this.play.id);
		this.jdbc.update("update show_ set reviews_count = 5");
		this.associations.resetCounters(Show.class);
		this.associations.resetCounters(theatre);
		assertReviews(0, 0, 0);
	}

}
