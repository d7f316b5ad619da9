package io.inverseof.it.unitofwork;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;

/**
 * Callbacks that replace what was read by a copy.
 */
@Configuration(proxyBeanMethods = false)
class Replacing {

	static final String PROCESSED = " (processed)";

	static final List<String> seen = new ArrayList<>();

	@Bean
	AfterConvertCallback<Author> copyAuthors() {
		return (author) -> {
			Author copy = new Author();
			copy.id = author.id;
			copy.name = author.name + PROCESSED;
			return copy;
		};
	}

	@Bean
	AfterConvertCallback<Post> copyPosts() {
		return (post) -> {
			Post copy = new Post();
			copy.id = post.id;
			copy.title = post.title + PROCESSED;
			copy.author.setId(post.author.getId());
			return copy;
		};
	}

	@Bean
	AfterConvertCallback<Comment> copyComments() {
		return (comment) -> new Comment(comment.id(), comment.body() + PROCESSED, comment.post());
	}

	@Bean
	AfterConvertCallback<Node> copyNodes() {
		return (node) -> {
			Node copy = new Node();
			copy.id = node.id;
			copy.name = node.name + PROCESSED;
			copy.parent.setId(node.parent.getId());
			return copy;
		};
	}

	@Bean
	AfterConvertCallback<Profile> lookAtProfiles() {
		return (profile) -> {
			seen.add(profile.author + " loaded: " + profile.author.isLoaded());
			return profile;
		};
	}

}
