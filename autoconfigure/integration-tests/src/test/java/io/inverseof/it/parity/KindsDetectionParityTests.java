package io.inverseof.it.parity;

import java.util.List;
import java.util.Objects;

import io.inverseof.As;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.Polymorphic;
import io.inverseof.Through;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.DetectionFlags;
import io.inverseof.model.ReflectiveEntityMapping;
import io.inverseof.model.Violations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rails' {@code AutomaticInverseFindingTests} and {@code InverseAssociationTests}, where
 * they are about polymorphic and through associations.
 */
class KindsDetectionParityTests {

	private final AssociationModel model = model(Club.class, Membership.class, Sponsorship.class, Member.class);

	@Test
	void polymorphicAndThroughAssociationsHaveNoInverse() {
		assertThat(association(Sponsorship.class, "sponsored").inverse().association()).isNull();
		assertThat(association(Club.class, "members").inverse().association()).isNull();
	}

	@Test
	void theOtherSideOfAPolymorphicBelongsToHasItForItsInverse() {
		assertThat(association(Member.class, "sponsorship").inverse().association())
			.isSameAs(association(Sponsorship.class, "sponsored"));
	}

	private AssociationProperty association(Class<?> owner, String name) {
		return Objects.requireNonNull(this.model.associationsOf(owner).get(name));
	}

	private static AssociationModel model(Class<?>... entities) {
		Violations violations = new Violations();
		AssociationModel model = AssociationModel.of(List.of(entities), new ReflectiveEntityMapping(),
				BeanUtils::instantiateClass, new DetectionFlags(true, true, true), violations);
		assertThat(violations.toList()).isEmpty();
		return model;
	}

	static class Club {

		@Id
		@Nullable Long id;

		final HasMany<Membership> memberships = hasMany(this);

		@Through("memberships")
		final HasMany<Member> members = hasMany(this);

	}

	static class Membership {

		@Id
		@Nullable Long id;

		final BelongsTo<Club, Long> club = belongsTo(this);

		final BelongsTo<Member, Long> member = belongsTo(this);

	}

	static class Member {

		@Id
		@Nullable Long id;

		@As("sponsored")
		final HasOne<Sponsorship> sponsorship = hasOne(this);

	}

	static class Sponsorship {

		@Id
		@Nullable Long id;

		@Polymorphic
		final BelongsTo<Object, Long> sponsored = belongsTo(this);

	}

}
