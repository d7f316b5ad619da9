package io.inverseof.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.inverseof.ForeignChildException;

import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers input that is not valid with 422 and the path of each field, input that claims
 * somebody else's rows with 409 and the message that names them, and forms that cannot be
 * bound with 400.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedInput {

	@ExceptionHandler
	ProblemDetail unprocessable(MethodArgumentNotValidException ex) {
		Map<String, String> errors = ex.getFieldErrors()
			.stream()
			.collect(Collectors.toMap(FieldError::getField, FieldError::getDefaultMessage,
					(one, another) -> one + ", " + another, TreeMap::new));
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
				"Nothing was saved: " + errors + ".");
		problem.setProperty("errors", errors);
		return problem;
	}

	/**
	 * Such as a form with {@code lines[999].quantity}: Spring binds at most 256 elements.
	 */
	@ExceptionHandler
	ProblemDetail badRequest(InvalidPropertyException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				"There cannot be a field %s.".formatted(ex.getPropertyName()));
	}

	@ExceptionHandler
	ProblemDetail conflict(ForeignChildException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, ex.getMessage());
	}

}
