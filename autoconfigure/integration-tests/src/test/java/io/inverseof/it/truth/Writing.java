package io.inverseof.it.truth;

import org.springframework.data.repository.CrudRepository;

/**
 * Writes that programs do between traversals, on rows they hold no object of.
 */
enum Writing {

	INSERT_POST(Post.class) {
		@Override
		void write(Application application, long n) {
			Post post = new Post();
			post.title = "inserted";
			post.author.setId(n);
			application.bean(Repositories.Posts.class).save(post);
		}
	},

	INSERT_COMMENT(Comment.class) {
		@Override
		void write(Application application, long n) {
			application.bean(Repositories.Comments.class)
				.save(new Comment(null, "inserted", io.inverseof.BelongsTo.toId(n)));
		}
	},

	DELETE_AUTHOR(Author.class) {
		@Override
		void write(Application application, long n) {
			findAndDelete(application.bean(Repositories.Authors.class), n);
		}
	},

	DELETE_POST(Post.class) {
		@Override
		void write(Application application, long n) {
			findAndDelete(application.bean(Repositories.Posts.class), n);
		}
	},

	DELETE_EMPLOYEE(Employee.class) {
		@Override
		void write(Application application, long n) {
			findAndDelete(application.bean(Repositories.Employees.class), n);
		}
	},

	RENAME_AUTHOR(Author.class) {
		@Override
		void write(Application application, long n) {
			application.bean(Repositories.Authors.class).findById(n);
			application.bean(Repositories.Authors.class).rename(n, "renamed");
		}
	},

	RETITLE_POST(Post.class) {
		@Override
		void write(Application application, long n) {
			application.bean(Repositories.Posts.class).findById(n);
			application.bean(Repositories.Posts.class).retitle(n, "retitled");
		}
	};

	private final Class<?> type;

	Writing(Class<?> type) {
		this.type = type;
	}

	Class<?> type() {
		return this.type;
	}

	/**
	 * Whether the row must not be in the hands of the program.
	 */
	boolean changesRow() {
		return this != INSERT_POST && this != INSERT_COMMENT;
	}

	abstract void write(Application application, long n);

	private static <T> void findAndDelete(CrudRepository<T, Long> repository, long id) {
		repository.findById(id).ifPresent(repository::delete);
	}

}
