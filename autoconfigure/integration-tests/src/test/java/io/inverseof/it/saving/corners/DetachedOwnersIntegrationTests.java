package io.inverseof.it.saving.corners;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;

import io.inverseof.it.saving.corners.Corners.Desk;
import io.inverseof.it.saving.corners.Corners.Desks;
import io.inverseof.it.saving.corners.Corners.Pen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Owners out of a session or a cache, which belong to no repository any more.
 */
class DetachedOwnersIntegrationTests extends CornersTest {

	@Autowired
	Desks desks;

	private Desk desk = new Desk();

	@BeforeEach
	void copyADesk() throws IOException, ClassNotFoundException {
		Desk before = new Desk();
		before.pens.build((pen) -> pen.name = "first");
		before.pens.build((pen) -> pen.name = "second");
		this.desks.save(before);
		Desk loaded = again(this.desks, before.id);
		assertThat(loaded.pens).hasSize(2);
		this.desk = copyOf(loaded);
	}

	private Desk copyOf(Desk desk) throws IOException, ClassNotFoundException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(desk);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return (Desk) in.readObject();
		}
	}

	@Test
	void clearsTheKeyOfWhatIsRemoved() {
		this.desk.pens.remove(0);
		this.desks.save(this.desk);
		assertThat(keys("desk_id", "pen")).containsExactly(null, this.desk.id);
	}

	@Test
	void clearsAllKeys() {
		this.desk.pens.clear();
		this.desks.save(this.desk);
		assertThat(keys("desk_id", "pen")).containsOnlyNulls();
	}

	@Test
	void replacesWhatWasRead() {
		this.desk.pens.replaceWith(List.of(Pen.named("third")));
		this.desks.save(this.desk);
		assertThat(keys("desk_id", "pen")).containsExactly(null, null, this.desk.id);
	}

	@Test
	void clearsNoKeyThatPointsElsewhereByNow() {
		Desk other = this.desks.save(new Desk());
		this.desk.pens.remove(0);
		this.jdbc.update("update pen set desk_id = ? where name = 'first'", other.id);
		this.desks.save(this.desk);
		assertThat(keys("desk_id", "pen")).containsExactly(other.id, this.desk.id);
	}

}
