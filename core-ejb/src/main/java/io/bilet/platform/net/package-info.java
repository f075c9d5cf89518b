/** Speaks to addresses that users of the API or plugins chose, without becoming their way into our network. */
@NullMarked
package io.bilet.platform.net;

import org.jspecify.annotations.NullMarked;
