package io.inverseof.actuate;

/**
 * A toggle of the detection as the endpoint shows it.
 *
 * @param name the name of the property without its prefix, such as
 * {@code has-many-inversing}
 * @param value the effective value
 * @param source where the value comes from: {@code application} if the configuration of
 * the application sets it, {@code load-defaults 8.1} if that version of Rails does,
 * {@code default} if nobody does
 * @since 0.1.0
 */
public record FlagDescriptor(String name, Object value, String source) {

}
