package io.inverseof.demo;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The start page and what it needs.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class StartPageIntegrationTests {

	private static final Pattern REQUEST = Pattern.compile("data-request=\"([^\"]+)\"");

	private static final Pattern RESOURCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

	@Autowired
	private RestTestClient client;

	@Test
	void isServed() {
		this.client.get()
			.uri("/")
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML)
			.expectBody(String.class)
			.value((page) -> assertThat(page).contains("<title>inverseof demo</title>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo.css", "/demo.js", "/sql.js", "/send.js", "/invoices.html", "/invoices.js",
			"/prisons.html", "/prisons.js" })
	void bringsItsOwnResources(String path) {
		assertThat(get(path)).isNotBlank();
	}

	@Test
	void offersRequestsThatExist() {
		assertThat(matches("/index.html", REQUEST)).hasSize(12)
			.allSatisfy((request) -> assertThat(get("/demo/run?request=" + request)).contains(request));
	}

	@Test
	void leadsToTheOtherPages() {
		assertThat(matches("/index.html", RESOURCE)).contains("invoices.html", "prisons.html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/index.html", "/invoices.html", "/prisons.html" })
	void needsNoOtherSite(String page) {
		assertThat(matches(page, RESOURCE)).isNotEmpty().noneMatch((resource) -> resource.matches("(\\w+:)?//.*"));
	}

	private Stream<String> matches(String page, Pattern pattern) {
		return pattern.matcher(get(page)).results().map((MatchResult match) -> match.group(1));
	}

	private String get(String path) {
		return this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
	}

}
