package io.inverseof.it.reading.singlequery;

import java.util.List;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.singlequery.Albums.Album;
import io.inverseof.it.reading.singlequery.Albums.AlbumRepository;
import io.inverseof.it.reading.singlequery.Albums.Artist;
import io.inverseof.it.reading.singlequery.Albums.ArtistRepository;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rows of one joined query become live objects too.
 */
class SingleQueryLoadingIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends SingleQueryLoading {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends SingleQueryLoading {

		@Test
		void readsAnAggregateByOneStatement() {
			assertThat(this.statements).during(() -> this.albums.findById(1L)).total(1);
		}

	}

	@SpringBootTest(classes = Albums.class)
	@Sql(statements = Albums.SCHEMA)
	abstract static class SingleQueryLoading {

		@Autowired
		AlbumRepository albums;

		@Autowired
		ArtistRepository artists;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		StatementCounter statements;

		@Test
		void rootIsLive() {
			Album album = this.albums.findById(1L).orElseThrow();
			assertThat(album.artist.get().name).isEqualTo("Ann");
			assertThat(this.albums.findById(3L).orElseThrow().artist.isPresent()).isFalse();
		}

		@Test
		void elementsAreLive() {
			Album album = this.albums.findById(1L).orElseThrow();
			assertThat(album.tracks).extracting((track) -> track.studio.get().name)
				.containsExactlyInAnyOrder("S1", "S2");
		}

		@Test
		void resultsOfFindAllShareTheirTargets() {
			List<Album> all = this.albums.findAll();
			assertThat(all).hasSize(3);
			Artist ann = all.get(0).artist.get();
			List<String> sent = this.statements.countDuring(() -> assertThat(all.get(1).artist.get()).isSameAs(ann))
				.statements();
			assertThat(sent).isEmpty();
		}

		@Test
		void childrenKnowTheirOwner() {
			Artist ann = this.artists.findById(1L).orElseThrow();
			assertThat(ann.albums).hasSize(2).allSatisfy((album) -> {
				assertThat(album.artist.get()).isSameAs(ann);
				assertThat(album.tracks).isNotEmpty();
			});
		}

		@Test
		void ownerInTheUnitOfWorkIsKnown() {
			this.transaction.executeWithoutResult((status) -> {
				Artist ann = this.artists.findById(1L).orElseThrow();
				Album album = this.albums.findById(1L).orElseThrow();
				assertThat(this.statements).during(() -> assertThat(album.artist.get()).isSameAs(ann)).none();
			});
		}

	}

}
