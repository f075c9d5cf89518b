/** The API over HTTP: {@link io.bilet.rest.BiletApplication} is its table of contents. */
@NullMarked
package io.bilet.rest;

import org.jspecify.annotations.NullMarked;
