/** What tests of storage stand on: a real database, and the beans of the core put together without a server. */
@NullMarked
package io.bilet.testing;

import org.jspecify.annotations.NullMarked;
