/** What log entries say beside their text. */
@NullMarked
package io.bilet.platform.log;

import org.jspecify.annotations.NullMarked;
