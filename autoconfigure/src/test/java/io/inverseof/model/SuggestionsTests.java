package io.inverseof.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestionsTests {

	@Test
	void suggestsTheNearestFirst() {
		assertThat(Suggestions.nearest("auther", List.of("other", "author"))).containsExactly("author", "other");
	}

	@Test
	void keepsTheOrderOfEquallyNearCandidates() {
		assertThat(Suggestions.nearest("pots", List.of("posts", "spots", "post"))).containsExactly("posts", "spots",
				"post");
		assertThat(Suggestions.nearest("pots", List.of("post", "spots", "posts"))).containsExactly("post", "spots",
				"posts");
	}

	@Test
	void leavesOutWhatIsFarAway() {
		assertThat(Suggestions.nearest("title", List.of("author", "id"))).isEmpty();
	}

	@Test
	void ignoresCase() {
		assertThat(Suggestions.nearest("AUTHOR_ID", List.of("author_id"))).containsExactly("author_id");
	}

	@Test
	void takesSwappedLettersForOneMistake() {
		assertThat(Suggestions.nearest("nmae", List.of("names", "name"))).containsExactly("name");
	}

	@Test
	void suggestsThreeAtMost() {
		assertThat(Suggestions.nearest("item", List.of("item1", "item2", "item3", "item4"))).containsExactly("item1",
				"item2", "item3");
	}

	@Test
	void suggestsACandidateOnce() {
		assertThat(Suggestions.nearest("item", List.of("item1", "item1"))).containsExactly("item1");
	}

	@Test
	void asksForOne() {
		assertThat(Suggestions.didYouMean("auther", List.of("author"))).isEqualTo(" Did you mean \"author\"?");
	}

	@Test
	void asksForSeveral() {
		assertThat(Suggestions.didYouMean(List.of("a", "b", "c"))).isEqualTo(" Did you mean \"a\", \"b\" or \"c\"?");
	}

	@Test
	void saysNothingWithoutCandidates() {
		assertThat(Suggestions.didYouMean("auther", List.of())).isEmpty();
	}

}
