package io.inverseof.it.reading.roads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.inverseof.BelongsTo;
import io.inverseof.EmptyReferenceException;
import io.inverseof.UnitOfWork;
import io.inverseof.UnsavedTargetException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.roads.Library.Author;
import io.inverseof.it.reading.roads.Library.Authors;
import io.inverseof.it.reading.roads.Library.Open;
import io.inverseof.it.reading.roads.Library.Post;
import io.inverseof.it.reading.roads.Library.Posts;
import io.inverseof.it.reading.roads.Library.Referring;
import io.inverseof.it.reading.roads.Library.Remark;
import io.inverseof.it.reading.roads.Library.TitleAndAuthor;
import io.inverseof.it.reading.roads.Library.TitleOnly;
import io.inverseof.it.reading.roads.Library.Titled;
import io.inverseof.it.reading.roads.Library.Witness;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * On every road to an entity its associations are live and wired, before user code sees
 * it.
 */
class QueryRoadsIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends QueryRoads {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends QueryRoads {

	}

	@SpringBootTest(classes = Library.class)
	@Sql(statements = Library.SCHEMA)
	abstract static class QueryRoads {

		static final BelongsTo<Author, Long> ANN = BelongsTo.toId(1L);

		@Autowired
		Authors authors;

		@Autowired
		Posts posts;

		@Autowired
		JdbcAggregateTemplate template;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		Witness witness;

		@Autowired
		JdbcTemplate jdbc;

		@BeforeEach
		void forget() {
			this.witness.forget();
		}

		@Test
		void findByIdHandsOutLiveAssociations() {
			assertLive(List.of(this.posts.findById(1L).orElseThrow()));
		}

		@Test
		void findAllHandsOutLiveAssociations() {
			assertLive(this.posts.findAll());
		}

		@Test
		void findAllByIdHandsOutLiveAssociations() {
			assertLive(this.posts.findAllById(List.of(1L, 2L, 4L)));
		}

		@Test
		void sortedFindAllHandsOutLiveAssociations() {
			assertLive(this.posts.findAll(Sort.by("title").descending()));
		}

		@Test
		void pagedFindAllHandsOutLiveAssociations() {
			assertLive(this.posts.findAll(PageRequest.of(0, 2, Sort.by("id"))).getContent());
		}

		@Test
		void derivedListHandsOutLiveAssociations() {
			assertLive(this.posts.findByTitleStartingWithOrderById("a"));
		}

		@Test
		void derivedOptionalHandsOutLiveAssociations() {
			assertLive(List.of(this.posts.findByTitle("a2").orElseThrow()));
		}

		@Test
		void derivedStreamHandsOutLiveAssociations() {
			this.transaction.executeWithoutResult((status) -> {
				try (Stream<Post> stream = this.posts.streamByTitleStartingWithOrderById("a")) {
					assertLive(stream.toList());
				}
			});
		}

		@Test
		void associationsAreReadWhileADerivedStreamIsOpen() {
			this.transaction.executeWithoutResult((status) -> {
				List<String> names = new ArrayList<>();
				try (Stream<Post> stream = this.posts.streamByTitleStartingWithOrderById("a")) {
					stream.forEach((post) -> names
						.add(post.getAuthor().get().name + post.getRemarks().stream().map(Remark::body).toList()));
				}
				assertThat(names).containsExactly("Ann[r1, r2]", "Ann[]", "Ann[]");
			});
		}

		@Test
		void sliceHandsOutLiveAssociations() {
			assertLive(this.posts.findSliceByTitleStartingWith("a", PageRequest.of(0, 2, Sort.by("id"))).getContent());
		}

		@Test
		void pageHandsOutLiveAssociations() {
			assertLive(this.posts.findPageByTitleStartingWith("a", PageRequest.of(0, 2, Sort.by("author", "id")))
				.getContent());
		}

		@Test
		void offsetScrollingHandsOutLiveAssociations() {
			Window<Post> window = scroll(ScrollPosition.offset());
			assertLive(window.getContent());
			assertLive(scroll(window.positionAt(1)).getContent());
		}

		private Window<Post> scroll(ScrollPosition position) {
			return this.posts.findBy(Example.of(new Post()),
					(query) -> query.sortBy(Sort.by("id")).limit(2).scroll(position));
		}

		@Test
		void limitedDerivedQueriesHandOutLiveAssociations() {
			assertLive(this.posts.findFirst2ByTitleStartingWithOrderByIdDesc("a"));
			assertLive(this.posts.findByTitleStartingWithOrderByIdDesc("a", Limit.of(1)));
		}

		@Test
		void annotatedQueriesHandOutLiveAssociations() {
			assertLive(this.posts.queryByReference(ANN));
			assertLive(List.of(this.posts.queryById(1L).orElseThrow()));
		}

		@Test
		void annotatedStreamHandsOutLiveAssociations() {
			this.transaction.executeWithoutResult((status) -> {
				try (Stream<Post> stream = this.posts.streamByAuthorId(1L)) {
					assertLive(stream.toList());
				}
			});
		}

		@Test
		void annotatedQueryOfAnotherEntityHandsOutLiveRecords() {
			List<Remark> remarks = this.posts.queryRemarks(1L);
			assertThat(remarks).extracting((remark) -> remark.post().get().getTitle()).containsExactly("a1", "a1");
			assertThat(remarks.get(0).post().get()).isSameAs(remarks.get(1).post().get());
		}

		@Test
		void templateHandsOutLiveAssociations() {
			Query query = Query.query(Criteria.where("title").like("a%")).sort(Sort.by("id"));
			assertLive(this.template.findAll(query, Post.class));
			assertLive(this.template.findAll(Post.class));
			assertLive(this.template.findAll(Post.class, Sort.by("title")));
			assertLive(this.template.findAllById(List.of(1L), Post.class));
			assertLive(List.of(this.template.findById(1L, Post.class)));
			assertLive(
					List.of(this.template.findOne(Query.query(Criteria.where("id").is(1L)), Post.class).orElseThrow()));
		}

		@Test
		void templateStreamHandsOutLiveAssociations() {
			this.transaction.executeWithoutResult((status) -> {
				try (Stream<Post> stream = this.template.streamAll(Post.class)) {
					assertLive(stream.toList());
				}
			});
		}

		@Test
		void rowMapperOfTheTemplateHandsOutLiveAssociations() {
			List<Post> found = this.jdbc.query("select * from post where author_id = 1 order by id",
					this.template.getRowMapper(Post.class));
			assertThat(found).hasSize(3).allSatisfy((post) -> assertThat(post.getAuthor().get().name).isEqualTo("Ann"));
		}

		@Test
		void rowMapperOfTheTemplateSharesWithinAUnitOfWork() {
			this.unitOfWork.run(() -> assertLive(this.jdbc.query("select * from post where author_id = 1 order by id",
					this.template.getRowMapper(Post.class))));
		}

		@Test
		void queryByExampleHandsOutLiveAssociations() {
			Post probe = new Post();
			probe.setTitle("a1");
			assertLive((List<Post>) this.posts.findAll(Example.of(probe)));
			assertLive(List.of(this.posts.findOne(Example.of(probe)).orElseThrow()));
		}

		@Test
		void queryByExampleIgnoresTheAssociationsOfTheProbe() {
			Post probe = new Post();
			probe.setTitle("a1");
			probe.getAuthor().setId(2L);
			assertThat(this.posts.count(Example.of(probe))).isEqualTo(1);
		}

		@Test
		void fluentQueryHandsOutLiveAssociations() {
			Example<Post> all = Example.of(new Post());
			assertLive(this.posts.findBy(all, (query) -> query.sortBy(Sort.by("id")).all()));
			assertLive(this.posts.findBy(all, (query) -> query.sortBy(Sort.by("id")).limit(2).all()));
			Post first = this.posts.findBy(all, (query) -> query.sortBy(Sort.by("id")).firstValue());
			assertLive(List.of(first));
			assertLive(this.posts.findBy(all, (query) -> query.page(PageRequest.of(0, 2, Sort.by("id")))).getContent());
			assertLive(
					this.posts.findBy(all, (query) -> query.slice(PageRequest.of(0, 2, Sort.by("id")))).getContent());
			assertLive(this.posts.findBy(all, (query) -> query.stream().toList()));
		}

		@Test
		void fluentQueryOfSomePropertiesKeepsOtherKeysUnknown() {
			List<Post> found = this.posts.findBy(Example.of(new Post()),
					(query) -> query.project("id", "title", "author").sortBy(Sort.by("id")).all());
			assertThat(found.get(0).getAuthor().get().name).isEqualTo("Ann");
			assertThat(found.get(0).getEditor()).hasToString("Post.editor[unknown]");
		}

		@Test
		void interfaceProjectionsHandOutLiveAssociations() {
			List<Titled> found = this.posts.findTitledByTitleStartingWithOrderById("a");
			assertThat(found).extracting((titled) -> titled.getAuthor().get().name).containsOnly("Ann").hasSize(3);
			assertThat(found.get(0).getAuthor().get()).isSameAs(found.get(1).getAuthor().get());
			assertThat(this.posts.findReferringByTitleStartingWithOrderById("a"))
				.extracting((referring) -> referring.getAuthor().getId())
				.containsOnly(1L);
		}

		@Test
		void openProjectionsReadAssociations() {
			assertThat(this.posts.findOpenByTitleStartingWithOrderById("a")).extracting(Open::getLabel)
				.containsExactly("Ann: a1", "Ann: a2", "Ann: a3");
		}

		@Test
		void dtoProjectionsHandOutLiveAssociations() {
			List<TitleAndAuthor> found = this.posts.findDtoByTitleStartingWithOrderById("a");
			assertThat(found).extracting((dto) -> dto.author().get().name).containsOnly("Ann").hasSize(3);
			assertThat(found.get(0).author().get()).isSameAs(found.get(1).author().get());
		}

		@Test
		void dtosOfAnAnnotatedQueryHandOutLiveAssociations() {
			List<TitleAndAuthor> found = this.posts.queryTitlesAndAuthors();
			assertThat(found).extracting((dto) -> dto.author().get().name).containsExactly("Ann", "Ann", "Bob", "Ann");
		}

		@Test
		void dynamicProjectionsHandOutLiveAssociations() {
			assertThat(this.posts.findByTitleStartingWithOrderById("a", TitleAndAuthor.class))
				.extracting((dto) -> dto.author().get().name)
				.containsOnly("Ann");
			assertThat(this.posts.findByTitleStartingWithOrderById("a", Titled.class))
				.extracting((dto) -> dto.getAuthor().get().name)
				.containsOnly("Ann");
			assertThat(this.posts.findByTitleStartingWithOrderById("a", TitleOnly.class)).extracting(TitleOnly::title)
				.containsExactly("a1", "a2", "a3");
			assertLive(this.posts.findByTitleStartingWithOrderById("a", Post.class));
			assertThat(this.posts.findByTitleStartingWithOrderById("a", Referring.class)).hasSize(3);
		}

		@Test
		void fluentProjectionsHandOutLiveAssociations() {
			Example<Post> all = Example.of(new Post());
			List<Titled> titled = this.posts.findBy(all, (query) -> query.as(Titled.class).sortBy(Sort.by("id")).all());
			assertThat(titled).extracting((view) -> view.getAuthor().get().name)
				.containsExactly("Ann", "Ann", "Bob", "Ann");
			List<TitleAndAuthor> dtos = this.posts.findBy(all,
					(query) -> query.as(TitleAndAuthor.class).sortBy(Sort.by("id")).all());
			assertThat(dtos).extracting((dto) -> dto.author().get().name).containsExactly("Ann", "Ann", "Bob", "Ann");
		}

		@Test
		void projectionsDoNotEnterTheUnitOfWork() {
			this.transaction.executeWithoutResult((status) -> {
				this.posts.findByTitleStartingWithOrderById("a", TitleOnly.class);
				this.posts.findBy(Example.of(new Post()), (query) -> query.project("id", "title").all());
				Remark remark = this.posts.queryRemarks(1L).get(0);
				assertThat(this.statements
					.countDuring(() -> assertThat(remark.post().get().getEditor().getId()).isEqualTo(2L))
					.statements()).hasSize(1);
			});
		}

		@Test
		void findsByReference() {
			assertTitles(this.posts.findByAuthor(ANN), "a1", "a2", "a3");
			assertTitles(this.posts.findByAuthor(BelongsTo.to(author(1))), "a1", "a2", "a3");
			assertTitles(this.posts.findByAuthor(post(3).getAuthor()), "b1");
			assertTitles(this.posts.findByAuthorNot(ANN), "b1");
			assertTitles(this.posts.findByAuthorAndEditor(ANN, BelongsTo.toId(2L)), "a1", "a2");
			assertThat(this.posts.existsByAuthor(ANN)).isTrue();
		}

		@Test
		void findsById() {
			assertTitles(this.posts.findByAuthorId(1L), "a1", "a2", "a3");
			assertThat(this.posts.countByAuthorId(2L)).isEqualTo(1);
		}

		@Test
		void findsByReferencesAndIds() {
			assertTitles(this.posts.findByAuthorIn(List.of(BelongsTo.toId(2L), BelongsTo.toId(9L))), "b1");
			assertTitles(this.posts.findByAuthorIdIn(List.of(1L, 2L)), "a1", "a2", "b1", "a3");
		}

		@Test
		void findsByNull() {
			assertTitles(this.posts.findByEditorIsNull(), "b1");
			this.jdbc.update("update post set author_id = null where id = 1");
			assertTitles(this.posts.findByAuthor(null), "a1");
			assertTitles(this.posts.findByAuthorId(null), "a1");
		}

		@Test
		void deletesByReference() {
			assertThat(this.posts.deleteByAuthor(ANN)).isEqualTo(3);
			assertThat(this.posts.count()).isEqualTo(1);
		}

		@Test
		void sortsByKeys() {
			assertTitlesInOrder(this.posts.findByTitleStartingWithOrderByAuthorDescIdAsc(""), "b1", "a1", "a2", "a3");
			assertTitlesInOrder(this.posts.findByTitleStartingWithOrderByAuthorIdDescIdAsc(""), "b1", "a1", "a2", "a3");
			assertTitlesInOrder(this.posts.findAll(Sort.by("author").descending().and(Sort.by("id"))), "b1", "a1", "a2",
					"a3");
			Sort byKey = Sort.by("author.id").descending().and(Sort.by("id"));
			assertTitlesInOrder(this.template.findAll(Query.empty().sort(byKey), Post.class), "b1", "a1", "a2", "a3");
		}

		@Test
		void criteriaTakeReferencesAndIds() {
			assertCriteria(Criteria.where("author").is(ANN), "a1", "a2", "a3");
			assertCriteria(Criteria.where("author").is(1L), "a1", "a2", "a3");
			assertCriteria(Criteria.where("author.id").is(2L), "b1");
			assertCriteria(Criteria.where("author").in(BelongsTo.toId(2L), BelongsTo.toId(7L)), "b1");
			assertCriteria(Criteria.where("author").in(1L, 2L), "a1", "a2", "b1", "a3");
			assertCriteria(Criteria.where("editor").isNull(), "b1");
			assertCriteria(Criteria.where("author").is(ANN).and("editor").is(BelongsTo.toId(1L)), "a3");
		}

		@Test
		void annotatedQueriesTakeReferences() {
			assertTitles(this.posts.queryByReference(ANN), "a1", "a2", "a3");
			assertTitles(this.posts.queryByReference(BelongsTo.to(author(2))), "b1");
			assertTitles(this.posts.queryByReferences(List.of(ANN, BelongsTo.toId(2L))), "a1", "a2", "b1", "a3");
			assertThat(this.posts.queryTitles(ANN)).containsExactly("a1", "a2", "a3");
			assertThat(this.posts.moveTo(BelongsTo.toId(2L), 1L)).isEqualTo(1);
			assertThat(post(1).getAuthor().getId()).isEqualTo(2L);
		}

		@Test
		void emptyReferencesAreRefusedOnEveryRoad() {
			assertEmptyReference(() -> this.posts.findByAuthor(BelongsTo.empty()));
			assertEmptyReference(() -> this.posts.findByAuthorIn(List.of(ANN, BelongsTo.empty())));
			assertEmptyReference(() -> this.posts.existsByAuthor(BelongsTo.empty()));
			assertEmptyReference(() -> this.posts.deleteByAuthor(BelongsTo.empty()));
			assertEmptyReference(() -> this.posts.queryByReference(BelongsTo.empty()));
			assertEmptyReference(() -> this.posts.queryByReferences(List.of(ANN, BelongsTo.empty())));
			assertEmptyReference(() -> this.posts.moveTo(BelongsTo.empty(), 1L));
			assertEmptyReference(() -> this.template
				.findAll(Query.query(Criteria.where("author").is(BelongsTo.empty())), Post.class));
			assertEmptyReference(() -> this.template
				.count(Query.query(Criteria.where("author").in(ANN, BelongsTo.empty())), Post.class));
			assertThat(this.posts.count()).isEqualTo(4);
		}

		private void assertEmptyReference(Runnable work) {
			assertThatExceptionOfType(EmptyReferenceException.class).isThrownBy(work::run)
				.withMessage(
						"A reference outside an entity is empty and was passed to a query, where comparing with NULL "
								+ "finds nothing. Pass null to a derived query for IS NULL, or check getId() before.");
		}

		@Test
		void emptyReferenceOfAnEntityIsRefusedByName() {
			Post post = post(3);
			assertThatExceptionOfType(EmptyReferenceException.class)
				.isThrownBy(() -> this.posts.findByAuthor(post.getEditor()))
				.withMessage(
						"Post.editor of Post 3 is empty and was passed to a query, where comparing with NULL finds "
								+ "nothing. Pass null to a derived query for IS NULL, or check getId() before.");
		}

		@Test
		void unsavedReferencesAreRefusedOnEveryRoad() {
			BelongsTo<Author, Long> unsaved = BelongsTo.to(new Author());
			assertUnsaved(() -> this.posts.findByAuthor(unsaved));
			assertUnsaved(() -> this.posts.findByAuthorIn(List.of(unsaved)));
			assertUnsaved(() -> this.posts.queryByReference(unsaved));
			assertUnsaved(() -> this.posts.queryByReferences(List.of(unsaved)));
			assertUnsaved(() -> this.template.findAll(Query.query(Criteria.where("author").is(unsaved)), Post.class));
		}

		private void assertUnsaved(Runnable work) {
			assertThatExceptionOfType(UnsavedTargetException.class).isThrownBy(work::run)
				.withMessage(
						"A reference outside an entity refers to an unsaved Author, so there is no key to write or to "
								+ "compare with. Save the Author first.");
		}

		@Test
		void callbacksSeeChildrenThatKnowTheirOwner() {
			Author ann = author(1);
			List<String> sent = this.statements.countDuring(() -> assertThat(ann.posts).hasSize(3)).statements();
			assertThat(sent).hasSize(1);
			assertThat(this.witness.seenByCallback).containsExactly("Post.author[1] loaded", "Post.author[1] loaded",
					"Post.author[1] loaded");
			assertThat(this.witness.seenByListener).isEqualTo(this.witness.seenByCallback);
		}

		@Test
		void callbacksSeeNamedHoldersOnEveryRoad() {
			this.posts.findById(1L);
			this.posts.findAll();
			this.posts.findByTitle("a1");
			this.posts.queryById(1L);
			this.posts.findBy(Example.of(new Post()), (query) -> query.page(PageRequest.of(0, 2))).getContent();
			assertThat(this.witness.seenByCallback).hasSize(9)
				.allSatisfy((seen) -> assertThat(seen).matches("Post.author\\[[12], not loaded]"));
			assertThat(this.witness.seenByListener).isEqualTo(this.witness.seenByCallback);
		}

		private void assertLive(List<Post> found) {
			assertThat(found).isNotEmpty().allSatisfy((post) -> assertThat(post.getAuthor().isLoaded()).isFalse());
			assertThat(found).allSatisfy((post) -> {
				assertThat(post.getAuthor().get().name).isEqualTo("b1".equals(post.getTitle()) ? "Bob" : "Ann");
				assertThat(post.getRemarks()).allSatisfy((remark) -> assertThat(remark.post().get()).isSameAs(post));
			});
			assertThat(found.stream().map((post) -> post.getAuthor().get()).distinct())
				.hasSameSizeAs(found.stream().map((post) -> post.getAuthor().getId()).distinct().toList());
		}

		private void assertTitles(List<Post> found, String... titles) {
			assertThat(found).extracting(Post::getTitle).containsExactlyInAnyOrder(titles);
		}

		private void assertTitlesInOrder(List<Post> found, String... titles) {
			assertThat(found).extracting(Post::getTitle).containsExactly(titles);
		}

		private void assertCriteria(Criteria criteria, String... titles) {
			assertTitles(this.template.findAll(Query.query(criteria), Post.class), titles);
		}

		private Author author(long id) {
			return this.authors.findById(id).orElseThrow();
		}

		private Post post(long id) {
			return this.posts.findById(id).orElseThrow();
		}

	}

}
