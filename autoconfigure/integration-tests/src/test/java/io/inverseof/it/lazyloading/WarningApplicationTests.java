package io.inverseof.it.lazyloading;

import java.util.List;

import io.inverseof.StrictLoading.Mode;
import io.inverseof.StrictLoadingException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code inverseof.strict-loading=warn}.
 */
@TestPropertySource(properties = "inverseof.strict-loading=warn")
class WarningApplicationTests extends LazyLoadingTest {

	@Test
	void loadsAndLogsTheLine(CapturedOutput output) {
		Post post = post(1);
		String line = line(1);
		assertThat(this.statements).during(() -> assertThat(post.author.get().id).isEqualTo(1)).selects(1);
		assertThat(output).containsOnlyOnce("Post.author of Post 1 is read by " + line + " and loads by itself, which "
				+ "is logged because inverseof.strict-loading is warn. Load it with its siblings before, by "
				+ "@Preload(\"author\") on the query method or AssociationOperations.preload(posts, \"author\"); or "
				+ "set inverseof.strict-loading to off.");
	}

	@Test
	void logsOnceForEachLoad(CapturedOutput output) {
		for (long id : new long[] { 1, 2, 3 }) {
			Author author = author(id);
			author.posts.size();
			author.posts.forEach((post) -> post.author.get());
		}
		assertThat(warnings(output)).isEqualTo(3);
	}

	@Test
	void logsOnceForABatch(CapturedOutput output) {
		List<Post> posts = firstPosts(20);
		assertThat(this.statements).during(() -> posts.forEach((post) -> post.author.get())).selects(1);
		assertThat(warnings(output)).isEqualTo(1);
		assertThat(output).contains("Post.author of Post 1 is read by ");
	}

	@Test
	void logsNothingForWhatIsInMemoryOrPreloaded(CapturedOutput output) {
		List<Post> posts = firstPosts(20);
		this.associations.preload(posts, "author");
		posts.forEach((post) -> post.author.get());
		assertThat(warnings(output)).isZero();
	}

	@Test
	void logsStrictAssociationsToo(CapturedOutput output) {
		assertThat(post(1).comments).hasSize(1);
		assertThat(output).contains("loads by itself, which is logged because it is annotated with @StrictLoading. ")
			.contains("; or remove @StrictLoading.");
	}

	@Test
	void unitOfWorkMayRefuse() {
		Post post = post(1);
		this.unitOfWork.strict(Mode.FAIL)
			.run(() -> assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> post.author.get()));
	}

	private static int warnings(CapturedOutput output) {
		return output.toString().split(" and loads by itself", -1).length - 1;
	}

}
