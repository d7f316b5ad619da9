package io.inverseof.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PluralsTests {

	@ParameterizedTest
	@CsvSource({ "post, posts", "day, days", "category, categories", "box, boxes", "class, classes", "branch, branches",
			"wish, wishes", "bus, buses", "status, statuses", "address, addresses", "analysis, analyses",
			"photo, photos", "house, houses", "s, ses", "y, ys" })
	void followsTheRulesOfEnglish(String singular, String plural) {
		assertThat(Plurals.of(singular)).isEqualTo(plural);
	}

	@ParameterizedTest
	@CsvSource({ "person, people", "child, children", "man, men", "woman, women", "mouse, mice", "ox, oxen",
			"quiz, quizzes", "datum, data", "medium, media", "index, indices", "matrix, matrices", "vertex, vertices",
			"axis, axes", "octopus, octopi", "hero, heroes", "potato, potatoes", "shelf, shelves", "life, lives",
			"criterion, criteria", "tooth, teeth", "sheep, sheep", "series, series", "news, news",
			"information, information" })
	void knowsIrregularWords(String singular, String plural) {
		assertThat(Plurals.of(singular)).isEqualTo(plural);
	}

	@ParameterizedTest
	@CsvSource({ "salesPerson, salesPeople", "SalesPerson, SalesPeople", "lineItem, lineItems",
			"blogCategory, blogCategories", "Person, People", "URL, URLs" })
	void changesTheLastWordOnly(String singular, String plural) {
		assertThat(Plurals.of(singular)).isEqualTo(plural);
	}

}
