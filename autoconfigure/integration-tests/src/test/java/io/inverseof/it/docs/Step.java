package io.inverseof.it.docs;

import io.inverseof.InverseOf;

// tag::back-reference[]
class Step {

	private String text;

	@InverseOf("steps")
	private Recipe recipe; // no column

	// end::back-reference[]
	String text() {
		return text;
	}

	Step text(String text) {
		this.text = text;
		return this;
	}

	Recipe recipe() {
		return recipe;
	}

}
