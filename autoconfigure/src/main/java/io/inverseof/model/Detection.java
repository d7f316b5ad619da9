package io.inverseof.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One run of the detection: some classes and all that their associations lead to, except
 * what is known already. Belongs-to associations come first, because the others depend on
 * their columns; inverses come last. Confined to one thread.
 */
final class Detection {

	private static final Comparator<Class<?>> BY_NAME = Comparator.<Class<?>, String>comparing(Class::getSimpleName)
		.thenComparing(Class::getName)
		.thenComparingInt(System::identityHashCode);

	private final EntityMapping mapping;

	private final Function<Class<?>, @Nullable EntityAssociations> known;

	private final Declarations declarations;

	private final Scopes scopes;

	private final BelongsToKeys belongsToKeys;

	private final ForeignKeys foreignKeys;

	private final InverseDetection inverses;

	private final PolymorphicTargets targets;

	private final PolymorphicDeclarations polymorphic;

	private final ThroughDeclarations throughs = new ThroughDeclarations(this::associationsOf);

	private final Map<Class<?>, EntityDraft> drafts = new TreeMap<>(BY_NAME);

	Detection(EntityMapping mapping, Scopes scopes, DetectionFlags flags, Surroundings surroundings,
			PolymorphicTargets targets, Function<Class<?>, @Nullable EntityAssociations> known) {
		this.mapping = mapping;
		this.known = known;
		this.declarations = new Declarations(mapping);
		this.scopes = scopes;
		this.belongsToKeys = new BelongsToKeys(mapping, surroundings);
		this.foreignKeys = new ForeignKeys(mapping, surroundings);
		this.inverses = new InverseDetection(mapping, flags, surroundings);
		this.targets = targets;
		this.polymorphic = new PolymorphicDeclarations(mapping, targets);
	}

	/**
	 * Detects the associations of classes.
	 * @return what was found, by simple name of the class
	 */
	Map<Class<?>, EntityAssociations> detect(Collection<? extends Class<?>> roots) {
		discover(roots);
		this.drafts.values().forEach(this::declareBelongsTo);
		this.drafts.values().forEach(this::declareOthers);
		this.drafts.values().forEach(this::declareThroughs);
		this.drafts.values().forEach(this::link);
		Map<Class<?>, EntityAssociations> found = new LinkedHashMap<>();
		this.drafts.forEach((type, draft) -> found.put(type, new EntityAssociations(draft.properties())));
		return found;
	}

	/**
	 * Returns the classes whose associations are their own, which those of an embedded
	 * object are not: they are found again in each entity that embeds it.
	 */
	Stream<EntityDraft> owners() {
		Set<Class<?>> embedded = this.drafts.values()
			.stream()
			.flatMap((draft) -> draft.fields().embedded())
			.collect(Collectors.toSet());
		return this.drafts.values().stream().filter((draft) -> !embedded.contains(draft.type()));
	}

	private void discover(Collection<? extends Class<?>> roots) {
		Deque<Class<?>> open = new ArrayDeque<>(roots);
		while (!open.isEmpty()) {
			Class<?> type = open.remove();
			if (this.known.apply(type) == null && !this.drafts.containsKey(type)) {
				EntityDraft draft = new EntityDraft(type);
				this.drafts.put(type, draft);
				draft.fields()
					.associations()
					.stream()
					.map(AssociationField::target)
					.filter(Objects::nonNull)
					.filter(this.mapping::isEntity)
					.forEach(open::add);
			}
		}
	}

	private void declareBelongsTo(EntityDraft draft) {
		draft.fields().others().forEach((other) -> checkOther(other, draft.otherProblems()));
		draft.fields()
			.associations()
			.stream()
			.filter((field) -> field.kind() == AssociationKind.BELONGS_TO)
			.forEach((field) -> declareBelongsTo(draft, field));
	}

	private void checkOther(DiscoveredFields.OtherField other, Violations problems) {
		if (StrayAnnotations.isBackReference(other)) {
			new BackReferenceDeclarations(this.drafts.keySet()).check(other, problems);
		}
		else if (!WrappedAssociations.check(other, problems)) {
			StrayAnnotations.check(other, problems);
		}
	}

	private void declareBelongsTo(EntityDraft draft, AssociationField field) {
		Violations problems = draft.problemsOf(field);
		this.declarations.checkAnnotations(field, problems);
		ThroughDeclarations.checkBelongsTo(field, problems);
		Class<?> target = this.declarations.target(field, problems);
		if (target != null) {
			this.declarations.checkIdType(field, target, problems);
			boolean polymorphic = PolymorphicDeclarations.isPolymorphic(field);
			BelongsToKeys.Key key = polymorphic ? PolymorphicDeclarations.key(field, this.belongsToKeys, problems)
					: this.belongsToKeys.of(field, target, problems);
			ResolvedScope scope = polymorphic ? ResolvedScope.NONE : this.scopes.of(field, target, problems);
			AssociationProperty property = new AssociationProperty(field.owner(), field.path(), field.kind(), target,
					key.columns(), key.followed(), scope.scope(), scope.shape());
			if (polymorphic) {
				this.polymorphic.distinguish(field, property, problems);
			}
			draft.add(field, property);
		}
	}

	private void declareOthers(EntityDraft draft) {
		draft.fields()
			.associations()
			.stream()
			.filter((field) -> field.kind() != AssociationKind.BELONGS_TO && !ThroughDeclarations.isThrough(field))
			.forEach((field) -> declareOther(draft, field));
	}

	private void declareOther(EntityDraft draft, AssociationField field) {
		Violations problems = draft.problemsOf(field);
		this.declarations.checkAnnotations(field, problems);
		Class<?> target = this.declarations.target(field, problems);
		if (!this.declarations.canPointAtChildren(field, problems) || target == null) {
			return;
		}
		if (PolymorphicDeclarations.isAs(field)) {
			declareAs(draft, field, target, problems);
		}
		else {
			List<String> foreignKey = this.foreignKeys.of(field, target, associationsOf(target),
					isBroken(target, field) ? new Violations() : problems);
			ResolvedScope scope = this.scopes.of(field, target, problems);
			draft.add(field, new AssociationProperty(field.owner(), field.path(), field.kind(), target, foreignKey,
					List.of(), scope.scope(), scope.shape()));
		}
	}

	/**
	 * The key of the other side of a polymorphic belongs-to is that of the belongs-to.
	 */
	private void declareAs(EntityDraft draft, AssociationField field, Class<?> target, Violations problems) {
		AssociationProperty other = this.polymorphic.other(field, target, associationsOf(target),
				isBroken(target, field) ? new Violations() : problems);
		TypeColumn column = (other != null) ? other.typeColumn() : null;
		if (other != null && column != null) {
			ResolvedScope scope = this.scopes.of(field, target, problems);
			AssociationProperty property = new AssociationProperty(field.owner(), field.path(), field.kind(), target,
					other.foreignKey(), List.of(), scope.scope(), scope.shape());
			property.distinguishBy(new TypeColumn(column.name(), PolymorphicTargets.nameOf(field.owner())));
			draft.add(field, property);
		}
	}

	private void linkPolymorphic(AssociationProperty property, Violations problems) {
		List<AssociationProperty> ofTargets = this.targets.of(property)
			.stream()
			.flatMap((type) -> associationsOf(type).stream())
			.toList();
		this.inverses.link(property, ofTargets, problems);
		this.polymorphic.checkColumns(property, associationsOf(property.owner()), problems);
		if (problems.isEmpty() && this.drafts.values().stream().noneMatch((draft) -> isMeantBy(draft, property))) {
			this.polymorphic.checkTargets(property, problems);
		}
		this.polymorphic.checkInverse(property, ofTargets, problems);
	}

	/**
	 * Tells whether a class would be a target if its own side were right.
	 */
	private static boolean isMeantBy(EntityDraft draft, AssociationProperty belongsTo) {
		return draft.broken().anyMatch((field) -> PolymorphicSides.isNamedBy(field, belongsTo));
	}

	private void declareThroughs(EntityDraft draft) {
		draft.fields()
			.associations()
			.stream()
			.filter((field) -> field.kind() != AssociationKind.BELONGS_TO && ThroughDeclarations.isThrough(field))
			.forEach((field) -> declareThrough(draft, field));
	}

	private void declareThrough(EntityDraft draft, AssociationField field) {
		Violations problems = draft.problemsOf(field);
		this.declarations.checkAnnotations(field, problems);
		Class<?> target = this.declarations.target(field, problems);
		if (this.declarations.canPointAtChildren(field, problems) && target != null) {
			ThroughPath path = this.throughs.of(field, target, this::brokenOf, problems);
			ResolvedScope scope = this.scopes.of(field, target, problems);
			if (path != null) {
				AssociationProperty property = new AssociationProperty(field.owner(), field.path(), field.kind(),
						target, path.join().foreignKey(), List.of(), scope.scope(), scope.shape());
				property.leadThrough(path);
				draft.add(field, property);
			}
		}
	}

	private Stream<AssociationField> brokenOf(Class<?> type) {
		EntityDraft draft = this.drafts.get(type);
		return (draft != null) ? draft.broken() : Stream.empty();
	}

	private void link(EntityDraft draft) {
		for (AssociationField field : draft.fields().associations()) {
			AssociationProperty property = draft.property(field);
			if (property != null && property.isPolymorphic()) {
				linkPolymorphic(property, draft.problemsOf(field));
			}
			else if (property != null) {
				boolean consequence = !draft.problemsOf(field).isEmpty() || isBroken(property.target(), field);
				this.inverses.link(property, associationsOf(property.target()),
						consequence ? new Violations() : draft.problemsOf(field));
			}
		}
	}

	private List<AssociationProperty> associationsOf(Class<?> type) {
		EntityDraft draft = this.drafts.get(type);
		if (draft != null) {
			return draft.properties();
		}
		EntityAssociations associations = this.known.apply(type);
		return (associations != null) ? associations.toList() : List.of();
	}

	/**
	 * Tells whether a wrong association of the target may be meant as the other side.
	 */
	private boolean isBroken(Class<?> target, AssociationField field) {
		EntityDraft draft = this.drafts.get(target);
		return draft != null && draft.broken()
			.filter((other) -> other != field && Candidates.isOpposite(field.kind(), other.kind()))
			.map(AssociationField::target)
			.anyMatch((back) -> back == null || back.isAssignableFrom(field.owner()));
	}

}
