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
 * @param ahead what was read ahead and not asked for yet, or {@code null}
 * @param epoch when the target was found, if a rollback can take that back
 */
record KeyState(Phase phase, @Nullable Object id, @Nullable Object target, @Nullable ReadAhead ahead,
		@Nullable Epoch epoch) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	static final KeyState EMPTY = new KeyState(Phase.EMPTY, null, null, null, null);

	static final KeyState UNKNOWN = new KeyState(Phase.UNKNOWN, null, null, null, null);

	enum Phase {

		/** The query did not read the column. */
		UNKNOWN,

		/** There is no target. */
		EMPTY,

		/** The key came from a row and nobody has asked for the target. */
		HYDRATED,

		/** As {@link #HYDRATED}, and the target was read together with others. */
		AHEAD,

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
		return new KeyState(Phase.HYDRATED, id, null, null, null);
	}

	static KeyState keyed(@Nullable Object id) {
		return (id != null) ? new KeyState(Phase.KEYED, id, null, null, null) : EMPTY;
	}

	static KeyState assigned(Object target, @Nullable Object id) {
		return new KeyState(Phase.ASSIGNED, id, target, null, null);
	}

	KeyState shared(Object target, @Nullable Epoch epoch) {
		return new KeyState(Phase.SHARED, this.id, target, null, epoch);
	}

	KeyState read(@Nullable Object target, @Nullable Epoch epoch) {
		return new KeyState(Phase.READ, this.id, target, null, epoch);
	}

	KeyState ahead(ReadAhead ahead) {
		return new KeyState(Phase.AHEAD, this.id, null, ahead, null);
	}

	/**
	 * The application has the target, but has not looked at it. Only keys of rows count.
	 */
	KeyState preloaded(ReadAhead ahead, @Nullable Epoch epoch) {
		return new KeyState(Phase.READ, this.id, ahead.rows().isEmpty() ? null : ahead.rows().get(0),
				fromRow() ? ahead : null, epoch);
	}

	/** The same key without a target that was loaded; an assigned one stays. */
	KeyState unread() {
		return switch (this.phase) {
			case UNKNOWN, EMPTY, HYDRATED, KEYED, FORGOTTEN, ASSIGNED -> this;
			case AHEAD, SHARED -> new KeyState(Phase.HYDRATED, this.id, null, null, null);
			case READ -> (this.id != null) ? hydrated(this.id) : EMPTY;
		};
	}

	/** The same key, whose target must come from the database. */
	static KeyState forgotten(Object id) {
		return new KeyState(Phase.FORGOTTEN, id, null, null, null);
	}

	/** The same, now that the application has named or seen the target. */
	KeyState asked() {
		return (this.phase == Phase.SHARED) ? read(this.target, this.epoch) : this;
	}

	boolean fromRow() {
		return this.phase == Phase.HYDRATED || this.phase == Phase.AHEAD || this.phase == Phase.SHARED;
	}

	/** The key is that of the row, whatever it is. */
	boolean isRead() {
		return fromRow() || this.phase == Phase.READ || this.phase == Phase.FORGOTTEN;
	}

	boolean isForgotten() {
		return this.phase == Phase.FORGOTTEN;
	}

	boolean isUnread() {
		return this.phase == Phase.HYDRATED || this.phase == Phase.AHEAD || this.phase == Phase.KEYED;
	}

	boolean isAssigned() {
		return this.phase == Phase.ASSIGNED;
	}

	boolean isRolledBack() {
		return this.epoch != null && this.epoch.isRolledBack();
	}

	/** What was read ahead stays behind. */
	@Serial
	private Object writeReplace() {
		Phase phase = (this.phase == Phase.AHEAD) ? Phase.HYDRATED : this.phase;
		return (this.ahead == null && this.epoch == null) ? this
				: new KeyState(phase, this.id, this.target, null, null);
	}

}
