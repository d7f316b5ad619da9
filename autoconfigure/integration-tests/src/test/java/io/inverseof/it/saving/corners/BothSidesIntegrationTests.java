package io.inverseof.it.saving.corners;

import io.inverseof.it.saving.corners.Corners.Note;
import io.inverseof.it.saving.corners.Corners.Notes;
import io.inverseof.it.saving.corners.Corners.Player;
import io.inverseof.it.saving.corners.Corners.Players;
import io.inverseof.it.saving.corners.Corners.Post;
import io.inverseof.it.saving.corners.Corners.Posts;
import io.inverseof.it.saving.corners.Corners.Team;
import io.inverseof.it.saving.corners.Corners.Teams;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that were written before graphs were saved save the owner, and then the
 * record that was added to it.
 */
class BothSidesIntegrationTests extends CornersTest {

	@Autowired
	Posts posts;

	@Autowired
	Notes notes;

	@Autowired
	Teams teams;

	@Autowired
	Players players;

	@Test
	void areInsertedOnce() {
		Post post = Post.titled("post");
		Note note = Note.saying("note");
		post.notes.add(note);
		this.posts.save(post);
		this.notes.save(note);
		assertThat(keys("post_id", "note")).containsExactly(post.id);
	}

	@Test
	void areInsertedOnceInOneTransaction() {
		Post post = Post.titled("post");
		Note note = Note.saying("note");
		post.notes.add(note);
		this.transactions.executeWithoutResult((status) -> {
			this.posts.save(post);
			this.notes.save(note);
		});
		assertThat(keys("post_id", "note")).containsExactly(post.id);
	}

	@Test
	void areInsertedOnceTheOtherWayRound() {
		Post post = this.posts.save(Post.titled("post"));
		Note note = Note.saying("note");
		post.notes.add(note);
		this.notes.save(note);
		this.posts.save(post);
		assertThat(keys("post_id", "note")).containsExactly(post.id);
	}

	@Test
	void returnTheRecordThatWasInserted() {
		Post post = Post.titled("post");
		Note note = Note.saying("note");
		post.notes.add(note);
		this.posts.save(post);
		Note saved = this.notes.save(note);
		assertThat(saved.id()).isEqualTo(post.notes.get(0).id()).isNotNull();
	}

	@Test
	void areInsertedInTheNextAttemptAfterARollback() {
		Team team = this.teams.save(Team.named("team"));
		Player player = Player.named("player");
		team.players.add(player);
		rolledBack(() -> saveBoth(team, player));
		saveBoth(team, player);
		assertThat(keys("team_id", "player")).containsExactly(team.id);
	}

	private void saveBoth(Team team, Player player) {
		this.teams.save(team);
		this.players.save(player);
	}

}
