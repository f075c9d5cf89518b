/** Rules that act by themselves over HTTP: triggers. */
@NullMarked
package io.bilet.rest.automation;

import org.jspecify.annotations.NullMarked;
