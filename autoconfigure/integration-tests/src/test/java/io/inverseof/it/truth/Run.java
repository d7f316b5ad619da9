package io.inverseof.it.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.inverseof.Association;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.ToOne;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program: executes steps, keeps the objects they reach and notes what each
 * step did. Steps whose objects are missing, because another step was left out, are
 * skipped.
 */
final class Run {

	private final Application application;

	private final Map<Integer, List<?>> reached = new HashMap<>();

	private final Map<Step, Outcome> outcomes = new LinkedHashMap<>();

	private final Map<Association, Object> owners = new IdentityHashMap<>();

	private final List<String> strangers = new ArrayList<>();

	Run(Application application) {
		this.application = application;
	}

	Map<Step, Outcome> outcomes() {
		return this.outcomes;
	}

	/**
	 * Returns what was wrong with the identity of objects.
	 */
	List<String> strangers() {
		return this.strangers;
	}

	void execute(List<Step> steps) {
		for (Step step : steps) {
			if (step instanceof Step.Block block) {
				surround(block.surrounding(), () -> execute(block.steps()));
			}
			else if (isReachable(step)) {
				execute(step);
			}
		}
	}

	void surround(Surrounding surrounding, Runnable steps) {
		surrounding.run(this.application, steps);
		if (surrounding.rollsBack()) {
			this.owners.clear();
		}
	}

	private boolean isReachable(Step step) {
		Ref ref = subject(step);
		return ref == null || get(ref) != null;
	}

	static @Nullable Ref subject(Step step) {
		if (step instanceof Step.Read read) {
			return read.owner();
		}
		if (step instanceof Step.ReadAgain again) {
			return again.owner();
		}
		if (step instanceof Step.Peek peek) {
			return peek.owner();
		}
		if (step instanceof Step.Repoint repoint) {
			return repoint.owner();
		}
		return (step instanceof Step.Save save) ? save.row() : null;
	}

	@Nullable Object get(Ref ref) {
		List<?> objects = this.reached.getOrDefault(ref.step(), List.of());
		return (ref.index() < objects.size()) ? objects.get(ref.index()) : null;
	}

	Association association(Ref owner, String name) {
		return this.application.association(Objects.requireNonNull(get(owner)), name);
	}

	/**
	 * Executes a step that is not a block.
	 * @return the objects it reached
	 */
	List<?> execute(Step step) {
		List<Object> result = new ArrayList<>();
		Outcome outcome = this.application.observe(() -> describe(step, result));
		this.outcomes.put(step, outcome);
		this.reached.put(step.id(), result);
		return result;
	}

	private String describe(Step step, List<Object> reached) {
		try {
			Object result = perform(step);
			if (result instanceof List<?> rows) {
				reached.addAll(rows);
				return rows.stream().map((row) -> ((Row) row).values()).toList().toString();
			}
			return String.valueOf(result);
		}
		catch (RuntimeException ex) {
			return ex.getClass().getSimpleName() + ": " + ex.getMessage();
		}
	}

	private @Nullable Object perform(Step step) {
		if (step instanceof Step.Find find) {
			return find.finder().find(this.application, find.n());
		}
		if (step instanceof Step.Read read) {
			return identified(read, read(association(read.owner(), read.association())));
		}
		if (step instanceof Step.ReadAgain again) {
			Association association = association(again.owner(), again.association());
			association.reload();
			this.owners.remove(association);
			return read(association);
		}
		if (step instanceof Step.Peek peek) {
			return peek.how().ask((HasMany<?>) association(peek.owner(), peek.association()), peek.n());
		}
		if (step instanceof Step.Repoint repoint) {
			return repoint(repoint);
		}
		if (step instanceof Step.Preload preload) {
			this.application.preload(this.reached.getOrDefault(preload.from(), List.of()), preload.path());
			return null;
		}
		this.application.data().changing();
		if (step instanceof Step.Save save) {
			Labelled row = (Labelled) Objects.requireNonNull(get(save.row()));
			row.relabel(save.label());
			this.application.save(row);
		}
		if (step instanceof Step.Write write) {
			write.how().write(this.application, write.n());
		}
		return null;
	}

	/**
	 * Holds children to the very owner they were read from.
	 */
	private List<?> identified(Step.Read step, List<?> result) {
		Object owner = Objects.requireNonNull(get(step.owner()));
		Object expected = this.owners.get(association(step.owner(), step.association()));
		if (expected != null && (result.isEmpty() || result.get(0) != expected)) {
			this.strangers.add("%s is another object than the one that %s was read from".formatted(step, step.owner()));
		}
		AssociationProperty property = Objects
			.requireNonNull(this.application.model().associationsOf(owner.getClass()).get(step.association()));
		AssociationProperty inverse = property.inverse().association();
		if (property.kind() != AssociationKind.BELONGS_TO && inverse != null) {
			result.forEach((child) -> this.owners.put(Objects.requireNonNull(inverse.holder(child)), owner));
		}
		return result;
	}

	private static List<?> read(Association association) {
		if (association instanceof HasMany<?> many) {
			return List.copyOf(many);
		}
		Object target = ((ToOne<?>) association).orNull();
		return (target != null) ? List.of(target) : List.of();
	}

	@SuppressWarnings("unchecked")
	private List<?> repoint(Step.Repoint step) {
		BelongsTo<?, Long> association = (BelongsTo<?, Long>) association(step.owner(), step.association());
		if (step.plainProperty()) {
			((Task) Objects.requireNonNull(get(step.owner()))).projectId = step.key();
		}
		else {
			association.setId(step.key());
		}
		return read(association);
	}

}
