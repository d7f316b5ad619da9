package io.inverseof.it.siblings.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.siblings.memory.Archive.Box;
import io.inverseof.it.siblings.memory.Archive.Boxes;
import io.inverseof.it.siblings.memory.Archive.Label;
import io.inverseof.it.siblings.memory.Archive.Labels;
import io.inverseof.it.siblings.memory.Archive.Paper;
import io.inverseof.it.siblings.memory.Archive.Papers;
import io.inverseof.jackson.InverseofModule;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Siblings know each other weakly.
 */
@OnH2
@SpringBootTest(classes = Archive.class)
@Sql(statements = Archive.SCHEMA)
class MemoryIntegrationTests {

	@Autowired
	Boxes boxes;

	@Autowired
	Papers papers;

	@Autowired
	Labels labels;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	UnitOfWork unitOfWork;

	@Autowired
	StatementCounter statements;

	@BeforeEach
	void fill() {
		fill(1, 200);
	}

	private void fill(long from, long to) {
		this.jdbc.batchUpdate("insert into box(id, label) values (?, ?)",
				LongStream.rangeClosed(from, to).mapToObj((i) -> new Object[] { i, "box" + i }).toList());
		this.jdbc.batchUpdate("insert into paper(id, title, box_id) values (?, ?, ?)",
				LongStream.rangeClosed(from, to).mapToObj((i) -> new Object[] { i, "paper" + i, i }).toList());
		this.jdbc.batchUpdate("insert into cover(id, box_id) values (?, ?)",
				LongStream.rangeClosed(from, to).mapToObj((i) -> new Object[] { i, i }).toList());
	}

	/**
	 * How many are still in memory after garbage collections.
	 */
	private static long alive(List<? extends WeakReference<?>> references, long expected) {
		long alive = references.size();
		for (int i = 0; i < 20 && alive > expected; i++) {
			System.gc();
			alive = references.stream().filter((reference) -> reference.get() != null).count();
		}
		return alive;
	}

	private static List<WeakReference<Object>> weak(List<?> objects) {
		List<WeakReference<Object>> references = new ArrayList<>();
		objects.forEach((object) -> references.add(new WeakReference<>(object)));
		return references;
	}

	@Test
	void siblingsAndTheirChildrenAreCollectedAfterABatch() {
		List<Box> all = this.boxes.findByOrderById();
		List<WeakReference<Object>> references = weak(all);
		Box first = all.get(0);
		assertThat(first.papers).hasSize(1);
		assertThat(first.cover.isPresent()).isTrue();
		assertThat(all.get(1).papers.isLoaded()).isTrue();
		all = List.of();
		assertThat(alive(references, 1)).isEqualTo(1);
		assertThat(first.papers).hasSize(1);
	}

	@Test
	void anObjectWhoseRowsWereOnlyReadAheadKeepsNoSiblings() {
		List<Box> all = this.boxes.findByOrderById();
		List<WeakReference<Object>> references = weak(all);
		Box second = all.get(1);
		assertThat(all.get(0).papers).hasSize(1);
		assertThat(second.papers.isLoaded()).isTrue();
		all = List.of();
		assertThat(alive(references, 1)).isEqualTo(1);
		assertThat(this.statements).during(() -> assertThat(second.papers).hasSize(1)).none();
	}

	@Test
	void targetsOfCollectedSiblingsAreCollected() {
		List<Paper> all = this.papers.findByOrderById();
		Paper first = all.get(0);
		assertThat(first.box.isPresent()).isTrue();
		List<WeakReference<Object>> boxes = weak(all.stream().limit(50).map((paper) -> paper.box.get()).toList());
		all = List.of();
		assertThat(alive(boxes, 1)).isEqualTo(1);
		assertThat(first.box.get().id).isOne();
	}

	@Test
	void oneRowOfAHundredThousandKeepsFewOthersTraces() {
		fill(1_001, 100_800);
		List<Paper> all = this.papers.findByOrderById();
		List<WeakReference<Object>> references = weak(all);
		Paper one = all.get(50_000);
		assertThat(one.box.isPresent()).isTrue();
		all = List.of();
		assertThat(alive(references, 1)).isEqualTo(1);
		assertThat(one.box.get().label).isEqualTo("box" + one.box.getId());
	}

	@Test
	void rowsThatWereReadAheadAreNotSerialised() throws IOException, ClassNotFoundException {
		List<Box> all = this.boxes.findByOrderById();
		assertThat(all.get(0).papers).hasSize(1);
		assertThat(all.get(0).cover.isPresent()).isTrue();
		byte[] bytes = serialised(all.get(1));
		assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("box2").doesNotContain("paper2", "box3");
		Box copy = (Box) deserialised(bytes);
		assertThat(copy.papers.isLoaded()).isFalse();
		assertThat(copy.cover.isLoaded()).isFalse();
		assertThat(this.statements).during(() -> assertThat(all.get(1).papers).hasSize(1)).none();
	}

	@Test
	void loadedRowsAreSerialisedWithoutSiblings() throws IOException, ClassNotFoundException {
		List<Box> all = this.boxes.findByOrderById();
		assertThat(all.get(0).papers).hasSize(1);
		assertThat(all.get(1).papers).hasSize(1);
		byte[] bytes = serialised(all.get(1));
		assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("box2", "paper2")
			.doesNotContain("paper1", "paper3", "box3");
		Box copy = (Box) deserialised(bytes);
		assertThat(copy.papers).extracting((paper) -> paper.title).containsExactly("paper2");
	}

	@Test
	void aTargetThatWasReadAheadIsNotSerialised() throws IOException, ClassNotFoundException {
		List<Paper> all = this.papers.findByOrderById();
		assertThat(all.get(0).box.isPresent()).isTrue();
		assertThat(all.get(1).box.isLoaded()).isTrue();
		byte[] bytes = serialised(all.get(1));
		assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("paper2").doesNotContain("box2");
		Paper copy = (Paper) deserialised(bytes);
		assertThat(copy.box.getId()).isEqualTo(2);
		assertThat(copy.box.isLoaded()).isFalse();
	}

	private static byte[] serialised(Object object) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		return bytes.toByteArray();
	}

	private static Object deserialised(byte[] bytes) throws IOException, ClassNotFoundException {
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			return in.readObject();
		}
	}

	@Test
	void jsonHasNothingThatWasOnlyReadAhead() {
		JsonMapper json = JsonMapper.builder().addModule(new InverseofModule()).build();
		List<Box> all = this.boxes.findByOrderById();
		assertThat(all.get(0).papers).hasSize(1);
		assertThat(all.get(0).cover.isPresent()).isTrue();
		assertThat(this.statements).during(() -> {
			assertThat(json.writeValueAsString(all.get(1))).contains("box2").doesNotContain("paper");
			assertThat(json.writeValueAsString(all.get(0))).contains("paper1");
		}).none();
	}

	@Test
	void aChildThatMovedInMemoryIsNotInTheListItWasReadAheadFor() {
		this.jdbc.update("insert into label(id, paper_id, cover_id) values (1, 2, 2)");
		this.unitOfWork.run(() -> {
			List<Box> all = this.boxes.findByOrderById();
			assertThat(all.get(0).papers).hasSize(1);
			assertThat(all.get(0).cover.isPresent()).isTrue();
			Label label = this.labels.findById(1L).orElseThrow();
			label.paper.get().box.set(all.get(2));
			label.cover.get().box.set(all.get(2));
			assertThat(all.get(1).papers).allSatisfy((paper) -> assertThat(paper.box.get()).isSameAs(all.get(1)));
			assertThat(all.get(1).cover.get().box.get()).isSameAs(all.get(1));
		});
	}

}
