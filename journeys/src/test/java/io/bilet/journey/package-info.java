/**
 * The real WAR on a real server with a real database and real mail, driven from outside in the words of a support desk.
 *
 * <p>One MariaDB and one mail server serve all journeys of a run ({@link io.bilet.journey.Suite}); the server holds
 * the demo company. Every exchange is held to the specification ({@link io.bilet.journey.SpecCheck}).
 */
@NullMarked
package io.bilet.journey;

import org.jspecify.annotations.NullMarked;
