package io.inverseof.demo;

/**
 * An author as the API shows them, with the profile that names its author.
 *
 * @param id the id of the author
 * @param name the name of the author
 * @param profile the profile
 */
record AuthorView(Long id, String name, ProfileView profile) {

	static AuthorView of(Author author) {
		return new AuthorView(author.id(), author.name(), ProfileView.of(author.profile().get()));
	}

	record ProfileView(String headline, String city, String author) {

		static ProfileView of(Profile profile) {
			return new ProfileView(profile.headline(), profile.city(), profile.author().get().name());
		}

	}

}
