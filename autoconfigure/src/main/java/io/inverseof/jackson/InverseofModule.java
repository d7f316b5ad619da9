package io.inverseof.jackson;

import io.inverseof.Association;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * Teaches Jackson to write and read the associations of entities. Neither ever loads.
 * Writing terminates whatever refers to each other:
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
 * Reading takes what writing may write, under the same names:
 * <ul>
 * <li>An id becomes a reference to that row, {@code null} an empty one; so does a
 * component of a record that is missing. An object becomes a new target in memory, unless
 * its properties are those of a composite id. A target with an id is a reference too: its
 * own columns are not written.</li>
 * <li>The objects of a has-one or has-many are built through the association: the child
 * knows its owner first, then gets what a scope asks for, then what JSON says, and cannot
 * name another owner. Records, and classes without a no-argument constructor or with type
 * information, are read and then added. An object with the id of a child that is in
 * memory is read into that one. {@code null} adds nothing, and empties a has-one.</li>
 * <li>Back references are not read.</li>
 * </ul>
 * An id of a child is a claim: a save of the owner verifies it, and refuses children of
 * others with a {@link io.inverseof.ForeignChildException}.
 * <p>
 * Spring Boot registers the module by itself.
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
		context.addDeserializers(new AssociationDeserializers());
		context.addDeserializerModifier(new SettableAssociations());
		context.appendAnnotationIntrospector(new AssociationAccessors());
	}

}
