package io.inverseof.demo;

import io.inverseof.MissingChildException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers {@code find} for an id that is not that of a child with 404 and problem
 * details. The message of the exception says which and of whom.
 */
@RestControllerAdvice
class MissingChildren {

	@ExceptionHandler
	ProblemDetail notFound(MissingChildException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, ex.getMessage());
	}

}
