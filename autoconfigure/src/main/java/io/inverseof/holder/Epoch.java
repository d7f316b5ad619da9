package io.inverseof.holder;

/**
 * The part of a unit of work in which what was read stays valid: until the unit is
 * cleared or rolled back. It keeps nothing of the unit alive. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Epoch {

	private volatile boolean over;

	private volatile boolean rolledBack;

	/**
	 * Ends it, because the rows may have changed.
	 */
	public void end() {
		this.over = true;
	}

	/**
	 * Ends it as if nothing had been read.
	 */
	public void rollBack() {
		this.rolledBack = true;
		this.over = true;
	}

	/**
	 * Tells whether what was read and not looked at yet has to be read again.
	 * @return whether the unit was cleared or rolled back
	 */
	public boolean isOver() {
		return this.over;
	}

	/**
	 * Tells whether what was read never happened.
	 * @return whether the unit was rolled back
	 */
	public boolean isRolledBack() {
		return this.rolledBack;
	}

}
