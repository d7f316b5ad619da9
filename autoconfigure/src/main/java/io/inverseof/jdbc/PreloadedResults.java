package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.inverseof.model.PreloadMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ObjectUtils;

/**
 * Loads associations of what a query method returns: objects, alone or in containers, or
 * those that a stream or a future will hand out. Thread-safe.
 */
final class PreloadedResults {

	private final PreloadMethod method;

	private final Preloader preloader;

	PreloadedResults(PreloadMethod method, Preloader preloader) {
		this.method = method;
		this.preloader = preloader;
	}

	/**
	 * Loads what is here now and prepares what is not.
	 * @return the result to return
	 */
	@Nullable Object of(@Nullable Object result) {
		if (result instanceof Stream<?> stream) {
			return chunked(stream);
		}
		if (result instanceof CompletionStage<?> future) {
			return future.thenApply(this::of);
		}
		List<Object> entities = new ArrayList<>();
		collect(result, entities);
		load(entities);
		return result;
	}

	private Stream<?> chunked(Stream<?> results) {
		PreloadedChunks<?> chunks = new PreloadedChunks<>(results.spliterator(), this.preloader.chunkSize(), this::of);
		return StreamSupport.stream(chunks, false).onClose(results::close);
	}

	private void load(List<Object> entities) {
		if (!entities.isEmpty()) {
			this.preloader.preload(entities, this.method.paths());
		}
	}

	/**
	 * An entity may itself be something that contains others.
	 */
	private void collect(@Nullable Object result, List<Object> entities) {
		if (this.method.type().isInstance(result)) {
			entities.add(result);
		}
		else if (result instanceof Iterable<?> contents) {
			contents.forEach((content) -> collect(content, entities));
		}
		else if (result instanceof Map<?, ?> map) {
			collect(map.values(), entities);
		}
		else if (result instanceof Optional<?> optional) {
			collect(optional.orElse(null), entities);
		}
		else if (ObjectUtils.isArray(result)) {
			collect(Arrays.asList(ObjectUtils.toObjectArray(result)), entities);
		}
		else if (result != null) {
			entities.add(result);
		}
	}

}
