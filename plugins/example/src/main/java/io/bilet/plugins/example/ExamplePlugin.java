package io.bilet.plugins.example;

import io.bilet.spi.Plugin;
import io.bilet.spi.PluginContext;
import io.bilet.spi.Setting;
import io.bilet.spi.ticket.ListenerUnavailable;
import io.bilet.spi.ticket.TicketListener;
import io.bilet.spi.ticket.TicketNotice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes a line for each opened ticket into a file. */
public final class ExamplePlugin implements Plugin, TicketListener {

    /** Notices repeat within hours, so the last ones are enough to know a repetition (TL-2). */
    private static final int REMEMBERED_MAX = 10_000;

    private final Set<String> remembered = new LinkedHashSet<>();
    private Path file = Path.of("");

    @Override
    public List<Setting> settings() {
        return List.of(Setting.required("file", Setting.Kind.TEXT, "File that gets the lines; its folder exists."));
    }

    @Override
    public void start(PluginContext context) throws IOException {
        file = context.setting("file")
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException("The setting \"file\" is missing."));
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> remember(line.split(" ", 2)[0]));
        }
        context.logger().log(System.Logger.Level.INFO, "Opened tickets are written to {0}.", file);
    }

    @Override
    public List<TicketListener> ticketListeners() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "opened-tickets";
    }

    @Override
    public void hear(TicketNotice notice) throws ListenerUnavailable {
        if (notice.type().equals("ticket.created")) {
            write(notice);
        }
    }

    private synchronized void write(TicketNotice notice) throws ListenerUnavailable {
        if (remembered.contains(notice.id())) {
            return;
        }
        String line =
                "%s %s %s%n".formatted(notice.id(), notice.at(), notice.ticket().id());
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new ListenerUnavailable("The file cannot be written.", e);
        }
        remember(notice.id());
    }

    private void remember(String id) {
        remembered.add(id);
        if (remembered.size() > REMEMBERED_MAX) {
            remembered.remove(remembered.iterator().next());
        }
    }
}
