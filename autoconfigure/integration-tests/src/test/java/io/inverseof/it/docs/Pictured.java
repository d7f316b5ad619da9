package io.inverseof.it.docs;

// tag::pictured[]
public interface Pictured {

}
// end::pictured[]
