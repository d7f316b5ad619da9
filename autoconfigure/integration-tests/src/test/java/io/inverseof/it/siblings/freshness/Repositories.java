package io.inverseof.it.siblings.freshness;

import io.inverseof.it.siblings.freshness.Journal.Authors;
import io.inverseof.it.siblings.freshness.Journal.Posts;
import io.inverseof.it.siblings.freshness.Journal.Profiles;
import io.inverseof.it.siblings.freshness.Journal.Tags;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;

/**
 * Everything that writes.
 *
 * @param authors the authors
 * @param posts the posts
 * @param tags the tags
 * @param profiles the profiles
 * @param template the template
 */
record Repositories(Authors authors, Posts posts, Tags tags, Profiles profiles, JdbcAggregateOperations template) {

	<T> T find(Class<T> type, long id) {
		T found = this.template.findById(id, type);
		if (found == null) {
			throw new IllegalStateException("No %s with the id %s".formatted(type.getSimpleName(), id));
		}
		return found;
	}

}
