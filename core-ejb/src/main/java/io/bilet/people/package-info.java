/**
 * People: who asks for help, how they can be recognised, and who works here.
 *
 * <p>Decides when two addresses are the same person and which organization a newcomer belongs to. Owns the tables
 * {@code user} and {@code identity}. A first contact makes a requester, never a login: a login is an issuer and a
 * subject, and no address ever opens an account.
 */
@NullMarked
package io.bilet.people;

import org.jspecify.annotations.NullMarked;
