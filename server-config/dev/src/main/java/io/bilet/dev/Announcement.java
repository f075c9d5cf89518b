package io.bilet.dev;

import java.nio.file.Path;

/** Tells a newcomer, on the console, where everything is. */
record Announcement(DevFile file, Checkout checkout, Path log) {

    void print() {
        Ports ports = file.ports();
        System.out.printf(
                """

                Bilet is ready. Ctrl-C stops it; tickets, files and tokens stay in %s

                  API        http://127.0.0.1:%d/api/v1     (documentation: http://127.0.0.1:%d/)
                  health     %s
                  mail       SMTP 127.0.0.1:%d, IMAP 127.0.0.1:%d; write to %s
                  database   %s
                  tokens     in %s (admin, %s, requester)
                  log        %s

                %n""",
                checkout.data(),
                ports.http(),
                ports.http(),
                file.health(),
                ports.smtp(),
                ports.imap(),
                DemoDesk.SUPPORT_ADDRESS,
                file.database().url(),
                checkout.devFile(),
                String.join(", ", file.tokens().agents().keySet()),
                log);
    }
}
