package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.inverseof.InverseOfException;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.Attachment;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.ReadAhead;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Inheritance;
import io.inverseof.unitofwork.SpeculativeReason;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Loads an association of many objects by one query. Thread-safe; holds no lock while it
 * queries.
 */
final class SiblingLoader {

	private static final Log logger = LogFactory.getLog(SiblingLoader.class);

	private final AssociationRuntime runtime;

	private final ChildKeys childKeys;

	SiblingLoader(AssociationRuntime runtime, ChildKeys childKeys) {
		this.runtime = runtime;
		this.childKeys = childKeys;
	}

	/**
	 * Loads the rows of a holder, and those of its siblings that have not got theirs.
	 * @return the rows of the holder, or {@code null} if it has to be loaded alone
	 */
	@Nullable List<?> load(QueryAttachment origin, AssociationHolder holder, AssociationProperty property, Object key) {
		QueryResults results = origin.results();
		SiblingBatch batch = new SiblingBatch(property, results.batchSize(property));
		batch.add(key, holder);
		if (!batch.isFull() && holder.owner() != null && isBatchable(property)) {
			results.visitFrom(origin, holder.owner(), (sibling) -> collect(origin, sibling, batch));
		}
		if (batch.size() == 1) {
			return null;
		}
		Map<Object, SiblingRows> rows = loadIfReadable(batch,
				BatchLimits.rows(property, this.runtime.batchSize(property)));
		if (rows == null || rows.isEmpty()) {
			results.reduceBatchSize(property, batch.size() / 2);
		}
		if (rows == null) {
			return null;
		}
		SiblingRows own = rows.get(key);
		if (own != null) {
			own.taken();
		}
		else {
			this.runtime.listener().querySpeculative(property, SpeculativeReason.FALLBACK);
		}
		rows.forEach((other, ahead) -> batch.holders(other)
			.stream()
			.filter((sibling) -> sibling != holder)
			.forEach((sibling) -> sibling.readAhead(ahead)));
		return (own != null) ? own.rows() : null;
	}

	/**
	 * A row of another owner that cannot be read must not fail the one that was asked.
	 */
	private @Nullable Map<Object, SiblingRows> loadIfReadable(SiblingBatch batch, int most) {
		try {
			return load(batch, most);
		}
		catch (InverseOfException | DataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.debug(batch.property() + " is loaded alone, because it could not be loaded together", ex);
			this.runtime.listener().querySpeculative(batch.property(), SpeculativeReason.FALLBACK);
			return null;
		}
	}

	private static boolean isBatchable(AssociationProperty property) {
		return !property.scopeShape().limit();
	}

	private boolean collect(QueryAttachment origin, Object sibling, SiblingBatch batch) {
		AssociationProperty property = batch.property();
		if (Inheritance.isCommon(property, sibling.getClass())
				&& property.holder(sibling) instanceof AssociationHolder holder) {
			Object key = holder.awaitedKey();
			boolean open = key != null && batch.takes(key)
					&& (batch.has(key) || (!batch.isFull() && origin.findInMemory(property, key) == null));
			if (key != null && open) {
				batch.add(key, holder);
			}
		}
		return batch.wantsMore();
	}

	/**
	 * Loads an association of many objects because the application asked for it.
	 * @param property the association
	 * @param holders its holders in objects of one class; those that are loaded already
	 * are left alone
	 */
	void preload(AssociationProperty property, List<? extends AssociationHolder> holders) {
		SiblingQuery none = new SiblingQuery(this.runtime, property);
		holders.forEach((holder) -> preloadFromMemory(property, holder, none));
		if (!isBatchable(property)) {
			holders.forEach((holder) -> preloadAlone(property, holder));
			return;
		}
		List<SiblingBatch> batches = missing(property, holders);
		while (!batches.isEmpty()) {
			batches.forEach(this::preload);
			batches = missing(property, holders);
		}
	}

	/**
	 * Takes what siblings read ahead, or what is in the unit of work, which needs no
	 * query.
	 */
	private void preloadFromMemory(AssociationProperty property, AssociationHolder holder, SiblingQuery none) {
		ReadAhead ahead = holder.ahead();
		if (ahead != null && ahead.standing() == ReadAhead.Standing.CURRENT) {
			holder.preload(ahead);
			return;
		}
		Object key = holder.missingKey();
		Object known = (key != null && holder.attachment() instanceof QueryAttachment attachment)
				? attachment.findInMemory(property, key) : null;
		if (key != null && known != null && holder instanceof BelongsToHolder<?, ?> belongsTo
				&& !belongsTo.isForgotten()) {
			SiblingRows rows = new SiblingRows(none, key, List.of(known));
			rows.taken();
			belongsTo.wireTarget(known);
			belongsTo.preload(rows);
		}
	}

	/**
	 * The holders that are not loaded, as many together as one query may ask for. Those
	 * that must not be asked for together with others are left for later.
	 */
	private List<SiblingBatch> missing(AssociationProperty property, List<? extends AssociationHolder> holders) {
		Map<Object, List<AssociationHolder>> missing = new LinkedHashMap<>();
		for (AssociationHolder holder : holders) {
			Object key = holder.missingKey();
			if (key != null && (!property.isPolymorphic() || KnownTypes.isKnown(property, key))) {
				missing.computeIfAbsent(key, (first) -> new ArrayList<>()).add(holder);
			}
		}
		List<SiblingBatch> batches = new ArrayList<>();
		missing.forEach((key, ofKey) -> {
			SiblingBatch batch = openBatch(batches, property, key);
			ofKey.forEach((holder) -> batch.add(key, holder));
		});
		return batches;
	}

	private SiblingBatch openBatch(List<SiblingBatch> batches, AssociationProperty property, Object key) {
		for (int i = batches.size() - 1; i >= 0; i--) {
			SiblingBatch last = batches.get(i);
			if (last.takes(key)) {
				if (!last.isFull()) {
					return last;
				}
				break;
			}
		}
		SiblingBatch next = new SiblingBatch(property, this.runtime.batchSize(property));
		batches.add(next);
		return next;
	}

	private void preload(SiblingBatch batch) {
		AssociationProperty property = batch.property();
		Map<Object, SiblingRows> rows = load(batch, BatchLimits.ALL_ROWS);
		if (rows != null) {
			this.runtime.listener().querySpeculative(property, SpeculativeReason.PRELOAD);
			rows.forEach((key, ahead) -> batch.holders(key).forEach((holder) -> holder.preload(ahead)));
		}
		for (Object key : batch.keys()) {
			batch.holders(key).forEach((holder) -> preloadAlone(property, holder));
		}
	}

	/**
	 * Loads an association of one object because the application asked for it.
	 */
	void preloadAlone(AssociationProperty property, AssociationHolder holder) {
		Attachment attachment = holder.attachment();
		Object key = holder.missingKey();
		boolean known = !property.isPolymorphic() || KnownTypes.isKnown(property, key);
		if (key != null && known && attachment instanceof QueryAttachment own) {
			SiblingQuery query = new SiblingQuery(this.runtime, property);
			List<?> rows = own.loadAlone(holder, property, key);
			this.runtime.listener().querySpeculative(property, SpeculativeReason.PRELOAD);
			holder.preload(new SiblingRows(query, key, rows));
		}
	}

	/**
	 * Sends the query of a batch.
	 * @param most how many children are worth it
	 * @return the rows of each key, without those that are not certain, or {@code null}
	 * if nothing is
	 */
	private @Nullable Map<Object, SiblingRows> load(SiblingBatch batch, int most) {
		AssociationProperty property = batch.property();
		SiblingQuery query = new SiblingQuery(this.runtime, property);
		Map<Object, SiblingRows> rows = (property.kind() == AssociationKind.BELONGS_TO) ? loadTargets(batch, query)
				: loadChildren(batch, most, query);
		if (rows == null) {
			this.runtime.listener().querySpeculative(property, SpeculativeReason.FALLBACK);
		}
		return rows;
	}

	private @Nullable Map<Object, SiblingRows> loadTargets(SiblingBatch batch, SiblingQuery query) {
		AssociationProperty property = batch.property();
		Object first = batch.keys().get(0);
		Function<Object, @Nullable Object> keyOf = (first instanceof TypedKey typed)
				? (target) -> typedKey(typed, target) : this.runtime::idOf;
		BiConsumer<AssociationHolder, Object> wiring = (holder, target) -> ((BelongsToHolder<?, ?>) holder)
			.wireTarget(target);
		List<Object> keys = batch.keys();
		List<?> targets = this.runtime.loader()
			.loadTargets(property, keys, query, (target) -> wire(batch, keyOf.apply(target), target, wiring));
		KeyedRows rows = KeyedRows.of(keys, targets, keyOf);
		if (!rows.isComplete()) {
			return null;
		}
		return grouped(keys, (key) -> rows.of(key), query);
	}

	private @Nullable Object typedKey(TypedKey first, Object target) {
		Object id = this.runtime.idOf(target);
		return (id != null) ? first.with(id) : null;
	}

	private static void wire(SiblingBatch batch, @Nullable Object key, Object row,
			BiConsumer<AssociationHolder, Object> wiring) {
		if (key != null) {
			batch.holders(key).forEach((holder) -> wiring.accept(holder, row));
		}
	}

	private @Nullable Map<Object, SiblingRows> loadChildren(SiblingBatch batch, int most, SiblingQuery query) {
		AssociationProperty property = batch.property();
		if (property.isThrough()) {
			return loadThrough(batch, most, query);
		}
		Map<Object, Object> ids = new HashMap<>();
		batch.keys().forEach((id) -> ids.put(this.childKeys.ofOwner(property, id), id));
		Function<Object, @Nullable Object> keyOf = (child) -> {
			Object key = this.childKeys.of(property, child);
			return (key != null) ? ids.get(key) : null;
		};
		BiConsumer<AssociationHolder, Object> wiring = (holder, child) -> QueryAttachment
			.wire((ToChildrenHolder) holder, child);
		List<?> children = this.runtime.loader()
			.loadChildren(property, batch.keys(), (most < BatchLimits.ALL_ROWS) ? most + 1 : most, query,
					(child) -> wire(batch, keyOf.apply(child), child, wiring));
		KeyedRows rows = KeyedRows.of(batch.keys(), children, keyOf);
		return (children.size() > most || !rows.isComplete()) ? null
				: grouped(batch.keys(), (key) -> asked(property, rows.of(key)), query);
	}

	/**
	 * A target that several owners lead to is one object for all of them.
	 */
	private @Nullable Map<Object, SiblingRows> loadThrough(SiblingBatch batch, int most, SiblingQuery query) {
		AssociationProperty property = batch.property();
		ThroughRows found = this.runtime.loader()
			.loadThrough(property, batch.keys(), (most < BatchLimits.ALL_ROWS) ? most + 1 : most, query);
		KeyedRows links = KeyedRows.of(batch.keys(), found.links(), ThroughRows::ownerOf);
		return (found.rowsRead() > most || !links.isComplete()) ? null
				: grouped(batch.keys(), (key) -> asked(property, found.targets(links.of(key))), query);
	}

	/**
	 * Of the rows of a has-one only the first is ever asked for.
	 */
	private static @Nullable List<Object> asked(AssociationProperty property, @Nullable List<Object> rows) {
		return (rows != null && rows.size() > 1 && property.kind() == AssociationKind.HAS_ONE) ? rows.subList(0, 1)
				: rows;
	}

	private static Map<Object, SiblingRows> grouped(List<Object> keys, Function<Object, @Nullable List<Object>> rows,
			SiblingQuery query) {
		Map<Object, SiblingRows> grouped = new HashMap<>();
		for (Object key : keys) {
			List<Object> group = rows.apply(key);
			if (group != null) {
				grouped.put(key, new SiblingRows(query, key, group));
			}
		}
		return grouped;
	}

}
