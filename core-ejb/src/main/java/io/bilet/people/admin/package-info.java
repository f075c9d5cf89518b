/** Adding, changing and removing people and teams: one session bean per aggregate, one transaction per method. */
@NullMarked
package io.bilet.people.admin;

import org.jspecify.annotations.NullMarked;
