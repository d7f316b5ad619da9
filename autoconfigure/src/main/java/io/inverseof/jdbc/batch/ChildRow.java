package io.inverseof.jdbc.batch;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.relational.domain.RowDocument;

/**
 * A row of a collection, which may have collections of its own.
 *
 * @param path the collection
 * @param document the row as Spring Data JDBC would have read it
 * @param number its place in its collection
 * @param parent what it refers to
 */
record ChildRow(CollectionPath path, RowDocument document, int number, Identifier parent) implements LevelRow {

	@Override
	public @Nullable Object value(String label) {
		return this.document.get(label);
	}

	@Override
	public @Nullable Identifier identifier() {
		return this.path.elementIdentifier(this.parent, this.document, this.number);
	}

	/**
	 * Makes the element of the collection.
	 */
	Object toElement(RowConversion conversion, Identifier requested) {
		return this.path.toElement(this.document, this.number, requested, conversion);
	}

}
