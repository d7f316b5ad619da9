package io.inverseof.it.siblings.freshness;

import java.util.List;
import java.util.function.Consumer;

import io.inverseof.it.siblings.freshness.Journal.Author;
import io.inverseof.it.siblings.freshness.Journal.Post;
import io.inverseof.it.siblings.freshness.Journal.Profile;
import io.inverseof.it.siblings.freshness.Journal.Tag;

/**
 * What may happen to the children of authors.
 */
enum ChildWrite {

	SAVE_NEW((all) -> {
		all.posts().save(post(5));
		all.tags().save(tag(5));
		all.profiles().save(profile(5));
	}),

	SAVE_NEW_TO_SOME((all) -> {
		all.posts().save(post(2));
		all.tags().save(tag(2));
	}),

	SAVE_NEW_WITH_ITS_OWNER((all) -> {
		Post post = post(4);
		post.author.set(all.find(Author.class, 4));
		all.posts().save(post);
	}),

	SAVE_ALL_NEW((all) -> {
		all.posts().saveAll(List.of(post(5), post(2)));
		all.tags().saveAll(List.of(tag(5), tag(2)));
		all.profiles().saveAll(List.of(profile(5)));
	}),

	MOVE((all) -> {
		Post post = all.find(Post.class, 2);
		post.author.setId(3L);
		all.posts().save(post);
		Tag tag = all.find(Tag.class, 2);
		tag.authorId = 3L;
		all.tags().save(tag);
		Profile profile = all.find(Profile.class, 2);
		profile.author.setId(5L);
		all.profiles().save(profile);
	}),

	ORPHAN((all) -> {
		Post post = all.find(Post.class, 2);
		post.author.set(null);
		all.posts().save(post);
		Tag tag = all.find(Tag.class, 2);
		tag.authorId = null;
		all.tags().save(tag);
		Profile profile = all.find(Profile.class, 2);
		profile.author.set(null);
		all.profiles().save(profile);
	}),

	CHANGE((all) -> {
		Post post = all.find(Post.class, 2);
		post.title = "new";
		all.posts().save(post);
		Tag tag = all.find(Tag.class, 2);
		tag.title = "new";
		all.tags().saveAll(List.of(tag));
		Profile profile = all.find(Profile.class, 2);
		profile.bio = "new";
		all.profiles().save(profile);
	}),

	DELETE_BY_ID((all) -> {
		all.posts().deleteById(2L);
		all.tags().deleteById(2L);
		all.profiles().deleteById(2L);
	}),

	DELETE((all) -> {
		all.posts().delete(all.find(Post.class, 2));
		all.tags().delete(all.find(Tag.class, 2));
		all.profiles().delete(all.find(Profile.class, 2));
	}),

	DELETE_ALL_BY_ID((all) -> {
		all.posts().deleteAllById(List.of(2L, 3L));
		all.tags().deleteAllById(List.of(2L, 3L));
		all.profiles().deleteAllById(List.of(2L, 3L));
	}),

	DELETE_ALL_OF_THESE((all) -> {
		all.posts().deleteAll(List.of(all.find(Post.class, 2), all.find(Post.class, 7)));
		all.tags().deleteAll(List.of(all.find(Tag.class, 2), all.find(Tag.class, 7)));
		all.profiles().deleteAll(List.of(all.find(Profile.class, 2), all.find(Profile.class, 4)));
	}),

	DELETE_ALL((all) -> {
		all.posts().deleteAll();
		all.tags().deleteAll();
		all.profiles().deleteAll();
	}),

	INSERT_BY_TEMPLATE((all) -> {
		all.template().insert(post(5));
		all.template().insertAll(List.of(tag(5), tag(4)));
		all.template().insert(profile(5));
	}),

	UPDATE_BY_TEMPLATE((all) -> {
		Post post = all.find(Post.class, 2);
		post.author.setId(5L);
		all.template().update(post);
		Tag tag = all.find(Tag.class, 2);
		tag.authorId = 5L;
		all.template().update(tag);
	}),

	DELETE_BY_TEMPLATE((all) -> {
		all.template().deleteById(2L, Post.class);
		all.template().deleteAll(Tag.class);
		all.template().deleteAllById(List.of(2L), Profile.class);
	}),

	INSERT_BY_QUERY((all) -> {
		all.posts().insertForFifth();
		all.tags().insertForFifth();
		all.profiles().insertForFifth();
	}),

	UPDATE_BY_QUERY((all) -> {
		all.posts().changeSecond();
		all.tags().changeSecond();
		all.profiles().changeSecond();
	}),

	DELETE_BY_QUERY((all) -> all.posts().removeSecond()),

	DELETE_BY_NAME((all) -> {
		all.posts().deleteByTitle("t2");
		all.tags().deleteByTitle("t2");
		all.profiles().deleteByBio("p2");
	});

	private final Consumer<Repositories> write;

	ChildWrite(Consumer<Repositories> write) {
		this.write = write;
	}

	void on(Repositories repositories) {
		this.write.accept(repositories);
	}

	private static Post post(long author) {
		Post post = new Post();
		post.title = "new";
		post.author.setId(author);
		return post;
	}

	private static Tag tag(long author) {
		Tag tag = new Tag();
		tag.title = "new";
		tag.authorId = author;
		return tag;
	}

	private static Profile profile(long author) {
		Profile profile = new Profile();
		profile.bio = "new";
		profile.author.setId(author);
		return profile;
	}

}
