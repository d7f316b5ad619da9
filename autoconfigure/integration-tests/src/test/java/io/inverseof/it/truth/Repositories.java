package io.inverseof.it.truth;

import java.util.List;

import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;

/**
 * Plain repositories.
 */
interface Repositories {

	interface Authors extends ListCrudRepository<Author, Long>, ListPagingAndSortingRepository<Author, Long> {

		List<Author> findByIdLessThanOrderById(Long id);

		@Query("select id, name from author where id < :id order by id")
		List<Author> whole(Long id);

		@Modifying
		@Query("update author set name = :name where id = :id")
		boolean rename(Long id, String name);

	}

	interface Profiles extends ListCrudRepository<Profile, Long> {

	}

	interface Posts extends ListCrudRepository<Post, Long>, ListPagingAndSortingRepository<Post, Long> {

		List<Post> findByAuthorIdOrderById(@Nullable Long id);

		List<Post> findByEditorOrderById(BelongsTo<Author, Long> editor);

		@Query("select * from post where published order by id")
		List<Post> published();

		/** Reads neither key. */
		@Query("select id, title, published from post where id < :id order by id")
		List<Post> partly(Long id);

		@Modifying
		@Query("update post set title = :title where id = :id")
		boolean retitle(Long id, String title);

	}

	interface Comments extends ListCrudRepository<Comment, Long> {

		@Query("select c.* from comment c where c.id > :id order by c.id desc")
		List<Comment> after(Long id);

	}

	interface Badges extends ListCrudRepository<Badge, Long> {

	}

	interface Employees extends ListCrudRepository<Employee, Long> {

		List<Employee> findByManagerIdOrderById(Long id);

		/** Does not read the manager. */
		@Query("select id, name from employee where id = :id")
		List<Employee> nameOnly(Long id);

	}

	interface Projects extends ListCrudRepository<Project, Long> {

	}

	interface Tasks extends ListCrudRepository<Task, Long> {

		List<Task> findByProjectIdOrderById(Long id);

		List<Task> findByDoneOrderById(boolean done);

	}

}
