package io.inverseof.it.preload;

import java.util.List;
import java.util.stream.LongStream;

import io.inverseof.BelongsTo;
import io.inverseof.StrictLoadingException;
import io.inverseof.it.preload.Press.Author;
import io.inverseof.it.preload.Press.Comment;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is preloaded does not load by itself.
 */
@OnH2
@TestPropertySource(properties = "inverseof.strict-loading=fail")
class StrictLoadingIntegrationTests extends PreloadTest {

	@BeforeEach
	void fill() {
		fill(3);
	}

	@Test
	void readsWhatIsPreloaded() {
		List<Author> authors = this.authors.findByIdNotNull();
		assertThat(authors).allSatisfy((author) -> assertThat(author.posts.get(0).comments).hasSize(2));
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> authors.get(0).profile.get());
	}

	@Test
	void readsWhatIsPreloadedForReferencesThatNobodyLoaded() {
		List<Comment> comments = LongStream.rangeClosed(1, 3)
			.mapToObj((id) -> new Comment(id, null, BelongsTo.toId(id), BelongsTo.toId(id)))
			.toList();
		this.associations.preload(comments, "author");
		assertThat(comments).allSatisfy((comment) -> assertThat(comment.author().get().id).isEqualTo(comment.id()));
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> comments.get(0).post().get());
	}

}
