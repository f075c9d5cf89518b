/**
 * What reading mail and writing mail share: mailboxes and servers, the addresses people write to, and the signed ids by
 * which an answer finds its ticket again.
 *
 * <p>Owns the tables {@code mail_channel}, {@code support_address}, {@code mail_thread} and {@code mail_participant}.
 * Connects to nothing itself.
 */
@NullMarked
package io.bilet.mail;

import org.jspecify.annotations.NullMarked;
