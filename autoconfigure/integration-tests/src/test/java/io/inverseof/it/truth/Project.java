package io.inverseof.it.truth;

import io.inverseof.AssociationScope;
import io.inverseof.HasMany;
import io.inverseof.ScopedBy;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static io.inverseof.Associations.hasMany;

/**
 * Has all tasks and the open ones.
 */
class Project implements Labelled {

	@Id
	@Nullable Long id;

	String name = "";

	final HasMany<Task> tasks = hasMany(this);

	@ScopedBy(Open.class)
	final HasMany<Task> openTasks = hasMany(this);

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

	static class Open implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("done").is(false));
		}

	}

}
