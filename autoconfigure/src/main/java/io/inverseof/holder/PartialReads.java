package io.inverseof.holder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.inverseof.MissingChildException;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.EntityIds;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Reads a part of a has-many: some elements by id, the first or last ones, or only their
 * number. Memory answers where it is sure of the answer, otherwise a query for that part;
 * the collection is loaded only where memory differs from the rows.
 */
final class PartialReads<T> {

	private final HasManyHolder<T> children;

	PartialReads(HasManyHolder<T> children) {
		this.children = children;
	}

	List<T> findAll(Collection<?> ids) {
		List<Object> wanted = ids.stream().map(this::asId).toList();
		Map<Object, T> found = new HashMap<>();
		(isLimited() ? elements() : certain()).forEach((child) -> collect(found, child));
		Set<Object> unknown = new LinkedHashSet<>(wanted);
		unknown.removeAll(found.keySet());
		List<Object> searched = unknown.stream().filter(this::canBeId).toList();
		Attachment attachment = (this.children.isPublished() || searched.isEmpty()) ? null : this.children.loadable();
		if (attachment != null) {
			List<?> rows = attachment.loadChildren(this.children, ChildQuery.ByIds.of(searched));
			this.children.remember(rows).forEach((child) -> collect(found, child));
		}
		unknown.removeAll(found.keySet());
		if (!unknown.isEmpty()) {
			throw missing(unknown);
		}
		return wanted.stream().map((id) -> Objects.requireNonNull(found.get(id))).toList();
	}

	/**
	 * A literal such as {@code 7} is an {@code Integer}, and a path variable a
	 * {@code String}, where the id may be a {@code Long}.
	 */
	private Object asId(Object id) {
		Class<?> type = idType();
		return (type != null) ? GivenId.as(id, type) : id;
	}

	private boolean canBeId(Object id) {
		Class<?> type = idType();
		return type == null || type.isInstance(id);
	}

	private @Nullable Class<?> idType() {
		AssociationProperty property = this.children.property();
		Class<?> type = (property != null) ? EntityIds.idType(property.target()) : null;
		return (type != null) ? ClassUtils.resolvePrimitiveIfNecessary(type) : null;
	}

	private boolean isLimited() {
		AssociationProperty property = this.children.property();
		return property != null && property.scopeShape().limit();
	}

	private void collect(Map<Object, T> found, T child) {
		Object id = this.children.idOf(child);
		if (id != null) {
			found.put(id, child);
		}
	}

	private MissingChildException missing(Set<Object> ids) {
		AssociationProperty property = this.children.property();
		String type = (property != null) ? property.target().getSimpleName() : "element";
		boolean scoped = property != null && property.scopeShape().narrows();
		return new MissingChildException(
				("%s has no %s with the %s %s: there is no such row, or it belongs to another owner%s. Check the ids, "
						+ "or use a repository of %s to find rows of any owner.")
					.formatted(this.children.describe(), type, (ids.size() == 1) ? "id" : "ids",
							String.join(", ", ids.stream().map(Object::toString).toList()),
							scoped ? ", or it is outside the scope of the association" : "", type));
	}

	List<T> first(int n) {
		Attachment attachment = partlyLoadable();
		if (attachment == null || n == 0) {
			List<T> all = elements();
			return List.copyOf(all.subList(0, Math.min(n, all.size())));
		}
		List<T> rows = this.children.remember(attachment.loadChildren(this.children, new ChildQuery.First(n)));
		List<T> result = new ArrayList<>(rows);
		unsaved().stream().limit(n - rows.size()).forEach(result::add);
		return Collections.unmodifiableList(result);
	}

	List<T> last(int n) {
		Attachment attachment = partlyLoadable();
		if (attachment == null || n == 0) {
			List<T> all = elements();
			return List.copyOf(all.subList(Math.max(0, all.size() - n), all.size()));
		}
		List<T> unsaved = unsaved();
		List<T> tail = unsaved.subList(Math.max(0, unsaved.size() - n), unsaved.size());
		List<T> result = new ArrayList<>();
		if (tail.size() < n) {
			result.addAll(this.children
				.remember(attachment.loadChildren(this.children, new ChildQuery.Last(n - tail.size()))));
			Collections.reverse(result);
		}
		result.addAll(tail);
		return Collections.unmodifiableList(result);
	}

	/**
	 * The attachment, if a part of the rows can be read by itself: nothing was loaded,
	 * and memory does not differ from the database in the rows it has.
	 */
	private @Nullable Attachment partlyLoadable() {
		AssociationProperty property = this.children.property();
		if (this.children.isPublished() || property == null || property.scopeShape().limit() || hasMovedChildren()
				|| (property.isThrough() && LeadingReference.targets(this.children) != null)) {
			return null;
		}
		return this.children.loadable();
	}

	private boolean hasMovedChildren() {
		Attachment attachment = this.children.attachment();
		return attachment == null || this.children.hasDeparted()
				|| this.children.inMemory()
					.stream()
					.anyMatch((child) -> !attachment.isNew(child) && this.children.isMoved(child));
	}

	/**
	 * The elements that need no question to the database. Before the collection is loaded
	 * that is what the application added, not what other associations filled in: a read
	 * that saved a query elsewhere must not save another one that nobody counts.
	 */
	private List<T> certain() {
		return this.children.isPublished() ? this.children.inMemory()
				: this.children.inMemory().stream().filter(this.children::isInMemoryOnly).toList();
	}

	/**
	 * All elements. Asking for a part of what was preloaded does not count as reading it.
	 */
	private List<T> elements() {
		return this.children.isPublished() ? this.children.inMemory() : this.children.snapshot();
	}

	private List<T> unsaved() {
		Attachment attachment = this.children.attachment();
		return this.children.inMemory()
			.stream()
			.filter((child) -> (attachment == null) || attachment.isNew(child))
			.toList();
	}

	long count() {
		Attachment attachment = partlyLoadable();
		return (attachment != null) ? attachment.countChildren(this.children) + unsaved().size() : elements().size();
	}

	boolean exists() {
		if (!certain().isEmpty()) {
			return true;
		}
		Attachment attachment = partlyLoadable();
		return (attachment != null) ? attachment.existsChild(this.children) : !elements().isEmpty();
	}

}
