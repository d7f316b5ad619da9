package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

record Payment(@Id Long id, BelongsTo<Order, Long> order) {

}
