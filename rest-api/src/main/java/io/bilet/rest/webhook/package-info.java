/** Webhooks over HTTP: who is told what, and what became of it. */
@NullMarked
package io.bilet.rest.webhook;

import org.jspecify.annotations.NullMarked;
