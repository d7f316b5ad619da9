package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

// tag::record[]
public record Comment(@Id Long id, String body, BelongsTo<Post, Long> post) {

}
// end::record[]
