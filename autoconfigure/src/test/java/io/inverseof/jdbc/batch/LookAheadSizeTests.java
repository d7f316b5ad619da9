package io.inverseof.jdbc.batch;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LookAheadSizeTests {

	@Test
	void isAlwaysTheSame() {
		LookAheadSize size = LookAheadSize.of(100);
		assertThat(IntStream.range(0, 3).map((i) -> size.next())).containsExactly(100, 100, 100);
	}

	@Test
	void doublesInStreams() {
		LookAheadSize size = LookAheadSize.ofStream(10);
		assertThat(IntStream.range(0, 6).map((i) -> size.next())).containsExactly(1, 2, 4, 8, 10, 10);
	}

}
