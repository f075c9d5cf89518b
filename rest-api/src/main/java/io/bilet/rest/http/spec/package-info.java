/** What the API specification says of each operation: who may call it, its parameters, its body. */
@NullMarked
package io.bilet.rest.http.spec;

import org.jspecify.annotations.NullMarked;
