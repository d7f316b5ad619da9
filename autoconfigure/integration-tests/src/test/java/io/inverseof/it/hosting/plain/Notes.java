package io.inverseof.it.hosting.plain;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

public interface Notes extends ListCrudRepository<Note, Long> {

	List<Note> findByText(String text);

}
