package io.inverseof.it.docs;

import java.util.ArrayList;
import java.util.List;

import org.springframework.data.annotation.Id;

// tag::aggregate[]
class Recipe {

	@Id
	private Long id;

	private List<Step> steps = new ArrayList<>();

	// end::aggregate[]
	Long id() {
		return id;
	}

	List<Step> steps() {
		return steps;
	}

}
