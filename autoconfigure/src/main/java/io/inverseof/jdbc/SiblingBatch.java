package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;

/**
 * The holders of one association that are loaded by one query, by their keys, the one
 * that was asked first. Confined to one thread.
 */
final class SiblingBatch {

	private static final int VISITS_WHEN_FULL = 10;

	private final AssociationProperty property;

	private final int maxKeys;

	private int visitsWhenFull;

	private final Map<Object, List<AssociationHolder>> holders = new LinkedHashMap<>();

	private final Set<Object> folded = new HashSet<>();

	SiblingBatch(AssociationProperty property, int maxKeys) {
		this.property = property;
		this.maxKeys = maxKeys;
	}

	AssociationProperty property() {
		return this.property;
	}

	/**
	 * Takes a holder in, unless its rows cannot be told from those of another key, or, of
	 * a has-one or has-many, belong to an owner of the same id.
	 */
	void add(Object key, AssociationHolder holder) {
		List<AssociationHolder> present = this.holders.get(key);
		if (present != null) {
			if (this.property.kind() == AssociationKind.BELONGS_TO) {
				present.add(holder);
			}
			return;
		}
		if (this.holders.size() < this.maxKeys && this.folded.add(ComparableKey.folded(key))) {
			this.holders.put(key, new ArrayList<>(List.of(holder)));
		}
	}

	/**
	 * Tells whether the rows of a key are in the same table as those of the others.
	 */
	boolean takes(Object key) {
		return this.holders.isEmpty() || KnownTypes.isSame(this.holders.keySet().iterator().next(), key);
	}

	/**
	 * Tells whether to look at another sibling. One whose key is here already costs the
	 * database nothing, but looking for it takes time.
	 */
	boolean wantsMore() {
		return !isFull() || this.visitsWhenFull++ < VISITS_WHEN_FULL * this.maxKeys;
	}

	boolean isFull() {
		return this.holders.size() >= this.maxKeys;
	}

	boolean has(Object key) {
		return this.holders.containsKey(key);
	}

	int size() {
		return this.holders.size();
	}

	List<Object> keys() {
		return List.copyOf(this.holders.keySet());
	}

	List<AssociationHolder> holders(Object key) {
		return this.holders.getOrDefault(key, List.of());
	}

}
