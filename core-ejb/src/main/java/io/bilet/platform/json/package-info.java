/** Reading and writing the JSON that is stored. */
@NullMarked
package io.bilet.platform.json;

import org.jspecify.annotations.NullMarked;
