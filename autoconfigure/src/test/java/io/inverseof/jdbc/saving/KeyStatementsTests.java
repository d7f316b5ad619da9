package io.inverseof.jdbc.saving;

import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import io.inverseof.jdbc.AssociationQueries;
import io.inverseof.jdbc.JdbcEntityMapping;
import io.inverseof.jdbc.RowObserver;
import io.inverseof.jdbc.saving.KeyStatements.RowVersion;
import io.inverseof.jdbc.saving.Warehouse.Author;
import io.inverseof.jdbc.saving.Warehouse.Code;
import io.inverseof.jdbc.saving.Warehouse.Device;
import io.inverseof.jdbc.saving.Warehouse.Height;
import io.inverseof.jdbc.saving.Warehouse.Level;
import io.inverseof.jdbc.saving.Warehouse.Post;
import io.inverseof.jdbc.saving.Warehouse.Room;
import io.inverseof.jdbc.saving.Warehouse.RoomId;
import io.inverseof.jdbc.saving.Warehouse.SeatId;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyStatements} and {@link NullableColumns}.
 */
@SpringBootTest(classes = Warehouse.class, properties = "spring.datasource.generate-unique-name=true")
class KeyStatementsTests {

	private static final UUID DEVICE = UUID.fromString("12345678-1234-1234-1234-123456789abc");

	@Autowired
	private JdbcConverter converter;

	@Autowired
	private JdbcDialect dialect;

	@Autowired
	private JdbcEntityMapping mapping;

	@Autowired
	private AssociationModel model;

	@Autowired
	private JdbcTemplate jdbc;

	private KeyStatements statements;

	@BeforeEach
	void create() {
		Warehouse.SCHEMA.forEach(this.jdbc::execute);
		this.statements = statements(new NamedParameterJdbcTemplate(this.jdbc));
	}

	private KeyStatements statements(NamedParameterJdbcTemplate operations) {
		return new KeyStatements(this.converter, operations, this.dialect,
				new AssociationQueries(this.converter, this.mapping), RowObserver.none());
	}

	private AssociationProperty property(Class<?> type, String name) {
		AssociationProperty property = this.model.associationsOf(type).get(name);
		assertThat(property).isNotNull();
		return property;
	}

	private void post(long id, Long author, Integer version) {
		this.jdbc.update("insert into post(id, author_id, version, likes) values (?, ?, ?, ?)", id, author, version,
				id);
	}

	private List<Object> column(String column, String table) {
		return this.jdbc.queryForList("select %s from %s order by %s".formatted(column, table, "1"), Object.class);
	}

	private List<Object> authors() {
		return this.jdbc.queryForList("select author_id from post order by id", Object.class);
	}

	@Test
	void pointsRowsWithoutAVersion() {
		post(1, 7L, null);
		post(2, null, null);
		post(3, 7L, null);
		boolean[] pointed = this.statements.point(property(Author.class, "posts"), 8L,
				List.of(new RowVersion(1L, null), new RowVersion(2L, null), new RowVersion(4L, null)));
		assertThat(pointed).containsExactly(true, true, false);
		assertThat(authors()).containsExactly(8L, 8L, 7L);
	}

	@Test
	void pointsRowsOfAVersion() {
		post(1, 7L, 3);
		post(2, 7L, 4);
		boolean[] pointed = this.statements.point(property(Author.class, "posts"), 8L,
				List.of(new RowVersion(1L, 3), new RowVersion(2L, 3)));
		assertThat(pointed).containsExactly(true, false);
		assertThat(authors()).containsExactly(8L, 7L);
		assertThat(column("version", "post")).containsExactly(4, 4);
	}

	@Test
	void tellsRowsWithAndWithoutAVersionApart() {
		post(1, 7L, 3);
		post(2, 7L, 4);
		boolean[] pointed = this.statements.point(property(Author.class, "posts"), 8L,
				List.of(new RowVersion(5L, null), new RowVersion(1L, 3), new RowVersion(2L, null)));
		assertThat(pointed).containsExactly(false, true, true);
		assertThat(column("version", "post")).containsExactly(4, 4);
	}

	@Test
	void takesAVersionOfAPrimitiveType() {
		this.jdbc.update("insert into note(id, version, author_id) values (1, 3, 7)");
		boolean[] pointed = this.statements.point(property(Author.class, "notes"), 8L,
				List.of(new RowVersion(1L, (short) 3)));
		assertThat(pointed).containsExactly(true);
		assertThat(this.jdbc.queryForMap("select version, author_id from note")).containsEntry("AUTHOR_ID", 8L)
			.extractingByKey("VERSION")
			.hasToString("4");
	}

	@Test
	void clearsTheKeyOfOneOwnerOnly() {
		post(1, 7L, 3);
		post(2, 8L, 3);
		boolean[] cleared = this.statements.clear(property(Author.class, "posts"), 7L,
				List.of(new RowVersion(1L, 3), new RowVersion(2L, 3)));
		assertThat(cleared).containsExactly(true, false);
		assertThat(authors()).containsExactly(null, 8L);
		assertThat(column("version", "post")).containsExactlyInAnyOrder(4, 3);
	}

	@Test
	void nothingIsSentForNoRows() {
		assertThat(this.statements.clear(property(Author.class, "posts"), 7L, List.of())).isEmpty();
		assertThat(this.statements.delete(property(Author.class, "posts"), 7L, List.of())).isZero();
		assertThat(this.statements.owned(property(Author.class, "posts"), 7L, List.of())).isEmpty();
		assertThat(this.statements.clearAll(property(Author.class, "posts"), List.of())).isZero();
	}

	@Test
	void asksAgainWhatADriverDoesNotTell() {
		post(1, 7L, 3);
		post(2, 7L, 4);
		post(3, 7L, null);
		post(4, 7L, null);
		KeyStatements silent = statements(new NamedParameterJdbcTemplate(this.jdbc) {

			@Override
			public int[] batchUpdate(String sql, SqlParameterSource[] batchArgs) {
				int[] counts = super.batchUpdate(sql, batchArgs);
				Arrays.fill(counts, Statement.SUCCESS_NO_INFO);
				return counts;
			}

		});
		boolean[] pointed = silent.point(property(Author.class, "posts"), 8L, List.of(new RowVersion(1L, 3),
				new RowVersion(2L, 3), new RowVersion(3L, null), new RowVersion(4L, null)));
		assertThat(pointed).containsExactly(true, false, true, true);
		boolean[] cleared = silent.clear(property(Author.class, "posts"), 8L,
				List.of(new RowVersion(1L, 4), new RowVersion(2L, 4)));
		assertThat(cleared).containsExactly(true, false);
	}

	@Test
	void deletesRowsThatStillHaveTheKey() {
		post(1, 7L, null);
		post(2, 8L, null);
		assertThat(this.statements.delete(property(Author.class, "posts"), 7L, List.of(1L, 2L))).isEqualTo(1);
		assertThat(column("id", "post")).containsExactly(2L);
	}

	@Test
	void findsWhatAnOwnerHas() {
		LongStream.rangeClosed(1, 2500).forEach((id) -> post(id, (id % 2 == 0) ? 7L : 8L, null));
		List<Long> ids = LongStream.rangeClosed(1, 3000).boxed().toList();
		List<Object> owned = this.statements.owned(property(Author.class, "posts"), 7L, ids);
		assertThat(owned).hasSize(1250).contains(2L, 2500L).doesNotContain(1L);
		assertThat(this.statements.idsOfAll(property(Author.class, "posts"), List.of(7L, 8L))).hasSize(2500);
		assertThat(this.statements.idsOf(Post.class)).hasSize(2500);
	}

	@Test
	void changesAllRowsThatAScopeLetsThrough() {
		LongStream.rangeClosed(1, 9).forEach((id) -> post(id, (id < 9) ? 7L : 8L, null));
		AssociationProperty liked = property(Author.class, "likedPosts");
		assertThat(this.statements.clearAll(liked, List.of(7L, 9L))).isEqualTo(4);
		assertThat(authors()).containsExactly(null, 7L, 7L, 7L, 7L, null, null, null, 8L);
		assertThat(this.statements.deleteAll(liked, List.of(8L))).isEqualTo(1);
		assertThat(this.statements.deleteAll(property(Author.class, "posts"), List.of(7L, 8L, 9L))).isEqualTo(4);
		assertThat(column("id", "post")).containsExactly(1L, 6L, 7L, 8L);
	}

	@Test
	void pointsBack() {
		post(1, null, null);
		this.statements.pointBack(property(Post.class, "author"), 1L, 8L);
		assertThat(authors()).containsExactly(8L);
	}

	@Test
	void plainPropertiesAreKeys() {
		this.jdbc.update("insert into tag(id, owner_ref) values (1, null)");
		AssociationProperty tags = property(Author.class, "tags");
		assertThat(this.statements.point(tags, 7L, List.of(new RowVersion(1L, null)))).containsExactly(true);
		assertThat(this.statements.owned(tags, 7L, List.of(1L, 2L))).containsExactly(1L);
		assertThat(this.statements.clearAll(tags, List.of(7L))).isEqualTo(1);
		assertThat(column("owner_ref", "tag")).containsOnlyNulls();
	}

	@Test
	void keysMayHaveSeveralColumns() {
		this.jdbc.update("insert into seat(row_name, place) values ('a', 1), ('a', 2), ('b', 1)");
		AssociationProperty seats = property(Room.class, "seats");
		RoomId room = new RoomId("h", 3);
		SeatId one = new SeatId("a", 1);
		SeatId two = new SeatId("b", 1);
		assertThat(this.statements.point(seats, room, List.of(new RowVersion(one, null), new RowVersion(two, null))))
			.containsExactly(true, true);
		assertThat(this.statements.owned(seats, room, List.of(one, two, new SeatId("a", 2))))
			.containsExactlyInAnyOrder(one, two);
		assertThat(this.statements.delete(seats, room, List.of(one, new SeatId("a", 2)))).isEqualTo(1);
		assertThat(this.statements.clearAll(seats, List.of(room, new RoomId("h", 4)))).isEqualTo(1);
		assertThat(column("room_number", "seat")).containsOnlyNulls();
	}

	@Test
	void keysMayBeUuidsAndConvertedOnes() {
		this.jdbc.update("insert into part(id) values ('c-x'), ('c-y')");
		AssociationProperty parts = property(Device.class, "parts");
		assertThat(this.statements.point(parts, DEVICE, List.of(new RowVersion(new Code("x"), null))))
			.containsExactly(true);
		assertThat(this.statements.owned(parts, DEVICE, List.of(new Code("x"), new Code("y"))))
			.containsExactly(new Code("x"));
		assertThat(this.statements.deleteAll(parts, List.of(DEVICE))).isEqualTo(1);
		assertThat(column("id", "part")).containsExactly("c-y");
	}

	@Test
	void keysMayBeConstantsOfAnEnum() {
		this.jdbc.update("insert into step(id) values (1), (2)");
		AssociationProperty steps = property(Level.class, "steps");
		this.statements.point(steps, Height.HIGH, List.of(new RowVersion(1L, null)));
		assertThat(this.statements.clear(steps, Height.LOW, List.of(new RowVersion(1L, null)))).containsExactly(false);
		assertThat(this.statements.deleteAll(steps, List.of(Height.LOW, Height.HIGH))).isEqualTo(1);
		assertThat(this.statements.idsOf(Level.class)).isEmpty();
	}

	@Test
	void knowsWhichKeysMayBeNull() {
		NullableColumns columns = new NullableColumns(this.converter, this.jdbc, this.dialect);
		assertThat(columns.areNullable(property(Author.class, "posts"))).isTrue();
		assertThat(columns.areNullable(property(Author.class, "notes"))).isFalse();
		assertThat(columns.areNullable(property(Post.class, "author"))).isTrue();
		assertThat(columns.areNullable(property(Warehouse.Note.class, "author"))).isFalse();
		assertThat(columns.areNullable(property(Room.class, "seats"))).isTrue();
		this.jdbc.execute("drop table note");
		assertThat(columns.areNullable(property(Author.class, "notes"))).isFalse();
	}

	@Test
	void whatIsUnknownMayBeNull() {
		this.jdbc.execute("drop table note");
		NullableColumns columns = new NullableColumns(this.converter, this.jdbc, this.dialect);
		assertThat(columns.areNullable(property(Author.class, "notes"))).isTrue();
	}

	@Test
	void asksAgainWhenTheAnswerDidNotCome() {
		AtomicBoolean broken = new AtomicBoolean(true);
		NullableColumns columns = new NullableColumns(this.converter, failingIf(broken), this.dialect);
		assertThat(columns.areNullable(property(Author.class, "notes"))).isTrue();
		broken.set(false);
		assertThat(columns.areNullable(property(Author.class, "notes"))).isFalse();
	}

	private JdbcTemplate failingIf(AtomicBoolean broken) {
		return new JdbcTemplate(Objects.requireNonNull(this.jdbc.getDataSource())) {

			@Override
			public <T extends @Nullable Object> T execute(ConnectionCallback<T> action) {
				if (broken.get()) {
					throw new TransientDataAccessResourceException("Not now");
				}
				return super.execute(action);
			}

		};
	}

}
