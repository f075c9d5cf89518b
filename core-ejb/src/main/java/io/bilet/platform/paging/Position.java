package io.bilet.platform.paging;

import java.util.UUID;

/**
 * Where a page ended.
 *
 * @param key the value the list is sorted by, as text that sorts the same way in the query it came from
 * @param id breaks ties
 */
public record Position(String key, UUID id) {}
