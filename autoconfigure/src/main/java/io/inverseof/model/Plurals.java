package io.inverseof.model;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

/**
 * Plurals of class names, by the rules of English and the irregular words of Rails'
 * {@code ActiveSupport::Inflector}.
 *
 * @since 0.1.0
 */
public final class Plurals {

	private static final Map<String, String> IRREGULAR = Map.ofEntries(Map.entry("person", "people"),
			Map.entry("child", "children"), Map.entry("man", "men"), Map.entry("woman", "women"),
			Map.entry("mouse", "mice"), Map.entry("louse", "lice"), Map.entry("goose", "geese"),
			Map.entry("foot", "feet"), Map.entry("tooth", "teeth"), Map.entry("ox", "oxen"),
			Map.entry("quiz", "quizzes"), Map.entry("datum", "data"), Map.entry("medium", "media"),
			Map.entry("criterion", "criteria"), Map.entry("index", "indices"), Map.entry("matrix", "matrices"),
			Map.entry("vertex", "vertices"), Map.entry("axis", "axes"), Map.entry("octopus", "octopi"),
			Map.entry("virus", "viri"), Map.entry("hero", "heroes"), Map.entry("potato", "potatoes"),
			Map.entry("tomato", "tomatoes"), Map.entry("buffalo", "buffaloes"), Map.entry("half", "halves"),
			Map.entry("shelf", "shelves"), Map.entry("wolf", "wolves"), Map.entry("leaf", "leaves"),
			Map.entry("knife", "knives"), Map.entry("life", "lives"), Map.entry("wife", "wives"),
			Map.entry("move", "moves"));

	private static final Set<String> UNCOUNTABLE = Set.of("equipment", "information", "rice", "money", "species",
			"series", "fish", "sheep", "jeans", "police", "news");

	private static final Pattern WITH_ES = Pattern.compile(".*(s|x|z|ch|sh)");

	private static final Pattern WITH_IES = Pattern.compile(".*[^aeiou]y");

	private Plurals() {
	}

	/**
	 * Returns the plural, which only the last word of a camel-case name takes.
	 * @param name a name in the singular
	 * @return the name in the plural
	 */
	public static String of(String name) {
		int last = lastWord(name);
		String plural = ofWord(StringUtils.uncapitalize(name.substring(last)));
		return name.substring(0, last)
				+ (Character.isUpperCase(name.charAt(last)) ? StringUtils.capitalize(plural) : plural);
	}

	private static int lastWord(String name) {
		int last = name.length() - 1;
		while (last > 0 && !Character.isUpperCase(name.charAt(last))) {
			last--;
		}
		return last;
	}

	private static String ofWord(String word) {
		String irregular = IRREGULAR.get(word);
		if (irregular != null) {
			return irregular;
		}
		return UNCOUNTABLE.contains(word) ? word : ofRegularWord(word);
	}

	private static String ofRegularWord(String word) {
		if (word.endsWith("sis")) {
			return word.substring(0, word.length() - 2) + "es";
		}
		if (WITH_IES.matcher(word).matches()) {
			return word.substring(0, word.length() - 1) + "ies";
		}
		return word + (WITH_ES.matcher(word).matches() ? "es" : "s");
	}

}
