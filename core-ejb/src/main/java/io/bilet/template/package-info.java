/**
 * Texts with placeholders, in Liquid: checked when they are saved, filled in when they are used.
 *
 * <p>A template sees plain values under the names of {@link io.bilet.template.Placeholders} and nothing else: no
 * object, no file, no other template. What is filled in is escaped for where it goes to and never read as a template
 * again; how long, deep and costly a template may be is bounded. The library that reads Liquid is known here only.
 */
@NullMarked
package io.bilet.template;

import org.jspecify.annotations.NullMarked;
