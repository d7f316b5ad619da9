package io.inverseof.it.hosting.plain;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

public record Note(@Id @Nullable Long id, String text) {

}
