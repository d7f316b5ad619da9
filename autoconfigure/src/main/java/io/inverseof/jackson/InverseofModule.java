package io.inverseof.jackson;

import io.inverseof.Association;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * Teaches Jackson to write the associations of entities. Writing never loads, and
 * terminates whatever refers to each other:
 * <ul>
 * <li>A belongs-to is its id, or {@code null} when it is empty or its target has not been
 * saved. It is left out when the query that loaded the entity did not read the key.</li>
 * <li>A has-one or has-many is left out, unless its property has a
 * {@link com.fasterxml.jackson.annotation.JsonProperty @JsonProperty} and the application
 * itself has read the association. An entity that is being written already is left out of
 * what is below it.</li>
 * <li>A back reference inside an aggregate ({@link io.inverseof.InverseOf @InverseOf} on
 * a plain field) is left out, unless its property has any annotation of Jackson, which
 * then decides.</li>
 * </ul>
 *
 * <pre>{@code
 * public class Author {
 *     private final HasMany<Post> posts = hasMany(this);
 *
 *     &#64;JsonProperty
 *     public HasMany<Post> posts() { return this.posts; }
 * }
 *
 * JsonMapper mapper = JsonMapper.builder().addModule(new InverseofModule()).build();
 * }</pre>
 *
 * A property is one of these by the name of the entity's field, whatever its getter
 * returns: {@code Author getAuthor()} beside {@code BelongsTo<Author, Long> author} is
 * the id as well. For a belongs-to, a method {@code author()} is a getter. Outside its
 * entity, as a root value or in an object of the application's own, an association is
 * written the same way, as {@code null} where a property would be left out. A serializer
 * or converter on the property takes precedence.
 * <p>
 * Spring Boot registers the module by itself. Reading is left to a later version.
 *
 * @since 0.1.0
 */
public final class InverseofModule extends JacksonModule {

	@Override
	public String getModuleName() {
		return "inverseof";
	}

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

	@Override
	public Object getRegistrationId() {
		return InverseofModule.class.getName();
	}

	@Override
	public void setupModule(SetupContext context) {
		context.addSerializers(new SimpleSerializers().addSerializer(Association.class, new AssociationSerializer()));
		context.addSerializerModifier(new AssociationProperties());
		context.appendAnnotationIntrospector(new BelongsToAccessors());
	}

}
