package io.bilet.flow;

import io.bilet.automation.action.Action;
import io.bilet.decision.Effect;
import io.bilet.platform.html.SafeHtml;
import io.bilet.template.Rendering.Unresolved;
import io.bilet.ticket.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a macro would do.
 *
 * @param effects what it would change, in order
 * @param comments what it would say
 * @param refused what the ticket does not allow; with any of it the macro cannot be used
 */
public record MacroPreview(List<Effect> effects, List<Line> comments, List<Refusal> refused) {

    /** Something that would be said, as its readers would see it. */
    public record Line(Visibility visibility, String text, String html, List<Unresolved> unresolved) {

        private static Line of(Speech.Said said) {
            String text = said.text().text();
            String html = said.text().html();
            String shown = html == null ? "<p>" + SafeHtml.asHtml(text) + "</p>" : html;
            return new Line(said.visibility(), text, shown, said.unresolved());
        }

        private Line below(Line above) {
            return new Line(visibility, above.text + "\n\n" + text, above.html + html, unresolved);
        }
    }

    /**
     * An action that would not be done.
     *
     * @param place in the macro, from 0
     */
    public record Refusal(int place, String kind, String code, String detail) {}

    static MacroPreview of(List<Action> list, TicketActions.Done done, Optional<NewComment> draft) {
        return new MacroPreview(
                done.effects().stream()
                        .filter(effect -> !effect.field().equals("comment_id"))
                        .toList(),
                lines(done.said(), draft),
                done.refused().stream().map(one -> refusal(list, one)).toList());
    }

    private static Refusal refusal(List<Action> list, TicketActions.Refusal one) {
        int place = Math.max(0, list.indexOf(one.action()));
        return new Refusal(place, list.get(place).kind(), one.code(), one.detail());
    }

    private static List<Line> lines(List<Speech.Said> said, Optional<NewComment> draft) {
        List<Line> lines = new ArrayList<>(said.stream().map(Line::of).toList());
        draft.ifPresent(written -> {
            Line above = Line.of(new Speech.Said(written.said(), written.visibility(), List.of()));
            int place = 0;
            while (place < lines.size() && lines.get(place).visibility() != above.visibility()) {
                place++;
            }
            lines.add(place, place < lines.size() ? lines.remove(place).below(above) : above);
        });
        return lines;
    }
}
