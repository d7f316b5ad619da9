package io.inverseof.lazyloading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationScope;
import io.inverseof.BatchSize;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.ScopedBy;
import io.inverseof.StrictLoading;
import io.inverseof.StrictLoading.Mode;
import io.inverseof.StrictLoadingException;
import io.inverseof.acme.PostService;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.SingleLoads;
import io.inverseof.unitofwork.TransactionalUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.query.Query;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link LazyLoadGuard}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LazyLoadGuardTests {

	private static final String LINE = "io.inverseof.acme.PostService.run(PostService.java:19)";

	private final List<String> suspected = new ArrayList<>();

	private final AssociationListener listener = new AssociationListener() {

		@Override
		public void nPlusOneSuspected(NamedAssociation association) {
			LazyLoadGuardTests.this.suspected.add(association.toString());
		}

	};

	private final TransactionalUnitOfWork unitOfWork = new TransactionalUnitOfWork(10, (aggregate) -> null,
			(aggregate) -> null, this.listener);

	private final SingleLoads loads = SingleLoads.ofUnitOfWork();

	@Test
	void saysNothingByDefault(CapturedOutput output) {
		LazyLoadGuard guard = strict(Mode.OFF);
		assertThatNoException().isThrownBy(() -> load(guard, "author"));
		assertThat(output).doesNotContain("Post.author");
	}

	@Test
	void refusesByProperty() {
		LazyLoadGuard guard = strict(Mode.FAIL);
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> load(guard, "author"))
			.withMessage("Post.author of Post 7 is read by " + LINE + " and would have to load by itself, but "
					+ "inverseof.strict-loading is fail. Load it with its siblings before, by @Preload(\"author\") on "
					+ "the query method or AssociationOperations.preload(posts, \"author\"); or set "
					+ "inverseof.strict-loading to off.");
	}

	@Test
	void logsByProperty(CapturedOutput output) {
		LazyLoadGuard guard = strict(Mode.WARN);
		load(guard, "author");
		assertThat(output).contains("WARN")
			.containsOnlyOnce("Post.author of Post 7 is read by " + LINE + " and loads by itself, which is logged "
					+ "because inverseof.strict-loading is warn. Load it with its siblings before, by "
					+ "@Preload(\"author\") on the query method or AssociationOperations.preload(posts, \"author\"); "
					+ "or set inverseof.strict-loading to off.");
		load(guard, "author");
		assertThat(output.getOut().split("Post.author of Post 7 is read", -1)).hasSize(3);
	}

	@Test
	void refusesByAnnotation() {
		LazyLoadGuard guard = strict(Mode.OFF);
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> load(guard, "editor"))
			.withMessageContaining("would have to load by itself, but it is annotated with @StrictLoading. ")
			.withMessageEndingWith("AssociationOperations.preload(posts, \"editor\"); or remove @StrictLoading.");
	}

	@Test
	void refusesByAnnotationWhereTheApplicationRefuses() {
		LazyLoadGuard guard = strict(Mode.FAIL);
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> load(guard, "editor"))
			.withMessageContaining("but it is annotated with @StrictLoading.");
	}

	@Test
	void logsByAnnotationWhereTheApplicationLogs(CapturedOutput output) {
		load(strict(Mode.WARN), "editor");
		assertThat(output).contains("which is logged because it is annotated with @StrictLoading. ");
	}

	@Test
	void refusesByUnitOfWork() {
		LazyLoadGuard guard = strict(Mode.OFF);
		assertThatExceptionOfType(StrictLoadingException.class)
			.isThrownBy(() -> this.unitOfWork.strict(Mode.FAIL).run(() -> load(guard, "author")))
			.withMessageContaining("but this runs in unitOfWork.strict(FAIL). ")
			.withMessageEndingWith("; or read it outside of that unit of work.");
	}

	@Test
	void logsByUnitOfWork(CapturedOutput output) {
		LazyLoadGuard guard = strict(Mode.FAIL);
		this.unitOfWork.strict(Mode.WARN).run(() -> load(guard, "editor"));
		assertThat(output).contains("which is logged because this runs in unitOfWork.strict(WARN). ");
	}

	@Test
	void unitOfWorkBeatsAllOthers(CapturedOutput output) {
		LazyLoadGuard guard = strict(Mode.FAIL);
		this.unitOfWork.strict(Mode.OFF).run(() -> {
			load(guard, "author");
			load(guard, "editor");
		});
		assertThat(output).doesNotContain("Post.author").doesNotContain("Post.editor");
	}

	@Test
	void reportsWhatPassesTheThreshold(CapturedOutput output) {
		LazyLoadGuard guard = guard(settings(3, 100, true));
		loadAlone(guard, 3, "author", this.loads);
		assertThat(this.suspected).isEmpty();
		assertThat(output).doesNotContain("Post.author");
		loadAlone(guard, 1, "author", this.loads);
		assertThat(this.suspected).containsExactly("Post.author");
		assertThat(output).contains("WARN")
			.containsOnlyOnce("Post.author was loaded one by one, 4 times in one unit of work. The last was "
					+ "Post.author of Post 7, read by " + LINE + ". The objects that have it were not read together. "
					+ "Read them by one query, such as findAllById(..), or call "
					+ "AssociationOperations.preload(posts, \"author\") before they are used.");
	}

	@Test
	void reportsOnce() {
		LazyLoadGuard guard = guard(settings(3, 100, true));
		loadAlone(guard, 20, "author", this.loads);
		assertThat(this.suspected).containsExactly("Post.author");
	}

	@Test
	void logsALineOnceButCountsEachUnit(CapturedOutput output) {
		LazyLoadGuard guard = guard(settings(3, 100, true));
		loadAlone(guard, 4, "author", this.loads);
		loadAlone(guard, 4, "author", SingleLoads.ofUnitOfWork());
		loadAlone(guard, 4, "author", SingleLoads.ofOneQuery());
		assertThat(this.suspected).hasSize(3);
		assertThat(output).containsOnlyOnce("Post.author was loaded one by one");
	}

	@Test
	void logsEachLine(CapturedOutput output) {
		LazyLoadGuard guard = guard(settings(3, 100, true));
		loadAlone(guard, 4, "author", this.loads);
		PostService.render(() -> {
			loadedAlone(guard, "author", SingleLoads.ofOneQuery(), 4);
			return "";
		});
		assertThat(output).contains("PostService.run(").containsOnlyOnce("PostService.render(");
	}

	@Test
	void countsEachAssociationByItself() {
		LazyLoadGuard guard = guard(settings(3, 100, true));
		loadAlone(guard, 3, "author", this.loads);
		loadAlone(guard, 3, "editor", this.loads);
		assertThat(this.suspected).isEmpty();
	}

	@Test
	void reportsNothingWithoutThreshold(CapturedOutput output) {
		loadAlone(guard(settings(0, 100, true)), 50, "author", this.loads);
		assertThat(this.suspected).isEmpty();
		assertThat(output).doesNotContain("Post.author");
	}

	@Test
	void reportsNoNaiveWork(CapturedOutput output) {
		LazyLoadGuard guard = guard(settings(1, 100, true));
		this.unitOfWork.naive().run(() -> loadAlone(guard, 5, "author", this.loads));
		assertThat(this.suspected).isEmpty();
		assertThat(output).doesNotContain("Post.author");
	}

	@Test
	void countsNoNaiveWork() {
		LazyLoadGuard guard = guard(settings(3, 100, true));
		this.unitOfWork.naive().run(() -> loadAlone(guard, 5, "author", this.loads));
		loadAlone(guard, 3, "author", this.loads);
		assertThat(this.suspected).isEmpty();
	}

	@Test
	void blamesThatNothingIsShared(CapturedOutput output) {
		loadAlone(guard(settings(1, 100, false)), 2, "author", this.loads);
		assertThat(output).contains("inverseof.enabled is false, so that nothing is shared. Set it to true to load it "
				+ "for siblings together.");
	}

	@Test
	void blamesTheBatchSizeOfTheApplication(CapturedOutput output) {
		loadAlone(guard(settings(1, 1, true)), 2, "author", this.loads);
		assertThat(output)
			.contains("inverseof.batch-size is 1. Give it a larger number to load it for siblings together.");
	}

	@Test
	void blamesTheBatchSizeOfTheAssociation(CapturedOutput output) {
		loadAlone(guard(settings(1, 100, true)), 2, "reviewer", this.loads);
		assertThat(output).contains("It is annotated with @BatchSize(1). Remove that, or give it a larger number, to "
				+ "load it for siblings together.");
	}

	@Test
	void doesNotBlameABatchSizeThatTheAssociationOverrides(CapturedOutput output) {
		loadAlone(guard(settings(1, 1, true)), 2, "corrector", this.loads);
		assertThat(output).contains("The objects that have it were not read together.");
	}

	@Test
	void blamesTheLimitOfAScope(CapturedOutput output) {
		loadAlone(guard(settings(1, 100, true)), 2, "latest", this.loads);
		assertThat(output)
			.contains("Its scope Latest has a limit, which holds for one Post at a time. Read the rows of "
					+ "all of them by a query method of your own.");
	}

	private LazyLoadGuard strict(Mode mode) {
		return guard(new LazyLoadSettings(mode, 10, 100, true));
	}

	private static LazyLoadSettings settings(int threshold, int batchSize, boolean sharing) {
		return new LazyLoadSettings(Mode.OFF, threshold, batchSize, sharing);
	}

	private LazyLoadGuard guard(LazyLoadSettings settings) {
		return new LazyLoadGuard(settings, this.unitOfWork, this.listener);
	}

	private static void load(LazyLoadGuard guard, String name) {
		Post post = new Post();
		AssociationProperty property = property(name);
		PostService.run(() -> guard.loading(holder(property, post), property));
	}

	private static void loadAlone(LazyLoadGuard guard, int times, String name, SingleLoads loads) {
		PostService.run(() -> loadedAlone(guard, name, loads, times));
	}

	private static void loadedAlone(LazyLoadGuard guard, String name, SingleLoads loads, int times) {
		AssociationProperty property = property(name);
		for (int i = 0; i < times; i++) {
			guard.loadedAlone(holder(property, new Post()), property, loads);
		}
	}

	private static AssociationHolder holder(AssociationProperty property, Post post) {
		AssociationHolder holder = (AssociationHolder) Objects.requireNonNull(property.holder(post));
		holder.bind(post, property, null);
		return holder;
	}

	private static AssociationProperty property(String name) {
		return Objects.requireNonNull(AssociationModel.inMemory().associationsOf(Post.class).get(name));
	}

	static class Author {

		@Id
		@Nullable Long id;

	}

	static class Post {

		@Id
		Long id = 7L;

		final BelongsTo<Author, Long> author = belongsTo(this);

		@StrictLoading
		final BelongsTo<Author, Long> editor = belongsTo(this);

		@BatchSize(1)
		final BelongsTo<Author, Long> reviewer = belongsTo(this);

		@BatchSize(20)
		final BelongsTo<Author, Long> corrector = belongsTo(this);

		@ScopedBy(Latest.class)
		final HasMany<Comment> latest = hasMany(this);

	}

	static class Comment {

		@Id
		@Nullable Long id;

		final BelongsTo<Post, Long> post = belongsTo(this);

	}

	static class Latest implements AssociationScope {

		@Override
		public Query query() {
			return Query.empty().limit(3);
		}

	}

}
