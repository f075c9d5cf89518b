/**
 * Runs a whole Bilet on one machine: a MariaDB, a mail server in memory, the provisioned application server with the
 * WAR, and a small company to look at.
 *
 * <p>{@link io.bilet.dev.DevServer} is the command behind {@code ./mvnw -Pdev}. The journeys start the same parts, and
 * break them: each server can be stopped, killed and frozen. Speaks to Bilet through HTTP and mail only.
 */
@NullMarked
package io.bilet.dev;

import org.jspecify.annotations.NullMarked;
