package io.inverseof.it.docs;

import java.util.List;

import io.inverseof.BelongsTo;

import org.springframework.data.repository.ListCrudRepository;

interface Pictures extends ListCrudRepository<Picture, Long> {

	List<Picture> findBySubject(BelongsTo<Pictured, Long> subject);

}
