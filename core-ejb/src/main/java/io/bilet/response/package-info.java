/**
 * Brings agents' public answers to the people they are for, by mail.
 *
 * <p>Owns the tables {@code outgoing_mail} and {@code outgoing_mail_attempt}. A mail leaves after the answer is
 * committed, at least once and under one Message-ID however often it is tried; what can never arrive is told on the
 * ticket. Only public answers leave, and only to the requester.
 */
@NullMarked
package io.bilet.response;

import org.jspecify.annotations.NullMarked;
