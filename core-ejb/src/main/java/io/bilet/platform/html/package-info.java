/** HTML of strangers, made harmless or read as text; nothing is ever fetched. */
@NullMarked
package io.bilet.platform.html;

import org.jspecify.annotations.NullMarked;
