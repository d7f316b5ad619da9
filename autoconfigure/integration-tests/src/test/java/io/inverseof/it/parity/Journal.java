package io.inverseof.it.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.core.Ordered;
import org.springframework.data.relational.core.conversion.MutableAggregateChange;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;
import org.springframework.data.relational.core.mapping.event.BeforeSaveCallback;

/**
 * The callbacks of an application: notes which ran, and lets a test join in.
 */
class Journal implements BeforeConvertCallback<Object>, BeforeSaveCallback<Object>, AfterSaveCallback<Object>,
		AfterConvertCallback<Object>, Ordered {

	private final List<String> entries = new ArrayList<>();

	private Consumer<Object> beforeSaving = (saved) -> {
	};

	private Consumer<Object> afterSaving = (saved) -> {
	};

	private Consumer<Object> afterReading = (read) -> {
	};

	void clear() {
		this.entries.clear();
		this.beforeSaving = (saved) -> {
		};
		this.afterSaving = (saved) -> {
		};
		this.afterReading = (read) -> {
		};
	}

	void beforeSaving(Consumer<Object> work) {
		this.beforeSaving = work;
	}

	void afterSaving(Consumer<Object> work) {
		this.afterSaving = work;
	}

	void afterReading(Consumer<Object> work) {
		this.afterReading = work;
	}

	List<String> entries() {
		return this.entries;
	}

	@Override
	public Object onBeforeConvert(Object aggregate) {
		return note("before convert", aggregate);
	}

	@Override
	public Object onBeforeSave(Object aggregate, MutableAggregateChange<Object> change) {
		this.beforeSaving.accept(aggregate);
		return note("before save", aggregate);
	}

	@Override
	public Object onAfterSave(Object aggregate) {
		this.afterSaving.accept(aggregate);
		return note("after save", aggregate);
	}

	@Override
	public Object onAfterConvert(Object aggregate) {
		this.afterReading.accept(aggregate);
		return aggregate;
	}

	private Object note(String phase, Object aggregate) {
		this.entries.add(phase + " " + aggregate.getClass().getSimpleName());
		return aggregate;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
