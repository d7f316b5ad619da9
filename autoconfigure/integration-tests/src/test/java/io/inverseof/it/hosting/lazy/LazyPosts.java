package io.inverseof.it.hosting.lazy;

import io.inverseof.it.hosting.library.Posts;

import org.springframework.context.annotation.Lazy;

@Lazy
public interface LazyPosts extends Posts {

}
