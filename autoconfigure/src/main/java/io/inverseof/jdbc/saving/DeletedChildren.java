package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.model.AssociationProperty;

/**
 * The rows of an association that are dealt with by one statement, and the owners they
 * depend on.
 */
final class DeletedChildren extends DeletionStep {

	private final AssociationProperty property;

	private final List<DeletedRow> owners = new ArrayList<>();

	DeletedChildren(AssociationProperty property) {
		this.property = property;
	}

	AssociationProperty property() {
		return this.property;
	}

	void add(List<DeletedRow> owners) {
		this.owners.addAll(owners);
	}

	List<DeletedRow> owners() {
		return this.owners;
	}

	List<Object> ownerIds() {
		return this.owners.stream().map(DeletedRow::id).toList();
	}

}
