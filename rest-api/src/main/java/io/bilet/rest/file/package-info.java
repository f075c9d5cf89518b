/** Files over HTTP: taken as streams, and only ever handed out as downloads. */
@NullMarked
package io.bilet.rest.file;

import org.jspecify.annotations.NullMarked;
