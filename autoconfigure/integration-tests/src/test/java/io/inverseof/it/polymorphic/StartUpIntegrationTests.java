package io.inverseof.it.polymorphic;

import java.time.Instant;
import java.util.List;

import io.inverseof.As;
import io.inverseof.BelongsTo;
import io.inverseof.CounterCache;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.InvalidAssociationsException;
import io.inverseof.Polymorphic;
import io.inverseof.Touch;
import io.inverseof.autoconfigure.InverseofAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.RelationalManagedTypes;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is wrong with polymorphic associations stops the start, with the mapping of an
 * application.
 */
class StartUpIntegrationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class,
				InverseofAutoConfiguration.class))
		.withPropertyValues("spring.datasource.generate-unique-name=true")
		.withInitializer((context) -> AutoConfigurationPackages
			.register((BeanDefinitionRegistry) context.getBeanFactory(), "io.inverseof.it.polymorphic.empty"));

	private ApplicationContextRunner managing(Class<?>... entities) {
		return this.runner.withBean(RelationalManagedTypes.class,
				() -> RelationalManagedTypes.fromIterable(List.of(entities)));
	}

	private void assertProblems(List<Class<?>> entities, String... problems) {
		managing(entities.toArray(new Class<?>[0])).run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOfSatisfying(InvalidAssociationsException.class,
					(ex) -> assertThat(ex.getProblems()).containsExactly(problems)));
	}

	@Test
	void aTargetThatNamesTheAssociationHasToHaveItsColumns() {
		assertProblems(List.of(Counted.class, Uncounted.class),
				"Like.liked is annotated with @CounterCache(\"likes_count\"), but no property of Uncounted is mapped to a "
						+ "column of this name. Declare the property in Uncounted, such as \"private int postsCount\", or name "
						+ "the column of another one.",
				"Like.liked is annotated with @Touch(\"liked_on\"), but no property of Uncounted is mapped to a column of this "
						+ "name. Declare the property in Uncounted, such as \"private Instant updatedAt\", or name the column "
						+ "of another one.");
	}

	@Test
	void aTargetThatDoesNotNameTheAssociationMayLackThem() {
		managing(Counted.class, Stranger.class).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aForeignKeyCannotBeFollowed() {
		assertProblems(List.of(Following.class),
				"Following.liked is polymorphic and has @ForeignKey, so that it would follow the property likedId, which "
						+ "cannot say which class it is an id of. Remove the property, and name the column with "
						+ "@Column(\"liked_id\").");
	}

	@Test
	void typeColumnsAreApart() {
		assertProblems(List.of(Twofold.class, Stranger.class),
				"Twofold.liked and Twofold.loved both have the column kind for their type, which may differ. Name another "
						+ "column for one of them, as in @Polymorphic(typeColumn = \"loved_kind\").",
				"Twofold.hated has the column hated_id for its type, which is the key of the same association. Name another "
						+ "column, as in @Polymorphic(typeColumn = \"hated_kind\").");
	}

	@Test
	void anOrdinaryHasManyDoesNotUseAPolymorphicKey() {
		assertProblems(List.of(ByHand.class),
				"ByHand.likes has the foreign key liked_id, which is that of the polymorphic Plain.liked, so that it would "
						+ "find rows that refer to objects of other classes. Replace @ForeignKey by @As(\"liked\").");
	}

	static class Like {

		@Id
		@Nullable Long id;

		@Polymorphic
		@CounterCache("likes_count")
		@Touch("liked_on")
		private final BelongsTo<Object, Long> liked = belongsTo(this);

		BelongsTo<Object, Long> liked() {
			return this.liked;
		}

	}

	static class Counted {

		@Id
		@Nullable Long id;

		int likesCount;

		@Nullable Instant likedOn;

		@As("liked")
		private final HasMany<Like> likes = hasMany(this);

		HasMany<Like> likes() {
			return this.likes;
		}

	}

	static class Uncounted {

		@Id
		@Nullable Long id;

		@As("liked")
		private final HasMany<Like> likes = hasMany(this);

		HasMany<Like> likes() {
			return this.likes;
		}

	}

	static class Stranger {

		@Id
		@Nullable Long id;

	}

	static class Following {

		@Id
		@Nullable Long id;

		@Nullable Long likedId;

		@Polymorphic
		@ForeignKey("liked_id")
		private final BelongsTo<Object, Long> liked = belongsTo(this);

		BelongsTo<Object, Long> liked() {
			return this.liked;
		}

	}

	static class Twofold {

		@Id
		@Nullable Long id;

		@Polymorphic(typeColumn = "kind")
		private final BelongsTo<Object, Long> liked = belongsTo(this);

		@Polymorphic(typeColumn = "kind")
		private final BelongsTo<Object, Long> loved = belongsTo(this);

		@Polymorphic(typeColumn = "hated_id")
		private final BelongsTo<Object, Long> hated = belongsTo(this);

		BelongsTo<Object, Long> liked() {
			return this.liked;
		}

		BelongsTo<Object, Long> loved() {
			return this.loved;
		}

		BelongsTo<Object, Long> hated() {
			return this.hated;
		}

	}

	static class Plain {

		@Id
		@Nullable Long id;

		@Polymorphic
		private final BelongsTo<Object, Long> liked = belongsTo(this);

		BelongsTo<Object, Long> liked() {
			return this.liked;
		}

	}

	static class ByHand {

		@Id
		@Nullable Long id;

		@ForeignKey("liked_id")
		private final HasMany<Plain> likes = hasMany(this);

		HasMany<Plain> likes() {
			return this.likes;
		}

	}

}
