package io.inverseof.demo;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Thrown when a request asks for a row that does not exist; answered with 404 and problem
 * details.
 */
class UnknownIdException extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	UnknownIdException(String what, long id) {
		super(HttpStatus.NOT_FOUND,
				ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no %s %d.".formatted(what, id)), null);
	}

}
