package io.inverseof.it.truth;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

import io.inverseof.Association;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes up a program while it runs normally, so that no association is read twice, on
 * whatever path its object is reached. Naively objects are at least as many, so the same
 * program reads none twice there either.
 */
final class Generator {

	private final Application application;

	private final Random random;

	private final boolean writes;

	private final Run run;

	private final List<Ref> refs = new ArrayList<>();

	private final Map<Association, Ref> read = new IdentityHashMap<>();

	private final Deque<Surrounding> surroundings = new ArrayDeque<>();

	private boolean transactionWrote;

	private boolean preloaded;

	private int steps;

	Generator(Application application, long seed) {
		this.application = application;
		this.random = new Random(seed);
		this.writes = this.random.nextInt(3) == 0;
		this.run = new Run(application);
	}

	Run run() {
		return this.run;
	}

	List<Step> generate() {
		return generate(3 + this.random.nextInt(8));
	}

	private List<Step> generate(int length) {
		List<Step> program = new ArrayList<>();
		for (int i = 0; i < length; i++) {
			add(program);
		}
		return program;
	}

	private void add(List<Step> program) {
		int choice = this.random.nextInt(100);
		if (choice < 20 || this.refs.isEmpty()) {
			find(program);
		}
		else if (choice < 40) {
			readOne(program);
		}
		else if (choice < 65) {
			readSame(program);
		}
		else if (choice < 75) {
			peek(program);
		}
		else if (choice < 77) {
			readAgain(program);
		}
		else if (choice < 80) {
			preload(program);
		}
		else if (choice < 82) {
			repoint(program);
		}
		else if (choice < 88) {
			write(program);
		}
		else {
			block(program);
		}
	}

	private List<?> execute(List<Step> program, Step step) {
		program.add(step);
		List<?> reached = this.run.execute(step);
		for (int i = 0; i < reached.size(); i++) {
			this.refs.add(new Ref(step.id(), i));
		}
		return reached;
	}

	private <T> T one(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	private void find(List<Step> program) {
		Finder finder = one(List.of(Finder.values()));
		execute(program, new Step.Find(++this.steps, finder, 1 + this.random.nextInt(Data.ROWS)));
	}

	private void readOne(List<Step> program) {
		for (int attempt = 0; attempt < 5; attempt++) {
			Ref ref = one(this.refs);
			if (read(program, ref, one(associations(ref)))) {
				return;
			}
		}
	}

	/**
	 * Reads one association of all objects that one step has reached.
	 */
	private void readSame(List<Step> program) {
		Ref sample = one(this.refs);
		AssociationProperty association = one(associations(sample));
		List.copyOf(this.refs)
			.stream()
			.filter((ref) -> ref.step() == sample.step())
			.forEach((ref) -> read(program, ref, association));
	}

	private boolean read(List<Step> program, Ref ref, AssociationProperty property) {
		Association association = association(ref, property);
		boolean readable = property.kind() == AssociationKind.BELONGS_TO || !isPartial(ref);
		if (!readable || this.read.putIfAbsent(association, ref) != null) {
			return false;
		}
		execute(program, new Step.Read(++this.steps, ref, property.name()));
		return true;
	}

	private void peek(List<Step> program) {
		Ref ref = one(this.refs);
		AssociationProperty property = one(associations(ref));
		if (property.kind() != AssociationKind.HAS_MANY || isPartial(ref)) {
			return;
		}
		Association association = association(ref, property);
		if (this.read.containsKey(association) || isPreloaded(association)) {
			return;
		}
		if (property.scopeShape().limit()) {
			this.read.put(association, ref);
		}
		execute(program, new Step.Peek(++this.steps, ref, property.name(), one(List.of(Peeking.values())),
				1 + this.random.nextInt(4)));
	}

	private void readAgain(List<Step> program) {
		Ref ref = one(this.refs);
		AssociationProperty property = one(associations(ref));
		if (ref.equals(this.read.get(association(ref, property)))) {
			execute(program, new Step.ReadAgain(++this.steps, ref, property.name()));
		}
	}

	/**
	 * Naively nothing is preloaded, so what is written would be read later than normally.
	 * What was preloaded is forgotten when its own transaction rolls back, wherever it
	 * was read, so it is read in that one.
	 */
	private void preload(List<Step> program) {
		Ref ref = one(this.refs);
		AssociationProperty property = one(associations(ref));
		List<AssociationProperty> further = this.application.model().associationsOf(property.target()).toList();
		boolean readable = property.kind() == AssociationKind.BELONGS_TO || !isPartial(ref);
		if (!this.writes && readable) {
			String path = further.isEmpty() || this.random.nextBoolean() ? property.name()
					: property.name() + "." + one(further).name();
			this.preloaded |= !this.surroundings.isEmpty();
			execute(program, new Step.Preload(++this.steps, ref.step(), path));
		}
	}

	private static boolean isPreloaded(Association association) {
		return association instanceof AssociationHolder holder && holder.isRead();
	}

	private void repoint(List<Step> program) {
		Ref ref = one(this.refs);
		Object object = object(ref);
		boolean root = isStep(ref, (step) -> step instanceof Step.Find);
		if (!root || !(object instanceof Task || object instanceof Badge)) {
			return;
		}
		AssociationProperty property = associations(ref).get(0);
		if (property.inverseFilled() || this.read.putIfAbsent(association(ref, property), new Ref(0, 0)) != null) {
			return;
		}
		execute(program, new Step.Repoint(++this.steps, ref, property.name(),
				object instanceof Task && this.random.nextBoolean(), 1L + this.random.nextInt(4)));
	}

	private void write(List<Step> program) {
		boolean allowed = this.surroundings.stream()
			.allMatch((surrounding) -> surrounding == Surrounding.UNIT || surrounding == Surrounding.TRANSACTION);
		if (!this.writes || !allowed) {
			return;
		}
		this.transactionWrote |= this.surroundings.contains(Surrounding.TRANSACTION);
		if (this.random.nextBoolean()) {
			save(program);
		}
		else {
			writeUnheld(program);
		}
	}

	private void save(List<Step> program) {
		Ref ref = one(this.refs);
		Object object = object(ref);
		if (object instanceof Labelled row && !isPartial(ref) && held(row.getClass(), row.id()) == 1) {
			int id = ++this.steps;
			execute(program, new Step.Save(id, ref, "saved by s" + id));
		}
	}

	private void writeUnheld(List<Step> program) {
		Writing how = one(List.of(Writing.values()));
		long id = 1 + this.random.nextInt(Data.ROWS);
		if (!how.changesRow() || held(how.type(), id) == 0) {
			execute(program, new Step.Write(++this.steps, how, id));
		}
	}

	private long held(Class<?> type, @Nullable Long id) {
		return this.refs.stream()
			.map(this::object)
			.filter((object) -> object.getClass() == type && Objects.equals(((Row) object).id(), id))
			.count();
	}

	private void block(List<Step> program) {
		Surrounding surrounding = one(List.of(Surrounding.values()));
		boolean bound = this.transactionWrote || this.preloaded;
		if (this.surroundings.size() > 2 || bound && surrounding.suspends()) {
			return;
		}
		int id = ++this.steps;
		Map<Association, Ref> readBefore = new IdentityHashMap<>(this.read);
		List<Step> body = new ArrayList<>();
		this.run.surround(surrounding, () -> {
			this.surroundings.push(surrounding);
			body.addAll(generate(2 + this.random.nextInt(6)));
			this.surroundings.pop();
		});
		program.add(new Step.Block(id, surrounding, body));
		if (surrounding.rollsBack()) {
			this.read.keySet()
				.removeIf((association) -> !readBefore.containsKey(association) && !association.isLoaded());
		}
		if (!this.surroundings.contains(Surrounding.TRANSACTION)) {
			this.transactionWrote = false;
		}
		this.preloaded &= !this.surroundings.isEmpty();
	}

	private Object object(Ref ref) {
		return Objects.requireNonNull(this.run.get(ref));
	}

	private Association association(Ref ref, AssociationProperty property) {
		return Objects.requireNonNull(property.holder(object(ref)));
	}

	private List<AssociationProperty> associations(Ref ref) {
		return this.application.model().associationsOf(object(ref).getClass()).toList();
	}

	private boolean isPartial(Ref ref) {
		return isStep(ref, (step) -> step instanceof Step.Find find && find.finder().isPartial());
	}

	private boolean isStep(Ref ref, Predicate<Step> condition) {
		return this.run.outcomes()
			.keySet()
			.stream()
			.anyMatch((step) -> step.id() == ref.step() && condition.test(step));
	}

}
