package io.inverseof.actuate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An association as the endpoint shows it.
 *
 * @param association the association, such as {@code Post.author}
 * @param kind {@code belongs-to}, {@code has-one} or {@code has-many}
 * @param target the entity at the other side, named as in the names of associations
 * @param foreignKey the columns of the key: of the owner's table for a belongs-to, of the
 * target's table otherwise
 * @param scope the class of the scope, or {@code null}
 * @param inverse the association that is the inverse, such as {@code Author.posts}, or
 * {@code null}
 * @param reason one sentence why the inverse was chosen or why there is none
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AssociationDescriptor(String association, String kind, String target, List<String> foreignKey,
		@Nullable String scope, @Nullable String inverse, String reason) {

}
