package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PreloadedChunksTests {

	private final List<List<@Nullable Integer>> prepared = new ArrayList<>();

	private Stream<@Nullable Integer> chunked(Stream<@Nullable Integer> source, int largest) {
		return StreamSupport.stream(
				new PreloadedChunks<>(source.spliterator(), largest, (chunk) -> this.prepared.add(List.copyOf(chunk))),
				false);
	}

	private Stream<@Nullable Integer> chunked(int count, int largest) {
		return chunked(IntStream.rangeClosed(1, count).boxed(), largest);
	}

	@Test
	void growsUpToTheLargest() {
		assertThat(chunked(12, 4)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
		assertThat(this.prepared).extracting(List::size).containsExactly(1, 2, 4, 4, 1);
	}

	@Test
	void preparesBeforeItHandsOut() {
		chunked(3, 100).forEach((element) -> assertThat(this.prepared).anyMatch((chunk) -> chunk.contains(element)));
	}

	@Test
	void readsNoFurtherThanItPrepares() {
		AtomicInteger read = new AtomicInteger();
		Stream<@Nullable Integer> source = IntStream.rangeClosed(1, 100)
			.boxed()
			.peek((element) -> read.incrementAndGet());
		assertThat(chunked(source, 100).limit(3)).containsExactly(1, 2, 3);
		assertThat(read).hasValue(3);
	}

	@Test
	void preparesOneByOneIfTheLargestIsOne() {
		assertThat(chunked(3, 1)).hasSize(3);
		assertThat(this.prepared).extracting(List::size).containsExactly(1, 1, 1);
	}

	@Test
	void preparesNothingOfNothing() {
		assertThat(chunked(0, 100)).isEmpty();
		assertThat(this.prepared).isEmpty();
	}

	@Test
	void handsOutNull() {
		List<@Nullable Integer> elements = Arrays.asList(1, null, 3);
		assertThat(StreamSupport.stream(new PreloadedChunks<>(elements.spliterator(), 100, (chunk) -> {
		}), false)).containsExactly(1, null, 3);
	}

}
