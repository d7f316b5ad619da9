package io.inverseof.it.docs;

import io.inverseof.As;
import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

// tag::product[]
public class Product implements Pictured {

	@Id
	private Long id;

	@As("subject")
	private final HasMany<Picture> pictures = hasMany(this);

	public HasMany<Picture> pictures() {
		return pictures;
	}

}
// end::product[]
