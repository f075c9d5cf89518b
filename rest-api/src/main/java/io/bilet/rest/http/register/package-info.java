/** What administrators keep, over HTTP: answered with versions, in pages, and every change in the audit log. */
@NullMarked
package io.bilet.rest.http.register;

import org.jspecify.annotations.NullMarked;
