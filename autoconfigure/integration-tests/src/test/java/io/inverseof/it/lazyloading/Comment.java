package io.inverseof.it.lazyloading;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

record Comment(@Id Long id, String body, BelongsTo<Post, Long> post) {

}
