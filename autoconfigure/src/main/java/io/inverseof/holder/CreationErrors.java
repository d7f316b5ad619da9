package io.inverseof.holder;

import io.inverseof.DetachedAssociationException;
import io.inverseof.InverseOfException;
import io.inverseof.UnsavedOwnerException;
import io.inverseof.model.AssociationProperty;

/**
 * Why a target cannot be created.
 */
final class CreationErrors {

	private CreationErrors() {
	}

	static InverseOfException of(AssociationHolder holder) {
		Object owner = holder.owner();
		boolean unsaved = owner == null || holder.idOf(owner) == null;
		return (unsaved || holder.attachment() != null) ? unsaved(holder) : detached(holder);
	}

	private static UnsavedOwnerException unsaved(AssociationHolder holder) {
		AssociationProperty property = holder.property();
		String owner = (property != null) ? property.owner().getSimpleName() : "owner";
		String target = (property != null) ? property.target().getSimpleName() : "target";
		return new UnsavedOwnerException(("%s cannot create %s, because this %s has not been saved. Save it first, or "
				+ "use build(..) and save the %s: that saves both.")
			.formatted(holder.describe(), withArticle(target), owner, owner));
	}

	private static DetachedAssociationException detached(AssociationHolder holder) {
		return new DetachedAssociationException(
				("%s cannot create anything, because its owner was neither loaded nor saved by a repository, so nothing "
						+ "says where to save. Load the owner by a repository, or pass it to "
						+ "AssociationOperations.attach(..).")
					.formatted(holder.describe()));
	}

	private static String withArticle(String name) {
		return ("AEIOU".indexOf(name.charAt(0)) >= 0) ? "an " + name : "a " + name;
	}

}
