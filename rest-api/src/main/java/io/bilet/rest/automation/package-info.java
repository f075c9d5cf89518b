/** Rules that act by themselves over HTTP: triggers and automations. */
@NullMarked
package io.bilet.rest.automation;

import org.jspecify.annotations.NullMarked;
