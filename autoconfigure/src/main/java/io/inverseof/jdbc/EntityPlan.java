package io.inverseof.jdbc;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;

import io.inverseof.Association;
import io.inverseof.Associations;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.Attachment;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.EntityAssociations;
import io.inverseof.model.Inheritance;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.domain.RowDocument;
import org.springframework.util.ReflectionUtils;

/**
 * What there is to do with the objects of one class when they are read and written, found
 * out once. Immutable, thread-safe.
 */
final class EntityPlan {

	private final Class<?> type;

	private final @Nullable RelationalPersistentEntity<?> entity;

	private final EntityAssociations associations;

	private final boolean target;

	private final boolean selfReferential;

	private final boolean remembered;

	private final List<String> columns;

	private final boolean writtenWhole;

	private final AggregateParts parts;

	private final InnerCollections collections;

	private final DiscriminatorValue discriminator;

	EntityPlan(Class<?> type, @Nullable RelationalPersistentEntity<?> entity, AssociationModel model,
			List<String> columns, boolean writtenWhole, AggregateParts parts, InnerCollections collections) {
		this.type = type;
		this.entity = entity;
		this.associations = model.associationsOf(type);
		this.target = entity != null && entity.hasIdProperty() && model.isTarget(type);
		this.selfReferential = this.target && this.associations.toList()
			.stream()
			.anyMatch((a) -> a.kind() == AssociationKind.BELONGS_TO && KnownTypes.mayRefer(a, type));
		this.remembered = entity != null && this.associations.isEmpty()
				&& (isRecognised(type, model) || Inheritance.tableOwner(type) != type);
		this.columns = columns;
		this.writtenWhole = writtenWhole;
		this.parts = parts;
		this.collections = collections;
		this.discriminator = DiscriminatorValue.of(entity);
	}

	/**
	 * Tells whether objects of a class are children whose key is a plain property, or can
	 * be added to an association that goes through another one.
	 */
	private static boolean isRecognised(Class<?> type, AssociationModel model) {
		return model.all()
			.stream()
			.anyMatch((a) -> (a.hasPlainKey() || a.isThrough()) && a.target().isAssignableFrom(type));
	}

	/** Whether nothing in an object tells that it has a row, though it matters. */
	boolean isRemembered() {
		return this.remembered;
	}

	Class<?> type() {
		return this.type;
	}

	EntityAssociations associations() {
		return this.associations;
	}

	boolean hasAssociations() {
		return !this.associations.isEmpty();
	}

	/** The entities inside the aggregate that have associations. */
	AggregateParts parts() {
		return this.parts;
	}

	/** The collections inside the aggregate that take a query each. */
	InnerCollections collections() {
		return this.collections;
	}

	/** Whether some belongs-to refers to objects of this class. */
	boolean isTarget() {
		return this.target;
	}

	/** Whether results of one query may refer to each other. */
	boolean isSelfReferential() {
		return this.selfReferential;
	}

	/** Whether a saved object is the same as its row. */
	boolean isWrittenWhole() {
		return this.writtenWhole;
	}

	/** Whether a row has every mapped column. */
	boolean isComplete(RowDocument row) {
		return this.columns.stream().allMatch(row::containsKey);
	}

	boolean hasId() {
		return this.entity != null && this.entity.hasIdProperty();
	}

	@Nullable Object idOf(Object instance) {
		return (this.entity != null && this.entity.hasIdProperty())
				? this.entity.getIdentifierAccessor(instance).getIdentifier() : null;
	}

	boolean isNew(Object instance) {
		return this.entity != null && this.entity.isNew(instance);
	}

	/**
	 * Tells all holders of an object where they are and who loads for them.
	 * @param row the row the object was made of, or {@code null}
	 */
	void bind(Object instance, Attachment attachment, @Nullable RowDocument row) {
		for (AssociationProperty property : this.associations) {
			AssociationHolder holder = holder(instance, property);
			if (holder == null) {
				continue;
			}
			holder.bind(instance, property, attachment);
			if (row != null && !property.followed().isEmpty() && holder instanceof BelongsToHolder<?, ?> belongsTo) {
				belongsTo.hydrateFollowed(property.foreignKey().stream().allMatch(row::containsKey));
			}
		}
	}

	@Nullable AssociationHolder holder(Object instance, AssociationProperty property) {
		Association holder = property.holder(instance);
		if (holder == null && property.path().size() == 1) {
			holder = create(instance, property);
		}
		return (AssociationHolder) holder;
	}

	/**
	 * Fills a field that the class left {@code null}.
	 */
	private @Nullable Association create(Object instance, AssociationProperty property) {
		Field field = property.field();
		if (Modifier.isFinal(field.getModifiers())) {
			return null;
		}
		Association created = switch (property.kind()) {
			case BELONGS_TO -> Associations.belongsTo(instance);
			case HAS_ONE -> Associations.hasOne(instance);
			case HAS_MANY -> Associations.hasMany(instance);
		};
		ReflectionUtils.setField(field, instance, created);
		return created;
	}

	/**
	 * Finds the holders of a copy of an object that user code or Spring Data made, and
	 * tells them their new owner.
	 * @return whether there were any
	 */
	boolean rebind(Object instance, Attachment attachment) {
		boolean moved = false;
		for (AssociationProperty property : this.associations) {
			if (property.holder(instance) instanceof AssociationHolder holder
					&& (holder.owner() != instance || holder.attachment() == null)) {
				moved |= holder.owner() != instance;
				holder.bind(instance, property, (holder.attachment() != null) ? holder.attachment() : attachment);
			}
		}
		return moved;
	}

	/**
	 * Tells whether an object was connected to the application.
	 */
	boolean isConnected(Object instance) {
		for (AssociationProperty property : this.associations) {
			if (property.holder(instance) instanceof AssociationHolder holder && holder.attachment() != null) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tells the journal whose children a row that exists is leaving, which nobody knows
	 * any more.
	 */
	void movedKeys(Object instance, WriteJournal journal) {
		for (AssociationProperty property : this.associations) {
			if (property.holder(instance) instanceof BelongsToHolder<?, ?> belongsTo && belongsTo.isChanged()) {
				journal.moved(property.field());
			}
		}
	}

	/**
	 * Tells the journal to whom a child that was written belongs.
	 */
	void writtenKeys(Object instance, WriteJournal journal) {
		for (AssociationProperty property : this.associations) {
			if (property.holder(instance) instanceof BelongsToHolder<?, ?> belongsTo) {
				Object key = belongsTo.keyIfKnown();
				if (key != null) {
					journal.written(property.field(), key);
				}
			}
		}
	}

	/**
	 * Checks the keys of an object before it is written, and brings followed properties
	 * up to date.
	 */
	void beforeWrite(Object instance) {
		this.discriminator.write(instance);
		for (AssociationProperty property : this.associations) {
			if (property.holder(instance) instanceof BelongsToHolder<?, ?> belongsTo) {
				belongsTo.bindOwner(instance, property);
				belongsTo.writeFollowedKey();
				belongsTo.keyToWrite();
			}
		}
	}

	/**
	 * Takes the keys that were just written for those of the row.
	 */
	void saved(Object instance) {
		for (AssociationProperty property : this.associations) {
			if (property.holder(instance) instanceof BelongsToHolder<?, ?> belongsTo) {
				belongsTo.saved();
			}
		}
	}

}
