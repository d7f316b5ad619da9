package io.inverseof.it.hosting.lazy;

import io.inverseof.it.hosting.library.Authors;

import org.springframework.context.annotation.Lazy;

@Lazy
public interface LazyAuthors extends Authors {

}
