/**
 * Hands out what is written about the API: the document everything was generated from, byte for byte as it was
 * linted, and a page for every kind of problem. All of it is public and none of it knows the database.
 */
@NullMarked
package io.bilet.rest.docs;

import org.jspecify.annotations.NullMarked;
