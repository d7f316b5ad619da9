package io.inverseof.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prisons whose criminals come and go through their sentences, which the prison counts.
 * On a database of its own, for other tests count the statements that the seeded rows
 * take.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=prisons")
@AutoConfigureRestTestClient
class PrisonIntegrationTests {

	private static final Instant SEEDED = Instant.parse("2025-01-01T00:00:00Z");

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void showsAPrisonWithItsCriminalsAndSentences() {
		get("/prisons/12").expectBody()
			.jsonPath("$.name")
			.isEqualTo("Summer Island")
			.jsonPath("$.sentencesCount")
			.isEqualTo(8)
			.jsonPath("$.criminals.length()")
			.isEqualTo(8)
			.jsonPath("$.sentences.length()")
			.isEqualTo(8);
	}

	@Test
	void showsTheSameCriminalsByBothAssociations() {
		PrisonView prison = prison(11);
		assertThat(prison.sentences()).extracting(PrisonView.SentenceView::criminal)
			.containsExactlyInAnyOrderElementsOf(prison.criminals());
	}

	@Test
	void bringsInACriminalByASentence() {
		PrisonView prison = convict(1, "Bonnie");
		assertThat(prison.criminals()).extracting(PrisonView.InmateView::name).hasSize(9).endsWith("Bonnie");
		assertThat(prison.sentences()).extracting((sentence) -> sentence.criminal().name())
			.hasSize(9)
			.endsWith("Bonnie");
		assertThat(prison).isEqualTo(prison(1));
	}

	@Test
	void bringsInACriminalFromAForm() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("name", "Clyde");
		this.client.post()
			.uri("/prisons/2/criminals")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body(form)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.criminals[8].name")
			.isEqualTo("Clyde");
	}

	@Test
	void countsAndTouchesWhenSomebodyIsBroughtIn() {
		PrisonView prison = convict(3, "Butch");
		assertThat(prison.sentencesCount()).isEqualTo(9);
		assertThat(prison.updatedAt()).isAfter(SEEDED);
		assertThat(counter(3)).isEqualTo(9);
	}

	@Test
	void letsACriminalOutAndKeepsThem() {
		long criminal = prison(4).criminals().get(0).id();
		PrisonView prison = send(this.client.delete().uri("/prisons/4/criminals/{id}", criminal));
		assertThat(prison.sentencesCount()).isEqualTo(7);
		assertThat(prison.criminals()).hasSize(7).extracting(PrisonView.InmateView::id).doesNotContain(criminal);
		assertThat(prison.sentences()).hasSize(7);
		assertThat(prison).isEqualTo(prison(4));
		get("/criminals/" + criminal).expectBody().jsonPath("$.prisons[?(@ == 'Saltmarsh')]").isEmpty();
	}

	@Test
	void bringsBackSomebodyWhoWasLetOut() {
		long criminal = prison(5).criminals().get(0).id();
		send(this.client.delete().uri("/prisons/5/criminals/{id}", criminal));
		PrisonView prison = send(this.client.put().uri("/prisons/5/criminals/{id}", criminal));
		assertThat(prison.sentencesCount()).isEqualTo(8);
		assertThat(prison.criminals()).extracting(PrisonView.InmateView::id).contains(criminal);
		get("/criminals/" + criminal).expectBody().jsonPath("$.prisons[?(@ == 'Mill Road')]").isNotEmpty();
	}

	@Test
	void bringsInNobodyTwice() {
		long criminal = prison(6).criminals().get(0).id();
		PrisonView prison = send(this.client.put().uri("/prisons/6/criminals/{id}", criminal));
		assertThat(prison.sentencesCount()).isEqualTo(8);
		assertThat(prison.sentences()).hasSize(8);
	}

	@Test
	void leavesTheCounterRightAfterRequestsAtTheSameTime() throws Exception {
		int pairs = 20;
		for (int i = 0; i < pairs; i++) {
			assertThat(atTheSameTime(() -> convict(7, "Bonnie"), () -> convict(7, "Clyde"))).hasSize(2);
		}
		assertThat(counter(7)).isEqualTo(8 + 2 * pairs).isEqualTo(sentences(7));
		assertThat(prison(7).sentencesCount()).isEqualTo(8 + 2 * pairs);
	}

	@Test
	void leavesTheCounterRightWhenOneComesAndOneGoes() throws Exception {
		for (PrisonView.InmateView criminal : prison(8).criminals()) {
			atTheSameTime(() -> convict(8, "Dillinger"),
					() -> send(this.client.delete().uri("/prisons/8/criminals/{id}", criminal.id())));
		}
		assertThat(counter(8)).isEqualTo(8).isEqualTo(sentences(8));
	}

	@Test
	void showsTheOtherDirection() {
		get("/criminals/21").expectHeader().valueEquals("Demo-Statements", "2").expectBody().json("""
				{ "id": 21, "prisons": ["The Old Mint", "Long Meadow"] }
				""");
	}

	@Test
	void refusesACriminalWithoutAName() {
		this.client.post()
			.uri("/prisons/9/criminals")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{}")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.errors.name")
			.isEqualTo("must not be blank");
		assertThat(counter(9)).isEqualTo(8);
	}

	private PrisonView convict(long prison, String name) {
		return this.client.post()
			.uri("/prisons/{id}/criminals", prison)
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("name", name))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(PrisonView.class)
			.returnResult()
			.getResponseBody();
	}

	private PrisonView prison(long id) {
		return send(this.client.get().uri("/prisons/{id}", id));
	}

	private int counter(long prison) {
		return number("SELECT sentences_count FROM prison WHERE id = ?", prison);
	}

	private int sentences(long prison) {
		return number("SELECT COUNT(*) FROM sentence WHERE prison_id = ?", prison);
	}

	private int number(String sql, long prison) {
		return this.jdbc.sql(sql).param(prison).query(Integer.class).single();
	}

	private RestTestClient.ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange().expectStatus().isOk();
	}

	private static PrisonView send(RestTestClient.RequestHeadersSpec<?> request) {
		return request.exchange().expectStatus().isOk().expectBody(PrisonView.class).returnResult().getResponseBody();
	}

	/**
	 * Runs each in a thread of its own, none before all are there.
	 */
	@SafeVarargs
	private static List<PrisonView> atTheSameTime(Callable<PrisonView>... requests) throws Exception {
		CountDownLatch ready = new CountDownLatch(requests.length);
		ExecutorService threads = Executors.newFixedThreadPool(requests.length);
		try {
			List<Future<PrisonView>> answers = IntStream.range(0, requests.length)
				.mapToObj((index) -> threads.submit(() -> {
					ready.countDown();
					ready.await();
					return requests[index].call();
				}))
				.toList();
			return List.of(answers.get(0).get(), answers.get(1).get());
		}
		finally {
			threads.shutdownNow();
		}
	}

}
