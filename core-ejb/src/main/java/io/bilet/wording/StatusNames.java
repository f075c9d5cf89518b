package io.bilet.wording;

import io.bilet.platform.json.Wire;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** How statuses and priorities are called in the languages that are shipped; English elsewhere. */
final class StatusNames {

    private static final String BUNDLE = "io.bilet.wording.names";

    /** The language of the machine must not show. */
    private static final Control NO_LANGUAGE_OF_THE_MACHINE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private StatusNames() {}

    /** Requesters are not told whether we wait for somebody else. */
    static String of(TicketStatus status, boolean isForRequester, Locale locale) {
        boolean isOurs = isForRequester && status == TicketStatus.ON_HOLD;
        return name("status." + Wire.of(isOurs ? TicketStatus.OPEN : status), locale);
    }

    static String of(TicketPriority priority, Locale locale) {
        return name("priority." + Wire.of(priority), locale);
    }

    private static String name(String key, Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, StatusNames.class.getClassLoader(), NO_LANGUAGE_OF_THE_MACHINE)
                .getString(key);
    }
}
