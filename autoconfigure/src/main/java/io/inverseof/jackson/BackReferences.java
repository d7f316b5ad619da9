package io.inverseof.jackson;

import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import io.inverseof.model.BackReference;
import tools.jackson.databind.introspect.AnnotatedMember;

/**
 * The ways back inside an aggregate that a class has, which are neither written nor read.
 *
 * @param fields the names of the fields
 */
record BackReferences(Set<String> fields) {

	static BackReferences of(Class<?> type) {
		return new BackReferences(BackReference.of(type)
			.stream()
			.map((reference) -> reference.field().getName())
			.collect(Collectors.toUnmodifiableSet()));
	}

	/**
	 * Any annotation of Jackson is a decision that the application made about the way
	 * back.
	 */
	boolean hides(String field, AnnotatedMember member) {
		return this.fields.contains(field) && member.annotations()
			.noneMatch((annotation) -> annotation.annotationType().isAnnotationPresent(JacksonAnnotation.class));
	}

}
