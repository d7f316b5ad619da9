package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Replies extends ListCrudRepository<Reply, Long> {

}
