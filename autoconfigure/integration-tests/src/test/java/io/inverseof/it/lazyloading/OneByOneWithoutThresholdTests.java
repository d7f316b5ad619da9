package io.inverseof.it.lazyloading;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code inverseof.n-plus-one.threshold=0}.
 */
@TestPropertySource(properties = { "inverseof.batch-size=1", "inverseof.n-plus-one.threshold=0" })
class OneByOneWithoutThresholdTests extends LazyLoadingTest {

	@Test
	void reportsNothing(CapturedOutput output) {
		inTransaction(() -> firstPosts(20).forEach((post) -> post.author.get()));
		assertThat(suspected("Post.author")).isZero();
		assertThat(output).doesNotContain("one by one");
	}

}
