package io.inverseof.demo;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

/**
 * What a reader wrote under a post. A record can be the belonging side too.
 *
 * @param id the id
 * @param body the text
 * @param post the post
 */
public record Comment(@Id Long id, String body, BelongsTo<Post, Long> post) {

}
