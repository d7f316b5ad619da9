package io.inverseof.it.unitofwork;

import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface Authors extends ListCrudRepository<Author, Long> {

	@Query("select id, name from author where id = :id")
	Optional<Author> findWhole(Long id);

	@Query("select id from author where id = :id")
	Optional<Author> findIncomplete(Long id);

	Optional<AuthorName> findDtoById(Long id);

	Optional<Named> findNamedById(Long id);

	@Lock(LockMode.PESSIMISTIC_WRITE)
	Optional<Author> findLockedById(Long id);

	@Modifying
	@Query("update author set name = :name where id = :id")
	int rename(Long id, String name);

	@Modifying
	@Query("update post set title = :title where author_id = :authorId")
	int retitlePosts(Long authorId, String title);

	long deleteByName(String name);

	record AuthorName(String name) {

	}

	interface Named {

		String getName();

	}

}
