package io.bilet.rest.macro;

import io.bilet.api.v1.model.FieldChange;
import io.bilet.api.v1.model.MacroPreviewComment;
import io.bilet.api.v1.model.MacroRefusal;
import io.bilet.api.v1.model.MacroRole;
import io.bilet.api.v1.model.MacroRun;
import io.bilet.api.v1.model.MacroWords;
import io.bilet.api.v1.model.NewMacro;
import io.bilet.api.v1.model.UnresolvedPlaceholder;
import io.bilet.api.v1.model.Visibility;
import io.bilet.automation.macro.CountedMacro;
import io.bilet.automation.macro.Macro;
import io.bilet.automation.macro.MacroAdmin.Draft;
import io.bilet.automation.macro.MacroScope;
import io.bilet.automation.macro.MacroVersion;
import io.bilet.automation.macro.Reach.Whom;
import io.bilet.brand.BrandId;
import io.bilet.decision.Effect;
import io.bilet.flow.MacroFlow;
import io.bilet.flow.MacroPreview;
import io.bilet.flow.NewComment;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Macros as the API shows and takes them. */
final class MacroJson {

    private MacroJson() {}

    static io.bilet.api.v1.model.Macro of(CountedMacro counted) {
        Macro macro = counted.macro();
        Whom whom = macro.reach().whom();
        return new io.bilet.api.v1.model.Macro()
                .id(macro.id().toString())
                .name(macro.name())
                .description(macro.description().orElse(null))
                .scope(io.bilet.api.v1.model.MacroScope.fromValue(Wire.of(whom.scope())))
                .ownerId(macro.reach().owner().toString())
                .groupId(whom.group() == null ? null : whom.group().toString())
                .role(whom.role() == null ? null : MacroRole.fromValue(Wire.of(whom.role())))
                .brandId(whom.brand() == null ? null : whom.brand().toString())
                .actions(macro.actions().getValuesAs(JsonObject.class))
                .articleUrl(macro.articleUrl().orElse(null))
                .active(macro.active())
                .useCount(counted.uses())
                .createdAt(macro.createdAt())
                .updatedAt(macro.updatedAt())
                .version(macro.version());
    }

    static io.bilet.api.v1.model.MacroVersion of(MacroVersion version) {
        return new io.bilet.api.v1.model.MacroVersion()
                .version(version.version())
                .name(version.name())
                .actions(version.actions().getValuesAs(JsonObject.class))
                .changedById(version.changedBy().toString())
                .createdAt(version.at());
    }

    static MacroRun of(MacroFlow.Applied applied) {
        return new MacroRun()
                .id(applied.id().toString())
                .macroId(applied.macro().id().toString())
                .macroVersion(applied.macro().version())
                .ticketId(applied.ticket().id().toString())
                .effects(applied.effects().stream().map(MacroJson::change).toList());
    }

    static io.bilet.api.v1.model.MacroPreview of(MacroPreview preview) {
        JsonObjectBuilder patch = StoredJson.object();
        preview.effects().forEach(effect -> patch.add(effect.field(), effect.to()));
        return new io.bilet.api.v1.model.MacroPreview()
                .patch(patch.build())
                .effects(preview.effects().stream().map(MacroJson::change).toList())
                .comments(preview.comments().stream().map(MacroJson::comment).toList())
                .refused(preview.refused().stream().map(MacroJson::refusal).toList());
    }

    private static FieldChange change(Effect effect) {
        return new FieldChange().field(effect.field()).from(effect.from()).to(effect.to());
    }

    private static MacroPreviewComment comment(MacroPreview.Line line) {
        return new MacroPreviewComment()
                .visibility(Visibility.fromValue(Wire.of(line.visibility())))
                .text(line.text())
                .html(line.html())
                .unresolved(line.unresolved().stream()
                        .map(one -> new UnresolvedPlaceholder()
                                .placeholder(one.placeholder())
                                .fallback(one.fallback()))
                        .toList());
    }

    private static MacroRefusal refusal(MacroPreview.Refusal refusal) {
        return new MacroRefusal()
                .position(refusal.place())
                .kind(refusal.kind())
                .code(refusal.code())
                .detail(refusal.detail());
    }

    static Optional<NewComment> toWords(@Nullable MacroWords words) {
        return Optional.ofNullable(words)
                .map(given -> NewComment.of(
                        given.getText(),
                        given.getVisibility() == Visibility.INTERNAL
                                ? io.bilet.ticket.Visibility.INTERNAL
                                : io.bilet.ticket.Visibility.PUBLIC));
    }

    static Draft toDraft(NewMacro body) {
        Whom whom = body.getScope() == null
                ? null
                : new Whom(
                        MacroScope.valueOf(body.getScope().name()),
                        body.getGroupId() == null ? null : GroupId.parse(body.getGroupId()),
                        body.getRole() == null
                                ? null
                                : Role.valueOf(body.getRole().name()),
                        body.getBrandId() == null ? null : BrandId.parse(body.getBrandId()));
        return new Draft(
                body.getName(),
                body.getDescription(),
                whom,
                array(body.getActions()),
                body.getArticleUrl(),
                body.getActive(),
                Set.of());
    }

    /** What a patch changes; actions are replaced as a whole, and a scope with what it is about. */
    static Draft toDraft(JsonObject patch) {
        Whom whom = text(patch, "scope")
                .map(scope -> new Whom(
                        Wire.read(MacroScope.class, scope, "scope"),
                        text(patch, "group_id").map(GroupId::parse).orElse(null),
                        text(patch, "role")
                                .map(role -> Wire.read(Role.class, role, "role"))
                                .orElse(null),
                        text(patch, "brand_id").map(BrandId::parse).orElse(null)))
                .orElse(null);
        return new Draft(
                text(patch, "name").orElse(null),
                text(patch, "description").orElse(null),
                whom,
                patch.get("actions") instanceof JsonArray actions ? actions : null,
                text(patch, "article_url").orElse(null),
                patch.containsKey("active") ? patch.getBoolean("active") : null,
                cleared(patch));
    }

    private static JsonArray array(List<JsonObject> actions) {
        JsonArrayBuilder array = StoredJson.array();
        actions.forEach(array::add);
        return array.build();
    }

    private static Set<String> cleared(JsonObject patch) {
        return patch.entrySet().stream()
                .filter(member -> member.getValue() == JsonValue.NULL)
                .map(member -> member.getKey())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> text(JsonObject patch, String member) {
        return patch.get(member) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
