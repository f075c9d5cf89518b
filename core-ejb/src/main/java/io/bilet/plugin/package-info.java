/**
 * Finds plugin jars, refuses what is none, runs each behind a guard, and tells how they are.
 *
 * <p>A plugin has a class loader and a few threads of its own; a call has a deadline, and a plugin that fails rests
 * before it is called again. It cannot lose, block or roll back anything: nobody calls a plugin inside a transaction.
 * This keeps accidents from spreading, not malice: administrators install only what they trust (ADR 7).
 */
@NullMarked
package io.bilet.plugin;

import org.jspecify.annotations.NullMarked;
