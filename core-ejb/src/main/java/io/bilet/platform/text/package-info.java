/** Small texts with rules that several capabilities share: tags, languages. */
@NullMarked
package io.bilet.platform.text;

import org.jspecify.annotations.NullMarked;
