package io.bilet.automation.action;

import io.bilet.platform.json.StoredJson;
import io.bilet.testing.Beans;
import jakarta.json.JsonArray;
import java.util.List;

/** The language with the kinds that are built in. */
public final class ActionLanguage {

    private ActionLanguage() {}

    /** Lets a node without a container know the kinds. */
    public static Beans spokenBy(Beans node) {
        List.of(
                        TagActions.class,
                        DescriptionActions.class,
                        OwnershipActions.class,
                        StandingActions.class,
                        ColleagueActions.class)
                .forEach(node::get);
        return node;
    }

    /** A list, written with single quotes. */
    public static JsonArray written(String actions) {
        return StoredJson.read(actions.replace('\'', '"')).asJsonArray();
    }
}
