package io.inverseof.jackson;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * JSON that is looked at before it is read, or waits for its entity to be constructed.
 * Numbers stay as they were written.
 *
 * @param content the JSON
 */
record PostponedJson(TokenBuffer content) {

	/**
	 * Takes the next value.
	 */
	static PostponedJson of(JsonParser parser, DeserializationContext context) {
		return new PostponedJson(context.bufferAsCopyOfValue(parser));
	}

	/**
	 * Starts to read.
	 * @return a parser at the first token
	 */
	JsonParser tokens(DeserializationContext context) {
		return this.content.asParserOnFirstToken(context);
	}

	JsonNode tree(DeserializationContext context) {
		try (JsonParser parser = tokens(context)) {
			return context.readTree(parser);
		}
	}

	void readInto(Object holder, ValueDeserializer<Object> deserializer, DeserializationContext context) {
		try (JsonParser parser = tokens(context)) {
			deserializer.deserialize(parser, context, holder);
		}
	}

}
