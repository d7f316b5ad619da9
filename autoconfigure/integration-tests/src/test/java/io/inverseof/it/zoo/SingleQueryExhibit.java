package io.inverseof.it.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;

/**
 * Aggregates simple enough to be loaded with one query, where that is switched on.
 */
final class SingleQueryExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE album (id ${identity}, title VARCHAR(100));
				CREATE TABLE track (album BIGINT, album_key INT, title VARCHAR(100));
				CREATE TABLE credit (album BIGINT, album_key VARCHAR(20), name VARCHAR(100));
				""";
	}

	@Scene
	void loadsSimpleAggregates(Visit visit) {
		Albums albums = visit.get(Albums.class);
		albums.saveAll(List.of(album("A", 3), album("B", 0), album("C", 1)));
		visit.saw(albums.findById(1L));
		visit.saw(albums.findById(9L));
		visit.saw(albums.findAll());
		visit.saw(albums.findAllById(List.of(3L, 1L)));
		visit.saw(albums.findAll(Sort.by("title").descending()));
		visit.saw(albums.findByTitle("A"));
		visit.saw(visit.template().findAll(Query.query(Criteria.where("title").in("A", "B")), Album.class));
		visit.saw(visit.template().findOne(Query.query(Criteria.where("title").is("C")), Album.class));
		visit.saw(visit.template().streamAll(Album.class));
	}

	@Scene
	void savesAndDeletesSimpleAggregates(Visit visit) {
		Albums albums = visit.get(Albums.class);
		Album album = albums.save(album("D", 2));
		album.tracks.remove(0);
		visit.saw(albums.save(album));
		visit.saw(albums.findAll());
		albums.delete(album);
		visit.saw(albums.findAll());
	}

	private static Album album(String title, int tracks) {
		Album album = new Album();
		album.title = title;
		for (int i = 0; i < tracks; i++) {
			album.tracks.add(new Track(title + i));
			album.credits.put("role " + i, new Credit("name " + i));
		}
		return album;
	}

	interface Albums extends ListCrudRepository<Album, Long>, ListPagingAndSortingRepository<Album, Long> {

		List<Album> findByTitle(String title);

	}

	static class Album {

		@Id
		@Nullable Long id;

		@Nullable String title;

		List<Track> tracks = new ArrayList<>();

		Map<String, Credit> credits = new TreeMap<>();

	}

	record Track(String title) {

	}

	record Credit(String name) {

	}

}
