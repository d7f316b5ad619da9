package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Articles extends ListCrudRepository<Article, Long> {

}
