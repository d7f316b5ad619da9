package io.inverseof.it.docs;

import java.util.List;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

// tag::tweets[]
interface Tweets extends ListCrudRepository<Tweet, Long> {

	List<Tweet> findByHashtag(String hashtag);

	// end::tweets[]
	@Query("SELECT * FROM entry")
	List<Tweet> findEntries();

	// tag::tweets[]

}
// end::tweets[]
