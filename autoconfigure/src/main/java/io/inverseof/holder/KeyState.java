package io.inverseof.holder;

import java.io.Serial;
import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * What a belongs-to knows at one moment. Immutable; the holder replaces it as a whole.
 *
 * @param phase how much is known
 * @param id the key, {@code null} if empty, unread, or that of an unsaved target
 * @param target the target, or {@code null}
 */
record KeyState(Phase phase, @Nullable Object id, @Nullable Object target) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	static final KeyState EMPTY = new KeyState(Phase.EMPTY, null, null);

	static final KeyState UNKNOWN = new KeyState(Phase.UNKNOWN, null, null);

	enum Phase {

		/** The query did not read the column. */
		UNKNOWN,

		/** There is no target. */
		EMPTY,

		/** The key came from a row and nobody has asked for the target. */
		HYDRATED,

		/** As {@link #HYDRATED}, and the other side has handed out the target. */
		SHARED,

		/** The key was set in memory and nobody has asked for the target. */
		KEYED,

		/** The application wants the target to be queried again. */
		FORGOTTEN,

		/** The target was asked for; it is {@code null} if the row does not exist. */
		READ,

		/** The target was assigned in memory. */
		ASSIGNED

	}

	static KeyState hydrated(Object id) {
		return new KeyState(Phase.HYDRATED, id, null);
	}

	static KeyState keyed(@Nullable Object id) {
		return (id != null) ? new KeyState(Phase.KEYED, id, null) : EMPTY;
	}

	static KeyState assigned(Object target, @Nullable Object id) {
		return new KeyState(Phase.ASSIGNED, id, target);
	}

	KeyState shared(Object target) {
		return new KeyState(Phase.SHARED, this.id, target);
	}

	KeyState read(@Nullable Object target) {
		return new KeyState(Phase.READ, this.id, target);
	}

	/** The same key without a target that was loaded; an assigned one stays. */
	KeyState unread() {
		return switch (this.phase) {
			case UNKNOWN, EMPTY, HYDRATED, KEYED, FORGOTTEN, ASSIGNED -> this;
			case SHARED -> new KeyState(Phase.HYDRATED, this.id, null);
			case READ -> (this.id != null) ? hydrated(this.id) : EMPTY;
		};
	}

	/** The same key, whose target must come from the database. */
	static KeyState forgotten(Object id) {
		return new KeyState(Phase.FORGOTTEN, id, null);
	}

	/** The same, now that the application has named or seen the target. */
	KeyState asked() {
		return (this.phase == Phase.SHARED) ? read(this.target) : this;
	}

	boolean fromRow() {
		return this.phase == Phase.HYDRATED || this.phase == Phase.SHARED;
	}

	boolean isForgotten() {
		return this.phase == Phase.FORGOTTEN;
	}

	boolean isUnread() {
		return this.phase == Phase.HYDRATED || this.phase == Phase.KEYED;
	}

	boolean isAssigned() {
		return this.phase == Phase.ASSIGNED;
	}

}
