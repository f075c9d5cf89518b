/** Lists that are read page by page: by the position of the last row seen, never by counting rows. */
@NullMarked
package io.bilet.platform.paging;

import org.jspecify.annotations.NullMarked;
