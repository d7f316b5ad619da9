package io.inverseof.it.docs;

import io.inverseof.As;
import io.inverseof.HasOne;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasOne;

class Employee implements Pictured {

	@Id
	private Long id;

	@As("subject")
	private final HasOne<Picture> portrait = hasOne(this);

	HasOne<Picture> portrait() {
		return portrait;
	}

}
