package io.inverseof.it.docs;

import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/inverse-detection.md}.
 */
@DocsTest
class InverseDetectionTests {

	@Autowired
	private People people;

	@Autowired
	private Articles articles;

	@Autowired
	private Countries countries;

	@Autowired
	private Cities cities;

	@Autowired
	private Authors authors;

	@Autowired
	private StatementCounter statements;

	@Test
	void tellsTwoBelongsToApartByTheirColumns() {
		Person writer = people.save(new Person().name("Wilma"));
		Person editor = people.save(new Person().name("Edgar"));
		Article article = writer.written().build((a) -> a.title("Keys"));
		article.editor().set(editor);
		articles.save(article);
		Person loaded = people.findById(writer.id()).orElseThrow();
		Article read = loaded.written().get(0);
		assertThat(read.writer().get()).isSameAs(loaded);
		assertThat(statements).during(() -> read.editor().get()).selects(1);
		assertThat(read.editor().get().id()).isEqualTo(editor.id());
	}

	@Test
	void fillsDeclaredInverse() {
		Country country = countries.save(new Country().name("Norway"));
		City city = new City().name("Bergen");
		assertThat(statements).during(() -> {
			// tag::filling[]
			city.country().set(country); // country.cities() contains it now
			cities.save(city);
			// end::filling[]
		}).selects(0);
		assertThat(country.cities()).containsExactly(city);
	}

	@Test
	void doesNotFillDetectedInverse() {
		Author author = authors.save(new Author().name("Ada"));
		Post post = new Post();
		post.author().set(author);
		assertThat(author.posts()).isEmpty();
	}

}
