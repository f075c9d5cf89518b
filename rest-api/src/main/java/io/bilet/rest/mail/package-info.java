/** Mail over HTTP: raw mail handed over, what was set aside, and the channels and addresses it goes through. */
@NullMarked
package io.bilet.rest.mail;

import org.jspecify.annotations.NullMarked;
