package io.inverseof.demo.comparison;

import java.nio.charset.StandardCharsets;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriUtils;

/**
 * Tells in the response how many statements the request sent, and the first of them, URL
 * encoded, if it has the header {@code Demo-Sql}.
 */
@RestControllerAdvice("io.inverseof.demo")
class StatementCountHeader implements ResponseBodyAdvice<Object> {

	static final String NAME = "Demo-Statements";

	private static final String SQL = "Demo-Sql";

	private static final int SHOWN = 20;

	private final StatementLog log;

	StatementCountHeader(StatementLog log) {
		this.log = log;
	}

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public Object beforeBodyWrite(Object body, MethodParameter returnType, MediaType contentType,
			Class<? extends HttpMessageConverter<?>> converterType, ServerHttpRequest request,
			ServerHttpResponse response) {
		response.getHeaders().set(NAME, String.valueOf(this.log.statements().size()));
		if (request.getHeaders().containsHeader(SQL)) {
			this.log.statements()
				.stream()
				.limit(SHOWN)
				.map(StatementCountHeader::encode)
				.forEach((statement) -> response.getHeaders().add(SQL, statement));
		}
		return body;
	}

	private static String encode(String statement) {
		return UriUtils.encode(statement, StandardCharsets.UTF_8);
	}

}
