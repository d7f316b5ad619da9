package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Quizzes extends ListCrudRepository<Quiz, Long> {

}
