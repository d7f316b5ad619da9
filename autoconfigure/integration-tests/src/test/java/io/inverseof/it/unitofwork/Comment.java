package io.inverseof.it.unitofwork;

import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

record Comment(@Id @Nullable Long id, @Nullable String body, BelongsTo<Post, Long> post) {

}
