package io.inverseof.demo.comparison;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Tells in the response how many statements the request sent.
 */
@RestControllerAdvice("io.inverseof.demo")
class StatementCountHeader implements ResponseBodyAdvice<Object> {

	static final String NAME = "Demo-Statements";

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
		response.getHeaders().set(NAME, String.valueOf(this.log.size()));
		return body;
	}

}
