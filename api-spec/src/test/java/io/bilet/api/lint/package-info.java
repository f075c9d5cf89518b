/**
 * Holds the specification to our rules, before anything is generated from it. Each rule is a constant of {@link
 * io.bilet.api.lint.SpecRule} or {@link io.bilet.api.lint.SchemaRule}, and each is shown to bite by a planted fault.
 */
@NullMarked
package io.bilet.api.lint;

import org.jspecify.annotations.NullMarked;
