package io.inverseof.it.inheritance;

import java.util.List;
import java.util.Objects;

import io.inverseof.UnexpectedTypeException;
import io.inverseof.it.inheritance.Gallery.Album;
import io.inverseof.it.inheritance.Gallery.Albums;
import io.inverseof.it.inheritance.Gallery.AllMedia;
import io.inverseof.it.inheritance.Gallery.Media;
import io.inverseof.it.inheritance.Gallery.Note;
import io.inverseof.it.inheritance.Gallery.Notes;
import io.inverseof.it.inheritance.Gallery.Photo;
import io.inverseof.it.inheritance.Gallery.Photos;
import io.inverseof.it.inheritance.Gallery.Video;
import io.inverseof.it.inheritance.Gallery.Videos;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An abstract class, versions, a property for the type and names of the application's
 * own, on several databases.
 */
@SpringBootTest(classes = Gallery.class)
abstract class GalleryTest {

	@Autowired
	Albums albums;

	@Autowired
	AllMedia media;

	@Autowired
	Photos photos;

	@Autowired
	Videos videos;

	@Autowired
	Notes notes;

	@Autowired
	Tables tables;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcTemplate jdbc;

	@BeforeEach
	void empty() {
		this.jdbc.update("delete from " + table());
		this.jdbc.update("delete from t_album");
		this.jdbc.update("delete from t_note");
	}

	private String table() {
		String quote = Gallery.quote(this.jdbc);
		return quote + "media" + quote;
	}

	private List<Object> kinds() {
		return this.tables.column("kind", table(), "id");
	}

	@Test
	void savesAndReadsTheType() {
		List<Media> saved = this.media.saveAll(List.of(Photo.of("a", 1), Video.of("b", 2)));
		assertThat(kinds()).containsExactly("photo", "Video");
		assertThat(saved).extracting((one) -> one.kind).containsExactly("photo", "Video");
		List<Media> read = this.media.findByNameNotNullOrderByName();
		assertThat(read).extracting((one) -> one.kind).containsExactly("photo", "Video");
		assertThat(read).<Class<?>>extracting(Object::getClass).containsExactly(Photo.class, Video.class);
		assertThat(((Photo) read.get(0)).width).isOne();
		assertThat(((Video) read.get(1)).length).isEqualTo(2);
		assertThat(this.media.countByKind("photo")).isOne();
	}

	@Test
	void aWrongTypeInMemoryIsNotWritten() {
		Photo photo = Photo.of("a", 1);
		photo.kind = "Video";
		this.photos.save(photo);
		assertThat(photo.kind).isEqualTo("photo");
		photo.kind = "Video";
		photo.name = "b";
		this.media.save(photo);
		assertThat(kinds()).containsExactly("photo");
		assertThat(photo.kind).isEqualTo("photo");
		assertThat(this.photos.findById(photo.id()).orElseThrow().name).isEqualTo("b");
	}

	@Test
	void derivedQueriesSeeTheirRows() {
		this.media.saveAll(List.of(Photo.of("a", 1), Photo.of("b", 20), Video.of("c", 30)));
		this.jdbc.update("update " + table() + " set width = 30");
		assertThat(this.photos.findByWidthGreaterThan(10)).hasSize(2);
		assertThat(this.photos.findByKind("Video")).isEmpty();
		assertThat(this.photos.count()).isEqualTo(2);
	}

	@Test
	void rowsOfNoClassAreAnError() {
		this.jdbc.update("insert into " + table() + "(name, kind) values ('x', 'song')");
		Object id = this.tables.column("id", table(), "id").get(0);
		assertThatExceptionOfType(UnexpectedTypeException.class).isThrownBy(this.media::findAll)
			.withMessage(
					"The row of Media with id %s cannot be read, because its column kind is 'song' and Media is abstract. "
							+ "Known are 'Video', 'photo'. Correct the row, or annotate the class that it is of with @Discriminator.",
					id);
		assertThat(this.photos.findAll()).isEmpty();
		assertThat(this.media.count()).isOne();
	}

	@Test
	void versionsAreChecked() {
		Photo photo = this.photos.save(Photo.of("a", 1));
		Photo stale = this.photos.findById(photo.id()).orElseThrow();
		photo.name = "b";
		this.photos.save(photo);
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.photos.delete(stale));
		this.photos.delete(photo);
		assertThat(this.tables.rows(table())).isZero();
	}

	@Test
	void anObjectWhoseRowIsOfAnotherClassIsNotDeleted() {
		Video video = this.videos.save(Video.of("a", 1));
		Photo claimed = Photo.of("a", 1);
		claimed.id = video.id;
		claimed.version = video.version;
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.photos.delete(claimed));
		assertThat(this.tables.rows(table())).isOne();
	}

	@Test
	void anObjectWhoseRowIsOfAnotherClassIsNotWritten() {
		Video video = this.videos.save(Video.of("a", 1));
		Photo claimed = Photo.of("b", 1);
		claimed.id = video.id;
		claimed.version = video.version;
		assertThatExceptionOfType(UnexpectedTypeException.class).isThrownBy(() -> this.photos.save(claimed))
			.withMessage(
					"The row of Media with id %s is of the class Video and cannot be written as Photo, because its "
							+ "column kind is 'Video' and not 'photo'. Leave the id out to insert a row, or load the object that "
							+ "is to be changed.",
					video.id);
		assertThat(this.videos.findById(video.id()).orElseThrow().name).isEqualTo("a");
	}

	@Test
	void anObjectWhoseRowWasNotLoadedIsWritten() {
		Photo photo = this.photos.save(Photo.of("a", 1));
		Photo claimed = Photo.of("b", 1);
		claimed.id = photo.id;
		claimed.version = photo.version;
		this.photos.save(claimed);
		assertThat(this.photos.findById(photo.id()).orElseThrow().name).isEqualTo("b");
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.photos.save(photo));
	}

	@Test
	void deletesByIdOnEveryDatabase() {
		Video video = this.videos.save(Video.of("a", 1));
		Photo photo = this.photos.save(Photo.of("b", 1));
		this.photos.deleteAllById(List.of(video.id(), photo.id()));
		assertThat(kinds()).containsExactly("Video");
		this.photos.deleteAll();
		this.videos.deleteById(photo.id());
		assertThat(kinds()).containsExactly("Video");
		this.videos.deleteAll();
		assertThat(kinds()).isEmpty();
	}

	private Album album() {
		Album album = new Album();
		album.videos.add(Video.of("v", 1));
		album.photos.add(Photo.of("p", 1));
		return this.albums.save(album);
	}

	@Test
	void dependentsAreThoseOfTheClass() {
		Album album = album();
		this.albums.deleteById(Objects.requireNonNull(album.id));
		assertThat(kinds()).containsExactly("photo");
		assertThat(this.tables.column("album_id", table(), "id")).containsOnlyNulls();
	}

	@Test
	void dependentsOfASubclassGoWithARowThatTheSuperclassDeletes() {
		Video video = Video.of("v", 1);
		video.notes.build((note) -> note.text = "n");
		this.videos.save(video);
		Photo photo = this.photos.save(Photo.of("p", 1));
		this.media.deleteAllById(List.of(video.id(), photo.id()));
		assertThat(this.tables.rows(table()) + this.tables.rows("t_note")).isZero();
	}

	@Test
	void dependentsOfAnotherClassStay() {
		Photo photo = this.photos.save(Photo.of("p", 1));
		Note note = new Note();
		note.video.setId(photo.id());
		this.notes.save(note);
		this.videos.deleteById(photo.id());
		assertThat(this.tables.rows("t_note")).isOne();
		assertThat(note.video.orNull()).isNull();
	}

	@Test
	void dependentsGoWithAllRows() {
		Video video = Video.of("v", 1);
		video.notes.build((note) -> note.text = "n");
		this.videos.save(video);
		this.media.deleteAll();
		assertThat(this.tables.rows(table()) + this.tables.rows("t_note")).isZero();
	}

	@Test
	void referencesAreWiredOnceRead() {
		Album album = album();
		List<Media> read = this.media.findByNameNotNullOrderByName();
		assertThat(this.statements.countDuring(() -> read.forEach((one) -> one.album.get())).selects()).isOne();
		Album again = this.albums.findById(Objects.requireNonNull(album.id)).orElseThrow();
		assertThat(this.statements
			.countDuring(() -> assertThat(again.videos).hasSize(1).allMatch((video) -> video.album.get() == again))
			.selects()).isOne();
	}

}
