package io.inverseof.it.saving.insert;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Flat.Album;
import io.inverseof.it.saving.insert.Flat.Albums;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * For aggregates without associations nothing changes: not a statement, not an outcome,
 * not even that the template opens no transaction.
 */
@SpringBootTest(classes = Flat.class)
@OnH2
class FlatIntegrationTests {

	@Autowired
	Albums albums;

	@Autowired
	JdbcAggregateOperations template;

	@Autowired
	StatementCounter statements;

	@Autowired
	Tables tables;

	@BeforeEach
	void empty() {
		this.tables.empty();
	}

	@Test
	void sendsWhatSpringDataSends() {
		Album album = Album.of("Blue", "one", "two");
		assertThat(Sent.texts(this.statements, () -> this.albums.save(album))).containsExactly(
				"insert into album (name, version) values (?, ?)",
				"insert into song (album, album_key, title) values (?, ?, ?)");
		assertThat(Sent.texts(this.statements, () -> this.albums.save(album))).containsExactly(
				"update album set version = ?, name = ? where album.id = ? and album.version = ?",
				"delete from song where song.album = ?", "insert into song (album, album_key, title) values (?, ?, ?)");
	}

	@Test
	void savesManyAsSpringDataDoes() {
		List<Album> albums = List.of(Album.of("a", "one"), Album.of("b", "two"), Album.of("c"));
		assertThat(Sent.kinds(this.statements, () -> this.albums.saveAll(albums))).containsExactly("insert into album",
				"insert into song");
		assertThat(Sent.kinds(this.statements, () -> this.template.updateAll(albums))).containsExactly("update album",
				"update album", "update album", "delete from song", "insert into song");
	}

	@Test
	void theTemplateAloneIsNotAtomicAsInSpringData() {
		Album album = Album.of("Blue", "one", null);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.template.save(album));
		assertThat(this.tables.rows("album")).isOne();
		assertThat(album.id).isNull();
	}

	@Test
	void theRepositoryIsAtomicAsInSpringData() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.albums.save(Album.of("Blue", "one", null)));
		assertThat(this.tables.rows()).isZero();
	}

	@Test
	void locksOptimisticallyAsSpringDataDoes() {
		Album album = this.albums.save(Album.of("Blue"));
		Album stale = this.albums.findById(Objects.requireNonNull(album.id)).orElseThrow();
		this.albums.save(album);
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.albums.save(stale));
	}

}
