package io.inverseof.test;

import io.inverseof.BelongsTo;
import io.inverseof.UnitOfWork;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;

import static io.inverseof.test.AssociationAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integration tests for {@link AssociationAssert} and {@link HasManyAssert}.
 */
@DataJdbcTest
@AutoConfigureStatementCounting
class AssociationAssertIntegrationTests {

	@Autowired
	private Authors authors;

	@Autowired
	private Posts posts;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private StatementCounter statements;

	@Test
	void acceptsLoadedHasMany() {
		Author author = author(1);
		assertThat(author.posts()).hasSize(2).sharesInverse();
	}

	@Test
	void acceptsChildrenThatKnowTheirParent() {
		Author author = author(1);
		assertThat(author.posts().get(0).author()).sharesInverse();
	}

	@Test
	void acceptsLoadedHasOne() {
		Author author = author(1);
		assertThat(author.profile().get().author()).sharesInverse();
		assertThat(author.profile()).sharesInverse();
	}

	@Test
	void acceptsObjectsInMemory() {
		Author author = new Author();
		Post post = author.posts().build((built) -> built.titled("New"));
		assertThat(author.posts()).sharesInverse();
		assertThat(post.author()).sharesInverse();
	}

	@Test
	void neverLoads() {
		Author author = author(1);
		author.posts().size();
		assertThat(this.statements).during(() -> {
			assertThat(author.posts()).sharesInverse();
			failure(() -> assertThat(author.profile()).sharesInverse());
			failure(() -> assertThat(author.posts().get(0).reviewer()).sharesInverse());
		}).none();
	}

	@Test
	void refusesWhatHasNotBeenLoaded() {
		Author author = author(1);
		assertThat(failure(() -> assertThat(author.posts()).sharesInverse()))
			.hasMessage("Expecting Author.posts of Author 1 to share its inverse, but it has not been loaded. "
					+ "Read it before.");
	}

	@Test
	void refusesWhatIsEmpty() {
		Author author = author(2);
		author.profile().isPresent();
		assertThat(failure(() -> assertThat(author.profile()).as("empty").sharesInverse()))
			.hasMessage("[empty] Expecting Author.profile of Author 2 to share its inverse, but it is empty.");
	}

	@Test
	void refusesAnAssociationWithoutInverse() {
		Post post = post(1);
		post.reviewer().set(author(2));
		assertThat(failure(() -> assertThat(post.reviewer()).sharesInverse()))
			.hasMessageStartingWith("Expecting Post.reviewer of Post 1 to share its inverse, but it has none: ");
	}

	@Test
	void refusesChildrenThatKnowNothing() {
		Author author = author(1);
		author.posts().get(0).author().reload();
		assertThat(failure(() -> assertThat(author.posts()).sharesInverse())).hasMessage(
				"Expecting Post.author of Post 1 to hold the very Author 1 that holds Author.posts of Author 1, "
						+ "but it holds nothing in memory.");
	}

	@Test
	void refusesAnotherObjectOfTheSameRow() {
		Author author = this.unitOfWork.naive().call(() -> author(1));
		this.unitOfWork.naive().run(() -> author.posts().get(0).author().get());
		assertThat(failure(() -> assertThat(author.posts()).sharesInverse())).hasMessage(
				"Expecting Post.author of Post 1 to hold the very Author 1 that holds Author.posts of Author 1, "
						+ "but it holds another object, Author 1.");
	}

	@Test
	void refusesReferencesOutsideAnEntity() {
		assertThat(failure(() -> assertThat(BelongsTo.toId(1L)).sharesInverse()))
			.hasMessage("Expecting an association of an entity, but this one is in no entity.");
	}

	@Test
	void assertsThatAnAssociationIsLoaded() {
		Author author = author(1);
		assertThat(author.posts()).isNotLoaded();
		assertThat(author.profile()).isNotLoaded();
		author.posts().size();
		author.profile().isPresent();
		assertThat(author.posts()).isLoaded();
		assertThat(author.profile()).isLoaded();
	}

	@Test
	void saysWhetherAnAssociationIsLoaded() {
		Author author = author(1);
		assertThat(failure(() -> assertThat(author.posts()).as("posts").isLoaded()))
			.hasMessage("[posts] Expecting Author.posts of Author 1 to be loaded, but it is not.");
		author.profile().isPresent();
		assertThat(failure(() -> assertThat(author.profile()).isNotLoaded()))
			.hasMessage("Expecting Author.profile of Author 1 not to be loaded, but it is.");
	}

	@Test
	void refusesToLookAtAPartOfTheList() {
		Author author = author(1);
		assertThat(failure(() -> assertThat(author.posts()).filteredOn((post) -> true).sharesInverse()))
			.hasMessage("Expecting a has-many, but this is a part of one that was extracted by another assertion.");
	}

	private Author author(long id) {
		return this.authors.findById(id).orElseThrow();
	}

	private Post post(long id) {
		return this.posts.findById(id).orElseThrow();
	}

	private static AssertionError failure(ThrowingCallable assertion) {
		return assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).actual();
	}

}
