package io.inverseof.model;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.inverseof.InvalidAssociationsException;

import org.springframework.util.Assert;

/**
 * A version of Rails whose defaults the detection follows:
 * {@code inverseof.load-defaults} sets the flags of {@link DetectionFlags} as
 * {@code config.load_defaults} does in the Rails guide "Configuring Rails Applications".
 * An explicit flag beats it. Immutable.
 *
 * @since 0.1.0
 */
public final class LoadDefaults {

	private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?");

	private static final List<LoadDefaults> KNOWN = List.of(version(5, 0), version(5, 1), version(5, 2), version(6, 0),
			version(6, 1), version(7, 0), version(7, 1), version(7, 2), version(8, 0), version(8, 1));

	/** The newest version, which is the default. */
	public static final LoadDefaults LATEST = KNOWN.get(KNOWN.size() - 1);

	private static final Comparator<LoadDefaults> BY_AGE = Comparator
		.<LoadDefaults>comparingInt((version) -> version.major)
		.thenComparingInt((version) -> version.minor);

	private final int major;

	private final int minor;

	private LoadDefaults(int major, int minor) {
		this.major = major;
		this.minor = minor;
	}

	private static LoadDefaults version(int major, int minor) {
		return new LoadDefaults(major, minor);
	}

	/**
	 * Returns a version by its name.
	 * @param version major and minor number, such as {@code 7.0}
	 * @return the version
	 * @throws InvalidAssociationsException if it is not known; lists those that are
	 */
	public static LoadDefaults of(String version) {
		Assert.notNull(version, "'version' must not be null");
		return KNOWN.stream()
			.filter((known) -> known.toString().equals(version.trim()))
			.findFirst()
			.orElseThrow(() -> new InvalidAssociationsException(List.of(unknown(version))));
	}

	/**
	 * Returns all versions, oldest first.
	 * @return an immutable list
	 */
	public static List<LoadDefaults> known() {
		return KNOWN;
	}

	private static String unknown(String version) {
		return "inverseof.load-defaults is \"%s\", which is not a known version of Rails.%s Known are %s.".formatted(
				version, didYouMean(version), String.join(", ", KNOWN.stream().map(LoadDefaults::toString).toList()));
	}

	private static String didYouMean(String version) {
		Matcher numbers = NUMBERS.matcher(version);
		return numbers.find() ? Suggestions.didYouMean(List.of(nearest(numbers).toString())) : "";
	}

	private static LoadDefaults nearest(Matcher numbers) {
		int minor = (numbers.group(2) != null) ? Integer.parseInt(numbers.group(2)) : 0;
		LoadDefaults asked = version(Integer.parseInt(numbers.group(1)), minor);
		return KNOWN.stream()
			.filter((known) -> BY_AGE.compare(known, asked) <= 0)
			.reduce((older, newer) -> newer)
			.orElse(KNOWN.get(0));
	}

	/**
	 * Returns the flags as this version of Rails sets them.
	 * @return the defaults of the version
	 */
	public DetectionFlags flags() {
		boolean hasManyInversing = BY_AGE.compare(this, version(6, 1)) >= 0;
		boolean automaticScopeInversing = BY_AGE.compare(this, version(7, 0)) >= 0;
		return new DetectionFlags(hasManyInversing, automaticScopeInversing, false);
	}

	/**
	 * Returns the name of the version.
	 * @return such as {@code 7.0}
	 */
	@Override
	public String toString() {
		return this.major + "." + this.minor;
	}

}
