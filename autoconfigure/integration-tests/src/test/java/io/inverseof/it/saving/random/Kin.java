package io.inverseof.it.saving.random;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.holder.AssociationHolder;

/**
 * The two ways in which nodes refer to each other.
 */
enum Kin {

	/** The list of a parent is not filled when a child is pointed at it. */
	PARENT {
		@Override
		BelongsTo<Node, Long> reference(Node node) {
			return node.parent;
		}

		@Override
		HasMany<Node> list(Node node) {
			return node.children;
		}
	},

	/** The list of a friend is. */
	FRIEND {
		@Override
		BelongsTo<Node, Long> reference(Node node) {
			return node.friend;
		}

		@Override
		HasMany<Node> list(Node node) {
			return node.fans;
		}
	};

	abstract BelongsTo<Node, Long> reference(Node node);

	abstract HasMany<Node> list(Node node);

	@SuppressWarnings("unchecked")
	List<Node> inMemory(Node node) {
		return (List<Node>) ((AssociationHolder) list(node)).inMemory();
	}

}
