package io.inverseof.it.truth;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

/**
 * Refers to its own class.
 */
class Employee implements Labelled {

	@Id
	@Nullable Long id;

	String name = "";

	final BelongsTo<Employee, Long> manager = belongsTo(this);

	final HasMany<Employee> reports = hasMany(this);

	@Override
	public @Nullable Long id() {
		return this.id;
	}

	@Override
	public String label() {
		return this.name;
	}

	@Override
	public void relabel(String label) {
		this.name = label;
	}

}
