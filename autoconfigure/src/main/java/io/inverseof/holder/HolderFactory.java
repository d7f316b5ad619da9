package io.inverseof.holder;

import io.inverseof.AssociationFactory;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;

import org.springframework.util.Assert;

/**
 * The {@link AssociationFactory} that {@link java.util.ServiceLoader} finds. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HolderFactory implements AssociationFactory {

	@Override
	public <T> HasMany<T> hasMany(Object owner) {
		Assert.notNull(owner, "'owner' must not be null");
		return new HasManyHolder<>(owner);
	}

	@Override
	public <T> HasOne<T> hasOne(Object owner) {
		Assert.notNull(owner, "'owner' must not be null");
		return new HasOneHolder<>(owner);
	}

	@Override
	public <T, ID> BelongsTo<T, ID> belongsToOf(Object owner) {
		Assert.notNull(owner, "'owner' must not be null");
		return BelongsToHolder.of(owner);
	}

	@Override
	public <T, ID> BelongsTo<T, ID> belongsTo(T target) {
		Assert.notNull(target, "'target' must not be null, use BelongsTo.empty()");
		return BelongsToHolder.to(target);
	}

	@Override
	public <T, ID> BelongsTo<T, ID> belongsToId(ID id) {
		Assert.notNull(id, "'id' must not be null, use BelongsTo.empty()");
		return BelongsToHolder.toId(id);
	}

	@Override
	public <T, ID> BelongsTo<T, ID> belongsToId(Class<? extends T> type, ID id) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(id, "'id' must not be null, use BelongsTo.empty()");
		return BelongsToHolder.toId(type, id);
	}

	@Override
	public <T, ID> BelongsTo<T, ID> belongsToNothing() {
		return BelongsToHolder.toId(null);
	}

}
