package io.bilet.rest.view;

import io.bilet.api.v1.model.NewView;
import io.bilet.api.v1.model.TicketSort;
import io.bilet.api.v1.model.ViewColumn;
import io.bilet.people.GroupId;
import io.bilet.view.View;
import io.bilet.view.ViewAdmin.Draft;
import io.bilet.view.ViewGrouping;
import io.bilet.view.ViewLayout;
import io.bilet.view.ViewScope;
import io.bilet.view.ViewSort;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Views as the API shows and takes them. */
final class ViewJson {

    private ViewJson() {}

    static io.bilet.api.v1.model.View of(View view) {
        ViewLayout layout = view.layout();
        GroupId group = view.audience().group();
        return new io.bilet.api.v1.model.View()
                .id(view.id().toString())
                .name(view.name())
                .scope(io.bilet.api.v1.model.ViewScope.valueOf(
                        view.audience().scope().name()))
                .ownerId(view.audience().owner().toString())
                .groupId(group == null ? null : group.toString())
                .condition(view.condition())
                .columns(layout.columns().stream().map(ViewColumn::fromValue).toList())
                .sort(TicketSort.valueOf(layout.sort().name()))
                .grouping(io.bilet.api.v1.model.ViewGrouping.valueOf(
                        layout.grouping().name()))
                .createdAt(view.createdAt())
                .updatedAt(view.updatedAt())
                .version(view.version());
    }

    static Draft toDraft(NewView body) {
        return new Draft(
                body.getName(),
                body.getScope() == null
                        ? null
                        : ViewScope.valueOf(body.getScope().name()),
                body.getGroupId() == null ? null : GroupId.parse(body.getGroupId()),
                body.getCondition(),
                body.getColumns() == null
                        ? null
                        : body.getColumns().stream().map(ViewColumn::value).toList(),
                body.getSort() == null ? null : ViewSort.valueOf(body.getSort().name()),
                body.getGrouping() == null
                        ? null
                        : ViewGrouping.valueOf(body.getGrouping().name()));
    }

    /** What a patch changes; condition and columns are replaced as a whole. */
    static Draft toDraft(JsonObject patch) {
        return new Draft(
                patch.getString("name", null),
                text(patch, "scope")
                        .map(scope -> ViewScope.valueOf(
                                io.bilet.api.v1.model.ViewScope.fromValue(scope).name()))
                        .orElse(null),
                text(patch, "group_id").map(GroupId::parse).orElse(null),
                patch.get("condition") instanceof JsonObject condition ? condition : null,
                columns(patch),
                text(patch, "sort")
                        .map(sort -> ViewSort.valueOf(TicketSort.fromValue(sort).name()))
                        .orElse(null),
                text(patch, "grouping")
                        .map(grouping -> ViewGrouping.valueOf(io.bilet.api.v1.model.ViewGrouping.fromValue(grouping)
                                .name()))
                        .orElse(null));
    }

    private static Optional<String> text(JsonObject patch, String member) {
        return patch.get(member) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static @Nullable List<String> columns(JsonObject patch) {
        return patch.get("columns") instanceof JsonArray columns ? columns.getValuesAs(JsonString::getString) : null;
    }
}
